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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.github.winsvc.host.HostedApplication;
import io.github.winsvc.host.ServiceFacts;
import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.scm.EndedRun;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.OwnProcess;
import io.github.winsvc.scm.ServiceControl.Custom;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.test.scm.FakeScm;
import io.github.winsvc.test.scm.FakeService;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ServiceMetrics}.
 */
class ServiceMetricsTests {

	private static final Instant TIME = Instant.parse("2026-05-04T03:02:01Z");

	@AutoClose
	private final FakeScm scm = new FakeScm();

	private final FakeService service = this.scm.register("orders");

	private final ServiceHost host = new ServiceHost(mock(HostedApplication.class), (code) -> {
	});

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private void bind(EndedRun former, Integer restarts) {
		new ServiceMetrics(this.host, new ServiceFacts("orders", "auto", OwnProcess.UNKNOWN, former, restarts))
			.bindTo(this.registry);
	}

	private void run() {
		this.host.connect(this.service.begin(), Duration.ofSeconds(5));
		this.host.accept(Set.of(), Set.of(200));
		this.host.ready();
		this.service.awaitState(ServiceState.RUNNING);
	}

	private double gauge(String name, String... tags) {
		return this.registry.get(name).tags(tags).gauge().value();
	}

	private double count(String name, String... tags) {
		return this.registry.get(name).tags(tags).functionCounter().count();
	}

	@Test
	void whenServiceRunsThenItsStateIsTheOnlyOne() {
		bind(null, null);
		run();
		assertThat(gauge("winsvc.state", "state", "running")).isEqualTo(1);
		assertThat(gauge("winsvc.state", "state", "paused")).isZero();
		assertThat(this.registry.get("winsvc.state").gauges()).hasSize(ServiceState.values().length);
		assertThat(count("winsvc.transitions", "to", "running")).isEqualTo(1);
		this.host.end();
	}

	@Test
	void whenServiceRunsThenTimesAreToldInSeconds() {
		bind(null, null);
		run();
		assertThat(this.registry.get("winsvc.uptime").timeGauge().value(TimeUnit.SECONDS)).isBetween(0.0, 60.0);
		assertThat(
				this.registry.get("winsvc.start.duration").tag("phase", "answer").timeGauge().value(TimeUnit.SECONDS))
			.isBetween(0.0, 60.0);
		assertThat(this.registry.get("winsvc.start.duration").tag("phase", "refresh").timeGauge().value()).isNaN();
		this.host.end();
	}

	@Test
	void whenControlsComeThenTheyAreCountedByKindAndResult() {
		bind(null, null);
		run();
		this.service.send(new Custom(200));
		this.service.send(new Custom(200));
		this.service.send(new Custom(201));
		assertThat(count("winsvc.controls", "control", "custom", "result", "handled")).isEqualTo(2);
		assertThat(count("winsvc.controls", "control", "custom", "result", "refused")).isEqualTo(1);
		assertThat(count("winsvc.controls", "control", "stop", "result", "handled")).isZero();
		assertThat(count("winsvc.controls", "control", "other", "result", "handled")).isZero();
		this.host.end();
	}

	@Test
	void whenNothingIsKnownOfAnotherRunThenNothingIsTold() {
		bind(null, null);
		assertThat(this.registry.getMeters()).extracting((meter) -> meter.getId().getName())
			.doesNotContain("winsvc.last.exit.code", "winsvc.last.stop.duration", "winsvc.restarts");
	}

	@Test
	void whenAnotherRunEndedThenItsCodeAndStopAreTold() {
		bind(new EndedRun(TIME, TIME, new ExitCode.ServiceSpecific(42), Duration.ofSeconds(3)), 2);
		assertThat(gauge("winsvc.last.exit.code")).isEqualTo(42);
		assertThat(this.registry.get("winsvc.last.stop.duration").timeGauge().value(TimeUnit.SECONDS)).isEqualTo(3);
		assertThat(gauge("winsvc.restarts")).isEqualTo(2);
	}

	@Test
	void whenAnotherRunDiedThenThatIsTold() {
		bind(new EndedRun(TIME, null, null, null), 0);
		assertThat(gauge("winsvc.last.exit.code")).isEqualTo(-1);
	}

	@Test
	void whenMetricsAreBoundThenEachIsDescribedAndThereAreFew() {
		bind(new EndedRun(TIME, TIME, ExitCode.SUCCESS, Duration.ofSeconds(3)), 2);
		List<Meter> meters = this.registry.getMeters();
		assertThat(meters).hasSizeLessThan(50).allSatisfy((meter) -> {
			assertThat(meter.getId().getDescription()).isNotBlank();
			assertThat(meter.getId().getName()).startsWith("winsvc.");
		});
	}

}
