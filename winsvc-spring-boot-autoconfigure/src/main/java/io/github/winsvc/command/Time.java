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

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The time in which commands wait.
 *
 * @since 0.1.0
 */
public interface Time {

	/** The time of this machine. */
	Time SYSTEM = new Time() {

		@Override
		public Instant now() {
			return Instant.now();
		}

		@Override
		public void sleep(Duration duration) throws InterruptedException {
			Thread.sleep(duration.toMillis());
		}

	};

	/**
	 * Return the time zone in which people are told the time.
	 * @return the time zone
	 */
	default ZoneId zone() {
		return ZoneId.systemDefault();
	}

	/**
	 * Return the current time.
	 * @return the time
	 */
	Instant now();

	/**
	 * Let time pass.
	 * @param duration how much
	 * @throws InterruptedException if the thread is interrupted meanwhile
	 */
	void sleep(Duration duration) throws InterruptedException;

}
