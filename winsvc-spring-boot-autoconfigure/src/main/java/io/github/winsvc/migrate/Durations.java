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

package io.github.winsvc.migrate;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as WinSW writes them, and as properties of Spring do.
 */
final class Durations {

	private static final Pattern TEXT = Pattern.compile("(\\d{1,9})\\s*([a-z]*)");

	private static final Map<String, Long> MILLIS = Map.ofEntries(Map.entry("", 1L), Map.entry("ms", 1L),
			Map.entry("sec", 1_000L), Map.entry("secs", 1_000L), Map.entry("min", 60_000L), Map.entry("mins", 60_000L),
			Map.entry("hr", 3_600_000L), Map.entry("hrs", 3_600_000L), Map.entry("hour", 3_600_000L),
			Map.entry("hours", 3_600_000L), Map.entry("day", 86_400_000L), Map.entry("days", 86_400_000L));

	private Durations() {
	}

	/**
	 * Read a time such as {@code 10 sec}; without a unit it is in milliseconds.
	 */
	static Optional<Duration> read(String text) {
		Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
		if (!matcher.matches()) {
			return Optional.empty();
		}
		return Optional.ofNullable(MILLIS.get(matcher.group(2)))
			.map((unit) -> Duration.ofMillis(Long.parseLong(matcher.group(1)) * unit));
	}

	/**
	 * Return a time as Spring reads it, in the largest unit that fits.
	 */
	static String text(Duration duration) {
		long millis = duration.toMillis();
		if (millis == 0 || millis % 1_000 != 0) {
			return (millis == 0) ? "0s" : millis + "ms";
		}
		long seconds = millis / 1_000;
		return (seconds % 86_400 == 0) ? seconds / 86_400 + "d" : (seconds % 3_600 == 0) ? seconds / 3_600 + "h"
				: (seconds % 60 == 0) ? seconds / 60 + "m" : seconds + "s";
	}

}
