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

package io.github.winsvc.boot;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The exit of this JVM, seen by a shutdown hook. The JVM starts its hooks on the thread
 * that exits, so {@link #start()} finds the exit status on the stack. The hook itself
 * ends last: it waits for all others.
 */
final class JvmExit extends Thread {

	/** How long the JVM may take from the start of one hook to that of the next. */
	private static final Duration START_BOUND = Duration.ofSeconds(5);

	private final IntConsumer status;

	private final Runnable last;

	private Collection<Thread> hooks = List.of();

	/**
	 * Create the hook.
	 * @param status gets the exit status as soon as it is known
	 * @param last what to do when all other hooks have ended
	 */
	JvmExit(IntConsumer status, Runnable last) {
		super("winsvc-exit-hook");
		this.status = status;
		this.last = last;
	}

	@Override
	public void start() {
		try {
			ExitStack stack = ExitStack.read();
			this.hooks = stack.hooks();
			// The JVM itself exits with 0 when no thread is left
			this.status.accept(stack.status().orElse(0));
		}
		catch (Throwable ex) {
			// If anything escaped, the JVM would not start the other hooks. Without a
			// status the end counts as a failure.
		}
		super.start();
	}

	@Override
	public void run() {
		try {
			for (Thread hook : this.hooks) {
				if (hook != this) {
					awaitEnd(hook);
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.last.run();
	}

	private static void awaitEnd(Thread hook) throws InterruptedException {
		long begin = System.nanoTime();
		while (hook.getState() == State.NEW && System.nanoTime() - begin < START_BOUND.toNanos()) {
			Thread.sleep(1);
		}
		hook.join();
	}

}
