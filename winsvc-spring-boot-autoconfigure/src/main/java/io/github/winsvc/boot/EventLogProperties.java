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

package io.github.winsvc.boot;

import io.github.winsvc.eventlog.EventLogSettings;
import io.github.winsvc.validation.AtLeast;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LogLevel;

/**
 * Configuration of what the service tells the event log of Windows.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("winsvc.event-log")
public class EventLogProperties {

	/**
	 * Whether the service writes to the event log.
	 */
	private boolean enabled = true;

	/**
	 * Lowest level of the lines of the application's log that are written to the event
	 * log too.
	 */
	private LogLevel level = LogLevel.WARN;

	/**
	 * How many entries may wait to be written. Those that find no room are counted.
	 */
	@AtLeast(1)
	private int queueSize = 256;

	/**
	 * How many lines of the application's log are written within a minute at most, or 0
	 * for no limit. Those beyond are counted.
	 */
	@AtLeast(value = 0, message = "it can be 1 or more, or 0 for no limit")
	private int rateLimit = 100;

	static EventLogSettings settings(Binder binder) {
		EventLogProperties properties = binder.bindOrCreate("winsvc.event-log", EventLogProperties.class);
		return new EventLogSettings(properties.enabled, properties.level, properties.queueSize, properties.rateLimit);
	}

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public LogLevel getLevel() {
		return this.level;
	}

	public void setLevel(LogLevel level) {
		this.level = level;
	}

	public int getQueueSize() {
		return this.queueSize;
	}

	public void setQueueSize(int queueSize) {
		this.queueSize = queueSize;
	}

	public int getRateLimit() {
		return this.rateLimit;
	}

	public void setRateLimit(int rateLimit) {
		this.rateLimit = rateLimit;
	}

}
