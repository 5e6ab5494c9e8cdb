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
import java.util.concurrent.atomic.AtomicInteger;

import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import org.jspecify.annotations.Nullable;

/**
 * How a pending state gets on. Steps are counted by any thread, everything else belongs
 * to the owner of the status. Times are values of {@link System#nanoTime()}.
 */
final class Progress {

	/**
	 * The SCM is told a little more time than there is, so that the next report, or the
	 * end of an overdue service, still arrives in time.
	 */
	private static final Duration MARGIN = Duration.ofSeconds(10);

	/** How often progress is reported at most. */
	private static final long INTERVAL = Duration.ofMillis(500).toNanos();

	private final AtomicInteger steps = new AtomicInteger();

	private volatile @Nullable Duration promise;

	private int reportedSteps;

	private int checkpoint;

	private long begin;

	private long lastReport;

	/**
	 * Count a step of the application. Cheap enough for every bean.
	 * @param promise the time until the next step at most, {@code null} if unknown
	 */
	void step(@Nullable Duration promise) {
		this.promise = promise;
		this.steps.incrementAndGet();
	}

	/**
	 * Begin a pending state.
	 */
	ServiceStatus begin(ServiceState state, Deadlines deadlines, long now) {
		this.begin = now;
		this.checkpoint = 0;
		this.promise = null;
		return next(state, deadlines, now);
	}

	/**
	 * Whether there is progress to report.
	 */
	boolean isMade(long now) {
		return this.steps.get() != this.reportedSteps && now - this.lastReport >= INTERVAL;
	}

	/**
	 * Return what to report of the progress made.
	 */
	ServiceStatus next(ServiceState state, Deadlines deadlines, long now) {
		this.reportedSteps = this.steps.get();
		this.lastReport = now;
		this.checkpoint++;
		return ServiceStatus.pending(state, this.checkpoint, waitHint(state, deadlines, now));
	}

	/**
	 * No longer than the state may last, nor than it may go without progress.
	 */
	private Duration waitHint(ServiceState state, Deadlines deadlines, long now) {
		Duration left = whole(state, deadlines).minusNanos(now - this.begin);
		Duration step = (state == ServiceState.START_PENDING) ? deadlines.progress() : this.promise;
		Duration hint = (step != null && step.compareTo(left) < 0) ? step : left;
		return (hint.isNegative() ? Duration.ZERO : hint).plus(MARGIN);
	}

	/**
	 * Return what has taken too long.
	 */
	@Nullable HostFailure overdue(ServiceState state, Deadlines deadlines, long now) {
		if (state == ServiceState.START_PENDING && this.steps.get() == this.reportedSteps
				&& now - this.lastReport > deadlines.progress().toNanos()) {
			return HostFailure.START_WITHOUT_PROGRESS;
		}
		if (now - this.begin <= whole(state, deadlines).toNanos()) {
			return null;
		}
		return switch (state) {
			case START_PENDING -> HostFailure.START_TOO_LONG;
			case STOP_PENDING -> HostFailure.STOP_TOO_LONG;
			default -> HostFailure.PAUSE_TOO_LONG;
		};
	}

	private static Duration whole(ServiceState state, Deadlines deadlines) {
		return switch (state) {
			case START_PENDING -> deadlines.start();
			case STOP_PENDING -> deadlines.stop();
			default -> deadlines.pause();
		};
	}

}
