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

import java.time.Duration;

import io.github.winsvc.eventlog.ServiceEvent;
import io.github.winsvc.eventlog.ServiceEventLog;
import io.github.winsvc.test.scm.FakeScm;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventLogMetrics}.
 */
class EventLogMetricsTests {

	@AutoClose
	private final FakeScm scm = new FakeScm();

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	@Test
	void whenEntriesAreWrittenThenTheyAreCounted() {
		ServiceEventLog log = new ServiceEventLog(this.scm.eventLog().open("orders"), (logger) -> false);
		new EventLogMetrics(log).bindTo(this.registry);
		log.report(ServiceEvent.STARTED, "started");
		log.report(ServiceEvent.STOPPING, "stopping");
		log.flush(Duration.ofSeconds(10));
		assertThat(count("written")).isEqualTo(2);
		assertThat(count("suppressed")).isZero();
		assertThat(count("dropped")).isZero();
		assertThat(count("failed")).isZero();
	}

	private double count(String result) {
		return this.registry.get("winsvc.event.log.entries").tag("result", result).functionCounter().count();
	}

}
