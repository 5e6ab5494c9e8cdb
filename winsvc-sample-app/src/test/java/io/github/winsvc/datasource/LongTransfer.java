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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A transaction that takes as long as a test likes.
 */
final class LongTransfer {

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch released = new CountDownLatch(1);

	private final CompletableFuture<Void> end;

	private LongTransfer(Bank bank, String id) {
		this.end = CompletableFuture.runAsync(() -> bank.transfer(id, this::rest),
				(task) -> new Thread(task, "long-transfer").start());
	}

	static LongTransfer begin(Bank bank, String id) throws InterruptedException {
		LongTransfer transfer = new LongTransfer(bank, id);
		if (!transfer.begun.await(10, TimeUnit.SECONDS)) {
			throw new AssertionError("The transaction has not begun");
		}
		return transfer;
	}

	private void rest() {
		this.begun.countDown();
		try {
			this.released.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Have it commit.
	 * @throws ExecutionException if it fails
	 */
	void commit() throws InterruptedException, ExecutionException, TimeoutException {
		this.released.countDown();
		this.end.get(10, TimeUnit.SECONDS);
	}

}
