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

package io.github.winsvc.test;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

import io.github.winsvc.boot.ProcessEnd;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Ends no process, but does what a JVM does before its end, and remembers the exit code.
 *
 * @since 0.1.0
 */
public final class FakeProcessEnd implements ProcessEnd {

	private final List<IntConsumer> status = new CopyOnWriteArrayList<>();

	private final List<ConfigurableApplicationContext> contexts = new CopyOnWriteArrayList<>();

	private final List<Runnable> handlers = new CopyOnWriteArrayList<>();

	private final List<Runnable> last = new CopyOnWriteArrayList<>();

	private final AtomicBoolean exiting = new AtomicBoolean();

	private final CompletableFuture<Integer> code = new CompletableFuture<>();

	private final CountDownLatch over = new CountDownLatch(1);

	@Override
	public void atExit(IntConsumer status, Runnable last) {
		this.status.add(status);
		this.last.add(last);
	}

	@Override
	public void onShutdown(Runnable handler) {
		this.handlers.add(0, handler);
	}

	/**
	 * Close a context at the end, as the shutdown hook of Spring Boot does.
	 */
	void closeAtExit(ConfigurableApplicationContext context) {
		this.contexts.add(context);
	}

	/**
	 * Do what is to be done before the end. Unlike that of a JVM this exit returns; only
	 * the first one counts.
	 */
	@Override
	public void exit(int code) {
		if (!this.exiting.compareAndSet(false, true)) {
			return;
		}
		try {
			this.status.forEach((status) -> status.accept(code));
			this.contexts.forEach(ConfigurableApplicationContext::close);
			this.handlers.forEach(Runnable::run);
		}
		finally {
			this.last.forEach(Runnable::run);
			this.code.complete(code);
			forget();
			this.over.countDown();
		}
	}

	/**
	 * A thread that outlives the process may still hold it.
	 */
	private void forget() {
		this.status.clear();
		this.contexts.clear();
		this.handlers.clear();
		this.last.clear();
	}

	@Override
	public void halt(int code) {
		this.code.complete(code);
	}

	/**
	 * Whether the process would have ended.
	 * @return whether it has exited or was halted
	 */
	public boolean hasEnded() {
		return this.code.isDone();
	}

	/**
	 * Wait until the process would have ended.
	 * @return its exit code
	 * @throws AssertionError if it does not end in time
	 */
	public int awaitCode() {
		try {
			return this.code.get(20, TimeUnit.SECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			throw new AssertionError("The process has not ended", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the end of the process", ex);
		}
	}

	boolean isExiting() {
		return this.exiting.get();
	}

	CompletableFuture<Integer> code() {
		return this.code;
	}

	/**
	 * Released when nothing of the exit is left to do.
	 */
	CountDownLatch over() {
		return this.over;
	}

}
