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

package io.github.winsvc.sample.machine;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Bounded waiting.
 */
public final class Await {

	private Await() {
	}

	/**
	 * Look again and again until a condition holds.
	 * @param <T> what is looked at
	 * @param source where to look
	 * @param condition the condition
	 * @param patience how long to look
	 * @param goal what is waited for, for the message
	 * @return what meets the condition
	 * @throws AssertionError if nothing does in time
	 */
	public static <T> T until(Supplier<T> source, Predicate<T> condition, Duration patience, String goal) {
		long deadline = System.nanoTime() + patience.toNanos();
		T value = source.get();
		while (!condition.test(value)) {
			if (System.nanoTime() > deadline) {
				throw new AssertionError("Waited %s for %s, last seen: %s".formatted(patience, goal, value));
			}
			pause();
			value = source.get();
		}
		return value;
	}

	private static void pause() {
		try {
			Thread.sleep(20);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting", ex);
		}
	}

}
