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

import org.springframework.boot.logging.LogLevel;

/**
 * What goes to the event log.
 *
 * @param enabled whether anything does
 * @param level the lowest level of lines of the log
 * @param queueSize how many entries may wait to be written, 1 or more
 * @param rateLimit how many lines of the log are written within a minute at most, 0 for
 * no limit
 * @since 0.1.0
 */
public record EventLogSettings(boolean enabled, LogLevel level, int queueSize, int rateLimit) {

	/** What counts until the configuration is read. */
	public static final EventLogSettings DEFAULT = new EventLogSettings(true, LogLevel.WARN, 256, 100);

}
