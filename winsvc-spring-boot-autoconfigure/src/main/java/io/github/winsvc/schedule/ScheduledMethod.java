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

package io.github.winsvc.schedule;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;
import org.springframework.scheduling.SchedulingAwareRunnable;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.scheduling.config.OneTimeTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * A scheduled method of a bean, whose timing can change. A run that is under way when it
 * does is waited for: no run of the new timing begins before its end. Thread-safe.
 */
final class ScheduledMethod {

	private static final Log logger = LogFactory.getLog(ScheduledMethod.class);

	private final ScheduledTaskRegistrar registrar;

	private final Runnable method;

	private final ScheduleText text;

	private ScheduleText resolved;

	private Timing timing;

	private @Nullable ScheduledTask task;

	/** What the task runs. One that is no longer this does nothing when it is run. */
	private @Nullable Run run;

	private boolean registered;

	private boolean retired;

	private boolean deferred;

	private int running;

	private boolean begun;

	private long registeredAt;

	private long begunAt;

	private long endedAt;

	/**
	 * Create a method.
	 * @param registrar what schedules it
	 * @param method what to run
	 * @param text the annotation
	 * @param resolved the annotation without placeholders
	 * @throws InvalidScheduleException if that means nothing
	 */
	ScheduledMethod(ScheduledTaskRegistrar registrar, Runnable method, ScheduleText text, ScheduleText resolved) {
		this.registrar = registrar;
		this.method = method;
		this.text = text;
		this.resolved = resolved;
		this.timing = resolved.timing();
	}

	/**
	 * Schedule the method for the first time.
	 * @param registered whether the registrar has its scheduler; if not, it begins later,
	 * and {@link #registered()} has to be called then
	 */
	synchronized void start(boolean registered) {
		this.registered |= registered;
		this.registeredAt = System.nanoTime();
		schedule(initialDelay());
	}

	/**
	 * The registrar has scheduled all it was given before.
	 */
	synchronized void registered() {
		this.registered = true;
		this.registeredAt = System.nanoTime();
		if (this.deferred && this.running == 0) {
			reschedule();
		}
	}

	/**
	 * Have another timing take effect: the next run is when it would have been had the
	 * timing been this since the last one, or at once if that has passed.
	 * @param next the resolved annotation
	 */
	synchronized void follow(ScheduleText next) {
		this.resolved = next;
		this.timing = next.timing();
		if (this.retired) {
			return;
		}
		if (!this.registered || this.running > 0) {
			// What the registrar does not have yet cannot be cancelled
			if (this.registered) {
				cancel();
			}
			this.deferred = true;
		}
		else {
			reschedule();
		}
	}

	/**
	 * Run no more. A run that is under way ends as it likes.
	 */
	synchronized void retire() {
		this.retired = true;
		cancel();
	}

	ScheduleText text() {
		return this.text;
	}

	synchronized ScheduleText resolved() {
		return this.resolved;
	}

	synchronized Timing timing() {
		return this.timing;
	}

	synchronized boolean hasBegun() {
		return this.begun;
	}

	synchronized @Nullable ScheduledTask task() {
		return this.task;
	}

	@Override
	public String toString() {
		return this.method.toString();
	}

	private void reschedule() {
		cancel();
		this.deferred = false;
		schedule(untilNext());
	}

	private void cancel() {
		this.run = null;
		if (this.task != null) {
			this.task.cancel(false);
			this.task = null;
		}
	}

	private void schedule(Duration first) {
		Run next = new Run();
		this.run = next;
		if (this.timing instanceof Timing.Cron cron) {
			this.task = this.registrar.scheduleCronTask(new CronTask(next, cron.trigger()));
		}
		else if (this.timing instanceof Timing.FixedDelay fixed) {
			this.task = this.registrar.scheduleFixedDelayTask(new FixedDelayTask(next, fixed.delay(), first));
		}
		else if (this.timing instanceof Timing.FixedRate fixed) {
			this.task = this.registrar.scheduleFixedRateTask(new FixedRateTask(next, fixed.period(), first));
		}
		else if (this.timing instanceof Timing.Once && !this.begun) {
			this.task = this.registrar.scheduleOneTimeTask(new OneTimeTask(next, first));
		}
	}

	private Duration untilNext() {
		Duration due = initialDelay();
		long since = this.registeredAt;
		if (this.begun && this.timing instanceof Timing.FixedRate fixed) {
			due = fixed.period();
			since = this.begunAt;
		}
		else if (this.begun && this.timing instanceof Timing.FixedDelay fixed) {
			due = fixed.delay();
			since = this.endedAt;
		}
		Duration left = due.minusNanos(System.nanoTime() - since);
		return left.isNegative() ? Duration.ZERO : left;
	}

	private Duration initialDelay() {
		if (this.timing instanceof Timing.FixedRate fixed) {
			return fixed.initialDelay();
		}
		if (this.timing instanceof Timing.FixedDelay fixed) {
			return fixed.initialDelay();
		}
		return (this.timing instanceof Timing.Once once) ? once.initialDelay() : Duration.ZERO;
	}

	private synchronized boolean begin(Run run) {
		if (run != this.run) {
			return false;
		}
		this.running++;
		this.begun = true;
		this.begunAt = System.nanoTime();
		return true;
	}

	private synchronized void end() {
		this.running--;
		this.endedAt = System.nanoTime();
		if (this.running == 0 && this.deferred && this.registered && !this.retired) {
			try {
				reschedule();
			}
			catch (RejectedExecutionException ex) {
				logger.debug(LogMessage.format("%s runs no more, because its scheduler has ended", this), ex);
			}
		}
	}

	/**
	 * What a task runs.
	 */
	private final class Run implements SchedulingAwareRunnable {

		@Override
		public void run() {
			if (begin(this)) {
				try {
					ScheduledMethod.this.method.run();
				}
				finally {
					end();
				}
			}
		}

		@Override
		public boolean isLongLived() {
			return ScheduledMethod.this.method instanceof SchedulingAwareRunnable aware && aware.isLongLived();
		}

		@Override
		public @Nullable String getQualifier() {
			return (ScheduledMethod.this.method instanceof SchedulingAwareRunnable aware) ? aware.getQualifier() : null;
		}

		@Override
		public String toString() {
			return ScheduledMethod.this.method.toString();
		}

	}

}
