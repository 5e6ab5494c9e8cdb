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

package io.github.winsvc.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.github.winsvc.scm.EventLogEntry;

/**
 * Texts as the event log takes them.
 */
final class EventText {

	/** How long a text may be in all. What is longer is cut. */
	static final int MAX_LENGTH = 64 * 1024;

	/** What the heading of a part takes. */
	private static final int HEADING = 32;

	/** How far back a line break is looked for, to part a text there. */
	private static final int LOOK_BACK = 4096;

	private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n?|\\n");

	/**
	 * Windows would put something else in the place of {@code %1} or {@code %%1}.
	 */
	private static final Pattern INSERTION = Pattern.compile("%(?=[%0-9])");

	private EventText() {
	}

	/**
	 * Cut a text that is too long, and say so. A character outside the basic plane stays
	 * whole.
	 */
	static String cut(String text, int length) {
		if (text.length() <= length) {
			return text;
		}
		int end = whole(text, length);
		return text.substring(0, end) + "... (%d more characters)".formatted(text.length() - end);
	}

	/**
	 * Part a text so that each part fits an entry.
	 * @return the parts, one or more, in which the event log shows what the text says
	 */
	static List<String> parts(String text) {
		String clean = clean(text);
		if (clean.length() <= EventLogEntry.MAX_LENGTH) {
			return List.of(clean);
		}
		List<String> parts = new ArrayList<>();
		int begin = 0;
		while (begin < clean.length()) {
			int end = end(clean, begin);
			parts.add(clean.substring(begin, end));
			begin = end;
		}
		List<String> headed = new ArrayList<>();
		for (String part : parts) {
			headed.add("(Part %d of %d)\r\n".formatted(headed.size() + 1, parts.size()) + part);
		}
		return headed;
	}

	private static int end(String text, int begin) {
		int end = begin + EventLogEntry.MAX_LENGTH - HEADING;
		if (end >= text.length()) {
			return text.length();
		}
		int line = text.lastIndexOf('\n', end - 1);
		return (line > end - LOOK_BACK) ? line + 1 : whole(text, end);
	}

	private static int whole(String text, int end) {
		return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
	}

	private static String clean(String text) {
		String lines = LINE_BREAK.matcher(text.strip().replace('\0', ' ')).replaceAll("\r\n");
		return INSERTION.matcher(lines).replaceAll("% ");
	}

}
