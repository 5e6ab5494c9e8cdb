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

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Lets so many through within a minute: all at once, or spread over it. Safe for many
 * threads, none of which waits.
 */
final class RateLimit {

	private static final long MINUTE = Duration.ofMinutes(1).toNanos();

	private final LongSupplier nanoTime;

	/** The time that one takes, 0 for no limit. */
	private final long interval;

	/** When all that were let through so far will have had their time. */
	private final AtomicLong busyUntil;

	/**
	 * Create a new limit.
	 * @param limit how many within a minute, 0 for no limit
	 * @param nanoTime tells the time in nanoseconds
	 */
	RateLimit(int limit, LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.interval = (limit > 0) ? (MINUTE + limit - 1) / limit : 0;
		this.busyUntil = new AtomicLong(nanoTime.getAsLong());
	}

	boolean tryPass() {
		if (this.interval == 0) {
			return true;
		}
		long now = this.nanoTime.getAsLong();
		while (true) {
			long busy = this.busyUntil.get();
			long next = ((busy - now > 0) ? busy : now) + this.interval;
			if (next - now > MINUTE + this.interval / 2) {
				return false;
			}
			if (this.busyUntil.compareAndSet(busy, next)) {
				return true;
			}
		}
	}

}
