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

package io.github.winsvc.reload;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Reads the configuration of the application again, and has what has changed take effect.
 * Reloads run one after the other. Callers that come while one runs share the next one.
 *
 * @since 0.1.0
 */
public final class ConfigReloader {

	private final ReentrantLock running = new ReentrantLock(true);

	private final Object monitor = new Object();

	private final Function<String, ReloadResult> transaction;

	private @Nullable CompletableFuture<ReloadResult> next;

	/**
	 * Create a reloader.
	 * @param transaction the transaction
	 */
	public ConfigReloader(ReloadTransaction transaction) {
		this(transaction::run);
	}

	ConfigReloader(Function<String, ReloadResult> transaction) {
		this.transaction = transaction;
	}

	/**
	 * Read the configuration and let it take effect. The configuration is read after this
	 * method is called. Returns when the reload is over; no exception tells that a change
	 * was rejected.
	 * @param trigger what asks for it, a short text for logs
	 * @return what became of it
	 * @throws IllegalStateException if a reload calls for another one, within itself
	 */
	public ReloadResult reload(String trigger) {
		if (this.running.isHeldByCurrentThread()) {
			throw new IllegalStateException("A reload is not possible within another");
		}
		CompletableFuture<ReloadResult> own = new CompletableFuture<>();
		CompletableFuture<ReloadResult> shared;
		synchronized (this.monitor) {
			shared = this.next;
			if (shared == null) {
				this.next = own;
			}
		}
		return (shared != null) ? shared.join() : run(trigger, own);
	}

	private ReloadResult run(String trigger, CompletableFuture<ReloadResult> own) {
		this.running.lock();
		try {
			synchronized (this.monitor) {
				this.next = null;
			}
			ReloadResult result = this.transaction.apply(trigger);
			own.complete(result);
			return result;
		}
		catch (RuntimeException | Error ex) {
			own.completeExceptionally(ex);
			throw ex;
		}
		finally {
			this.running.unlock();
		}
	}

}
