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

package io.github.winsvc.datasource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads that move money as fast as they can, until they are stopped.
 */
final class Load implements AutoCloseable {

	private final Bank bank;

	private final AtomicLong done = new AtomicLong();

	private final List<Throwable> failures = new CopyOnWriteArrayList<>();

	private final List<Thread> threads = new ArrayList<>();

	private volatile boolean stopped;

	private Load(Bank bank) {
		this.bank = bank;
	}

	static Load on(Bank bank, int threads) {
		Load load = new Load(bank);
		for (int i = 0; i < threads; i++) {
			Thread thread = new Thread(load::run, "load-" + i);
			load.threads.add(thread);
			thread.start();
		}
		return load;
	}

	private void run() {
		for (int i = 0; !this.stopped; i++) {
			try {
				this.bank.transfer("%s-%d".formatted(Thread.currentThread().getName(), i), Load::rest);
				this.done.incrementAndGet();
			}
			catch (RuntimeException | Error ex) {
				this.failures.add(ex);
			}
		}
	}

	private static void rest() {
		try {
			Thread.sleep(2);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Return how many transactions have committed.
	 */
	long done() {
		return this.done.get();
	}

	/**
	 * Return what has become of transactions that have not.
	 */
	List<Throwable> failures() {
		return this.failures;
	}

	@Override
	public void close() {
		this.stopped = true;
		for (Thread thread : this.threads) {
			try {
				thread.join();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
