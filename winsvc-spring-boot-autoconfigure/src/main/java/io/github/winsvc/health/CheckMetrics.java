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

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Status;

/**
 * Health checks as metrics.
 *
 * @since 0.1.0
 */
public final class CheckMetrics implements CheckRecorder {

	private final Supplier<@Nullable MeterRegistry> registry;

	/**
	 * Create the metrics.
	 * @param registry returns the registry, {@code null} if there is none
	 */
	public CheckMetrics(Supplier<@Nullable MeterRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public void checked(String name, Status status, Duration latency) {
		MeterRegistry registry = this.registry.get();
		if (registry != null) {
			Timer.builder("winsvc.health.check")
				.description("Time that health checks take")
				.tag("contributor", name)
				.tag("status", status.getCode().toLowerCase(Locale.ROOT))
				.register(registry)
				.record(latency);
		}
	}

	@Override
	public void timedOut(String name) {
		MeterRegistry registry = this.registry.get();
		if (registry != null) {
			Counter.builder("winsvc.health.check.timeouts")
				.description("Answers about the health that did without a check, because it took too long")
				.tag("contributor", name)
				.register(registry)
				.increment();
		}
	}

}
