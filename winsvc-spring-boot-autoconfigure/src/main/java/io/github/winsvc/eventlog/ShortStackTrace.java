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

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A stack trace, shortened to what tells of a failure: of each cause what it says and
 * where it was thrown.
 */
final class ShortStackTrace {

	private static final int FRAMES = 12;

	private static final int CAUSES = 8;

	private static final int MESSAGE_LENGTH = 2000;

	private ShortStackTrace() {
	}

	static String of(Throwable thrown) {
		StringBuilder text = new StringBuilder();
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		Throwable cause = thrown;
		while (cause != null && seen.size() < CAUSES && seen.add(cause)) {
			text.append((cause == thrown) ? "" : "Caused by: ")
				.append(EventText.cut(String.valueOf(cause), MESSAGE_LENGTH))
				.append('\n');
			append(cause.getStackTrace(), text);
			cause = cause.getCause();
		}
		if (cause != null && !seen.contains(cause)) {
			text.append("... further causes\n");
		}
		return text.toString();
	}

	private static void append(StackTraceElement[] frames, StringBuilder text) {
		for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
			text.append("    at ").append(frames[i]).append('\n');
		}
		if (frames.length > FRAMES) {
			text.append("    ... ").append(frames.length - FRAMES).append(" more\n");
		}
	}

}
