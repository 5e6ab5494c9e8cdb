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

package io.github.winsvc.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A reload of the configuration that is over. Names properties and tells no secrets.
 *
 * @param begun when it began to read the configuration
 * @param trigger what asked for it
 * @param outcome what became of it
 * @param keys the properties that have changed, or would have
 * @param keysForRestart those of them that take effect at the next start only
 * @param reasons why it was rejected, empty if it was not; cut to {@value #REASON_LENGTH}
 * characters each
 * @param duration how long it took
 * @since 0.1.0
 */
public record PastReload(Instant begun, String trigger, Outcome outcome, List<String> keys, List<String> keysForRestart,
		List<String> reasons, Duration duration) {

	static final int REASON_LENGTH = 1000;

	public PastReload {
		keys = List.copyOf(keys);
		keysForRestart = List.copyOf(keysForRestart);
		reasons = reasons.stream().map(PastReload::line).toList();
	}

	private static String line(String reason) {
		String line = reason.replaceAll("\\s*\\R\\s*", " ");
		return (line.length() <= REASON_LENGTH) ? line : line.substring(0, REASON_LENGTH - 3) + "...";
	}

	/**
	 * What can become of a reload.
	 */
	public enum Outcome {

		/** The change is in effect. */
		APPLIED,

		/** Nothing differed. */
		UNCHANGED,

		/** The former configuration is in effect. */
		REJECTED;

		/**
		 * Return the outcome as it is written.
		 * @return for example {@code applied}
		 */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
