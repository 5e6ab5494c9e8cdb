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

package io.github.winsvc.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.springframework.boot.health.contributor.Health;

/**
 * One run of a check, over or not. All who ask meanwhile share it.
 *
 * @param begin when it began, a value of {@link System#nanoTime()}
 * @param answer its answer, which never fails
 */
record CheckRound(long begin, CompletableFuture<Answer> answer) {

	/**
	 * Return how long the round has been running, or how long ago it began.
	 */
	Duration age() {
		return Duration.ofNanos(System.nanoTime() - this.begin);
	}

	boolean isOver() {
		return this.answer.isDone();
	}

	/**
	 * The answer of a check.
	 *
	 * @param health what it says
	 * @param latency the time that it took, or has taken so far
	 * @param late whether it stands for one that has not come in time
	 */
	record Answer(Health health, Duration latency, boolean late) {

	}

}
