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

package io.github.winsvc.archive;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Finds out whether the process has little to do.
 */
class IdleMeter {

	/** A fifth of a core. */
	private static final int PARTS = 5;

	private final LongSupplier cpuNanos;

	IdleMeter(LongSupplier cpuNanos) {
		this.cpuNanos = cpuNanos;
	}

	/**
	 * Look for a while.
	 * @param window how long
	 * @return whether the process has used less than a fifth of a core
	 */
	boolean isIdle(Duration window) throws InterruptedException {
		long before = this.cpuNanos.getAsLong();
		Thread.sleep(window.toMillis());
		long used = this.cpuNanos.getAsLong() - before;
		return before >= 0 && used < window.toNanos() / PARTS;
	}

}
