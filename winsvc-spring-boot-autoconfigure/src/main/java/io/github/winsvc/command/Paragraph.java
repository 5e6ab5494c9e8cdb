/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.winsvc.command;

import java.util.ArrayList;
import java.util.List;

/**
 * Text that fits a console.
 */
final class Paragraph {

	static final int WIDTH = 79;

	private Paragraph() {
	}

	/**
	 * Fill lines with words. One that is longer than a line has one of its own.
	 */
	static List<String> wrap(List<String> words, String indent) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder(indent);
		for (String word : words) {
			boolean empty = line.length() == indent.length();
			if (!empty && line.length() + 1 + word.length() > WIDTH) {
				lines.add(line.toString());
				line = new StringBuilder(indent);
				empty = true;
			}
			line.append(empty ? "" : " ").append(word);
		}
		lines.add(line.toString());
		return lines;
	}

}
