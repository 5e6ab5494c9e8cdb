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
 * Breaks a line at blanks so that it fits a console of 80 columns, which breaks one of 80
 * characters itself. A word that is longer than that, such as a path, stays whole.
 */
final class Paragraph {

	private static final int WIDTH = 79;

	private Paragraph() {
	}

	/**
	 * Return the lines of a text.
	 * @param text the text, of which the first line begins with as many blanks as it
	 * shall be indented
	 * @param indent the number of blanks before the other lines
	 */
	static List<String> lines(String text, int indent) {
		List<String> lines = new ArrayList<>();
		String rest = text;
		while (rest.length() > WIDTH) {
			int blank = rest.lastIndexOf(' ', WIDTH);
			if (blank <= indent) {
				blank = rest.indexOf(' ', WIDTH);
			}
			if (blank == -1) {
				break;
			}
			lines.add(rest.substring(0, blank));
			rest = " ".repeat(indent) + rest.substring(blank + 1);
		}
		lines.add(rest);
		return lines;
	}

}
