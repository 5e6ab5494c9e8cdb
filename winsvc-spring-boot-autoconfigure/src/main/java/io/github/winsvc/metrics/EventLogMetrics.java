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

import java.util.function.ToDoubleFunction;

import io.github.winsvc.eventlog.EventLogCounts;
import io.github.winsvc.eventlog.ServiceEventLog;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * What has become of the entries for the event log of Windows, as metrics.
 *
 * @since 0.1.0
 */
public final class EventLogMetrics implements MeterBinder {

	private final ServiceEventLog log;

	/**
	 * Create the metrics.
	 * @param log the event log
	 */
	public EventLogMetrics(ServiceEventLog log) {
		this.log = log;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		entries(registry, "written", EventLogCounts::written);
		entries(registry, "suppressed", EventLogCounts::suppressed);
		entries(registry, "dropped", EventLogCounts::dropped);
		entries(registry, "failed", EventLogCounts::failed);
	}

	private void entries(MeterRegistry registry, String result, ToDoubleFunction<EventLogCounts> count) {
		FunctionCounter.builder("winsvc.event.log.entries", this.log, (log) -> count.applyAsDouble(log.counts()))
			.description("Entries for the event log of Windows")
			.tag("result", result)
			.register(registry);
	}

}
