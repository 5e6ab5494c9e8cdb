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

package io.github.winsvc.benchmarks;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * The moment in which a condition first holds, looked for every 10 ms by a thread of its
 * own.
 */
final class Moment {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final String what;

	private final long begin;

	private final CompletableFuture<Long> moment = new CompletableFuture<>();

	private volatile boolean abandoned;

	private Moment(String what, long begin) {
		this.what = what;
		this.begin = begin;
	}

	/**
	 * Begin to look.
	 * @param what the condition in words
	 * @param begin where to count from, by {@link System#nanoTime()}
	 * @param condition the condition
	 */
	static Moment of(String what, long begin, BooleanSupplier condition) {
		Moment moment = new Moment(what, begin);
		Thread thread = new Thread(() -> moment.look(condition), "moment");
		thread.setDaemon(true);
		thread.start();
		return moment;
	}

	private void look(BooleanSupplier condition) {
		try {
			while (!condition.getAsBoolean() && !this.abandoned) {
				Thread.sleep(10);
			}
			this.moment.complete(System.nanoTime());
		}
		catch (InterruptedException | RuntimeException ex) {
			this.moment.completeExceptionally(ex);
		}
	}

	/**
	 * Wait for the moment.
	 * @return how many milliseconds after the beginning it was
	 */
	double await() {
		try {
			return (this.moment.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) - this.begin) / 1e6;
		}
		catch (TimeoutException ex) {
			this.abandoned = true;
			throw new IllegalStateException("Waited %s for %s".formatted(PATIENCE, this.what), ex);
		}
		catch (InterruptedException ex) {
			this.abandoned = true;
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for " + this.what, ex);
		}
		catch (ExecutionException ex) {
			throw new CompletionException(ex.getCause());
		}
	}

}
