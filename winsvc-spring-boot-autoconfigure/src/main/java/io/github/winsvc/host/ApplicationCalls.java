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

package io.github.winsvc.host;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Calls the application, which may take its time, on threads that may be kept waiting.
 */
final class ApplicationCalls {

	/** How long the end waits until all that came before it is told. */
	private static final Duration NEWS_BOUND = Duration.ofSeconds(1);

	/** How long an overdue application may take to leave a trace. */
	private static final Duration LAST_WORD_BOUND = Duration.ofSeconds(5);

	private final HostedApplication application;

	/** Not a daemon, as an application that is closed may have no other thread left. */
	private final Executor work = sequence("winsvc-work", false);

	private final Executor news = sequence("winsvc-news", true);

	ApplicationCalls(HostedApplication application) {
		this.application = application;
	}

	/**
	 * A thread ends as soon as there is nothing to do, so that none keeps the JVM alive.
	 */
	private static Executor sequence(String name, boolean daemon) {
		return new ThreadPoolExecutor(0, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), (task) -> {
			Thread thread = new Thread(task, name);
			thread.setDaemon(daemon);
			return thread;
		});
	}

	void pause(Consumer<LifecycleInput> answer) {
		ask(this.application::pause, answer, LifecycleInput.PAUSED, LifecycleInput.PAUSE_FAILED);
	}

	void resume(Consumer<LifecycleInput> answer) {
		ask(this.application::resume, answer, LifecycleInput.CONTINUED, LifecycleInput.CONTINUE_FAILED);
	}

	private void ask(BooleanSupplier call, Consumer<LifecycleInput> answer, LifecycleInput yes, LifecycleInput no) {
		this.work.execute(() -> {
			boolean done = false;
			try {
				done = call.getAsBoolean();
			}
			finally {
				answer.accept(done ? yes : no);
			}
		});
	}

	void stop() {
		end(this.application::stop);
	}

	void fail(HostFailure failure) {
		end(() -> this.application.fail(failure));
	}

	private void end(Runnable call) {
		CountDownLatch told = new CountDownLatch(1);
		this.news.execute(told::countDown);
		this.work.execute(() -> {
			try {
				told.await(NEWS_BOUND.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			call.run();
		});
	}

	/**
	 * Tell the application something, after everything told before.
	 */
	void tell(Consumer<HostedApplication> news) {
		this.news.execute(() -> news.accept(this.application));
	}

	/**
	 * Let the application leave a trace, on a thread that nothing else can hold up.
	 */
	void overdue(HostFailure failure) {
		Thread thread = new Thread(() -> this.application.overdue(failure), "winsvc-overdue");
		thread.setDaemon(true);
		thread.start();
		try {
			thread.join(LAST_WORD_BOUND.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
