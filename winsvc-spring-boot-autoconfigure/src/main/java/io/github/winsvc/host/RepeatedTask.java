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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Something that is done again and again, on a thread of its own that does not keep the
 * process alive. An exception ends the series. All methods may be called from any thread.
 *
 * @since 0.1.0
 */
public final class RepeatedTask {

	private final String name;

	private final Runnable task;

	private final Duration interval;

	private @Nullable ScheduledExecutorService thread;

	/**
	 * Create a series that does not run yet.
	 * @param name the name of the thread
	 * @param task what to do
	 * @param interval the time from the end of one turn to the beginning of the next
	 */
	public RepeatedTask(String name, Runnable task, Duration interval) {
		this.name = name;
		this.task = task;
		this.interval = interval;
	}

	/**
	 * Begin, unless the series runs already.
	 * @param delay the time before the first turn
	 */
	public synchronized void start(Duration delay) {
		if (this.thread == null) {
			this.thread = Executors.newSingleThreadScheduledExecutor((work) -> {
				Thread thread = new Thread(work, this.name);
				thread.setDaemon(true);
				return thread;
			});
			this.thread.scheduleWithFixedDelay(this.task, delay.toMillis(), this.interval.toMillis(),
					TimeUnit.MILLISECONDS);
		}
	}

	/**
	 * End the series. A turn that is under way is interrupted.
	 */
	public synchronized void stop() {
		if (this.thread != null) {
			this.thread.shutdownNow();
			this.thread = null;
		}
	}

	/**
	 * Return whether the series runs.
	 * @return whether it was started and not stopped
	 */
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

}
