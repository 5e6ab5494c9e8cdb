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

/**
 * A bounded stretch of time.
 */
final class Deadline {

	private final Time time;

	private final Instant begin;

	private final Duration bound;

	Deadline(Time time, Duration bound) {
		this.time = time;
		this.begin = time.now();
		this.bound = bound;
	}

	Instant begin() {
		return this.begin;
	}

	Duration bound() {
		return this.bound;
	}

	Duration elapsed() {
		return Duration.between(this.begin, this.time.now());
	}

	boolean hasPassed() {
		return elapsed().compareTo(this.bound) >= 0;
	}

	void sleep(Duration duration) {
		try {
			this.time.sleep(duration);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CommandException(ExitStatus.FAILED, "Interrupted while waiting.");
		}
	}

}
