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

package io.github.winsvc.scm;

/**
 * An entry to be written to the event log.
 *
 * @param type how grave it is
 * @param category the number of a category that the event source names
 * @param id the number of the kind of event, 1 to 1000, for which the message file of the
 * source has a text
 * @param text what it says, at most {@value #MAX_LENGTH} characters
 * @since 0.1.0
 */
public record EventLogEntry(EventType type, int category, int id, String text) {

	/**
	 * How many characters an entry can have. {@code ReportEvent} takes 31,839 in a
	 * string, but no more than 61,440 bytes in all, names of source and machine included.
	 */
	public static final int MAX_LENGTH = 30_000;

	/** The highest id that the message file has a text for. */
	public static final int MAX_ID = 1000;

	public EventLogEntry {
		if (id < 1 || id > MAX_ID) {
			throw new IllegalArgumentException("%d is no event id, which are 1 to %d".formatted(id, MAX_ID));
		}
		if (text.length() > MAX_LENGTH) {
			throw new IllegalArgumentException(
					"%d characters are more than an entry can have".formatted(text.length()));
		}
	}

}
