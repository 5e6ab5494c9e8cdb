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
import java.util.stream.Stream;

/**
 * Text that fits a console of 80 columns, which breaks a line of 80 characters itself. A
 * word that is longer than that, such as a path, stays whole.
 */
final class Paragraph {

	static final int WIDTH = 79;

	private Paragraph() {
	}

	/**
	 * Fill lines with words, which may have blanks.
	 */
	static List<String> wrap(List<String> words, String indent) {
		return fill(words, indent, indent);
	}

	/**
	 * Break a line at blanks.
	 * @param text the text, of which the first line begins with as many blanks as it
	 * shall be indented
	 * @param indent the number of blanks before the other lines
	 */
	static List<String> lines(String text, int indent) {
		String words = text.stripLeading();
		String first = text.substring(0, text.length() - words.length());
		return fill(List.of(words.split(" ")), first, " ".repeat(indent));
	}

	/**
	 * As {@link #lines}, but a command to copy stays whole.
	 */
	static Stream<String> orCommand(String text, int indent) {
		return text.strip().startsWith("icacls ") ? Stream.of(text) : lines(text, indent).stream();
	}

	private static List<String> fill(List<String> words, String first, String indent) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder(first);
		boolean empty = true;
		for (String word : words) {
			if (!empty && line.length() + 1 + word.length() > WIDTH) {
				lines.add(line.toString());
				line = new StringBuilder(indent);
				empty = true;
			}
			line.append(empty ? "" : " ").append(word);
			empty = false;
		}
		lines.add(line.toString());
		return lines;
	}

}
