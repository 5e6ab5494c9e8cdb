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

package io.github.winsvc.metrics;

import java.util.concurrent.TimeUnit;

import io.github.winsvc.launch.PastReload.Outcome;
import io.github.winsvc.reload.ReloadHistory;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * The reloads of the configuration as metrics.
 *
 * @since 0.1.0
 */
public final class ReloadMetrics implements MeterBinder {

	private final ReloadHistory history;

	/**
	 * Create the metrics.
	 * @param history the reloads
	 */
	public ReloadMetrics(ReloadHistory history) {
		this.history = history;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (Outcome outcome : Outcome.values()) {
			FunctionTimer
				.builder("winsvc.reload", this.history, (history) -> history.count(outcome),
						(history) -> history.duration(outcome).toNanos(), TimeUnit.NANOSECONDS)
				.description("Reloads of the configuration, and the time that they took")
				.tag("outcome", outcome.toString())
				.register(registry);
		}
		Gauge.builder("winsvc.reload.restart.pending", this.history, (history) -> history.keysForRestart().size())
			.description("Properties that have changed since the start and take effect at the next one")
			.baseUnit("keys")
			.register(registry);
	}

}
