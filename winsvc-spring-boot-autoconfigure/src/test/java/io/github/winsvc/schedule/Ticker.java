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

package io.github.winsvc.schedule;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Counts the runs of a scheduled method.
 */
class Ticker {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final AtomicInteger ticks = new AtomicInteger();

	void tick() {
		this.ticks.incrementAndGet();
	}

	int ticks() {
		return this.ticks.get();
	}

	/**
	 * Wait until it has ticked so often, counted from now.
	 */
	void awaitMore(int more) {
		int goal = this.ticks.get() + more;
		await().atMost(LONG).until(() -> this.ticks.get() >= goal);
	}

	void awaitTotal(int total) {
		await().atMost(LONG).until(() -> this.ticks.get() >= total);
	}

	/**
	 * A method whose next run is an hour away does not run meanwhile, however slow the
	 * machine is.
	 */
	void assertRests() throws InterruptedException {
		assertRests(300);
	}

	void assertRests(int millis) throws InterruptedException {
		// What has begun before may still have to count
		Thread.sleep(200);
		int ticks = this.ticks.get();
		Thread.sleep(millis);
		assertThat(this.ticks).hasValue(ticks);
	}

}
