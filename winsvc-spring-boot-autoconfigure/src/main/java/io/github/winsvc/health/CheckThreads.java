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

package io.github.winsvc.health;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.util.ClassUtils;

/**
 * The threads on which health checks run, no more than there are checks.
 *
 * @since 0.1.0
 */
public final class CheckThreads implements Executor, DisposableBean {

	private static final long IDLE_SECONDS = 60;

	private final AtomicInteger count = new AtomicInteger();

	private final ThreadPoolExecutor executor = new ThreadPoolExecutor(0, Integer.MAX_VALUE, IDLE_SECONDS,
			TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);

	private Thread thread(Runnable task) {
		Thread thread = new Thread(task, "winsvc-health-" + this.count.incrementAndGet());
		thread.setDaemon(true);
		// Not that of a request, which begins the first check
		thread.setContextClassLoader(ClassUtils.getDefaultClassLoader());
		return thread;
	}

	@Override
	public void execute(Runnable task) {
		this.executor.execute(task);
	}

	/**
	 * Interrupt the checks that still hang.
	 */
	@Override
	public void destroy() {
		this.executor.shutdownNow();
	}

}
