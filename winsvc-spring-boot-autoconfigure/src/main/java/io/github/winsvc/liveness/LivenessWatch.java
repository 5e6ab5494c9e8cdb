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

package io.github.winsvc.liveness;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.github.winsvc.host.EndGuard;
import io.github.winsvc.host.HostFailure;
import io.github.winsvc.host.RepeatedTask;
import io.github.winsvc.liveness.LivenessCheck.Finding;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.log.LogMessage;

/**
 * Ends a service that no longer works, so that Windows restarts it. Rests during a pause.
 *
 * @since 0.1.0
 */
public final class LivenessWatch implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(LivenessWatch.class);

	private final List<LivenessCheck> checks;

	private final Duration interval;

	private final EndGuard guard;

	private final Consumer<HostFailure> end;

	private final Set<HostFailure> refused = EnumSet.noneOf(HostFailure.class);

	private final RepeatedTask series;

	/**
	 * Create the watch.
	 * @param checks what to look at
	 * @param interval the time between two looks
	 * @param guard says whether the service may end itself
	 * @param end ends the service
	 */
	public LivenessWatch(List<LivenessCheck> checks, Duration interval, EndGuard guard, Consumer<HostFailure> end) {
		this.checks = List.copyOf(checks);
		this.interval = interval;
		this.guard = guard;
		this.end = end;
		this.series = new RepeatedTask("winsvc-liveness", this::look, interval);
	}

	/**
	 * Not before everything else has started.
	 */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

	@Override
	public void start() {
		if (!this.checks.isEmpty()) {
			this.series.start(this.interval);
		}
	}

	@Override
	public void stop() {
		this.series.stop();
	}

	@Override
	public boolean isRunning() {
		return this.series.isRunning();
	}

	/**
	 * Look at everything. An exception would end the series.
	 */
	void look() {
		for (LivenessCheck check : this.checks) {
			try {
				check.look().ifPresent(this::act);
			}
			catch (RuntimeException ex) {
				logger.warn("It cannot be found out whether the service still works", ex);
			}
		}
	}

	private void act(Finding finding) {
		if (this.refused.contains(finding.failure())) {
			return;
		}
		if (this.guard.permit()) {
			logger.error(finding.detail());
			this.end.accept(finding.failure());
		}
		else {
			this.refused.add(finding.failure());
			logger.error(LogMessage.format("%s. The service lives on all the same, as it has ended itself too often of "
					+ "late: winsvc.liveness.max-ends in winsvc.liveness.ends-period", finding.detail()));
		}
	}

}
