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

package io.github.winsvc.autoconfigure;

import java.util.concurrent.atomic.AtomicReference;

import io.github.winsvc.host.EndGuard;
import io.github.winsvc.host.HostFailure;
import io.github.winsvc.eventlog.ServiceEventLog;
import io.github.winsvc.host.ServiceFacts;
import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.liveness.LivenessWatch;
import io.github.winsvc.metrics.ServiceMetrics;
import io.github.winsvc.resource.CounterMetrics;
import io.github.winsvc.resource.ResourceMetrics;
import io.github.winsvc.resource.ResourceMonitor;
import io.github.winsvc.resource.ResourcesHealthIndicator;
import io.github.winsvc.scm.EventLog;
import io.github.winsvc.scm.OwnProcess;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

/**
 * Tests for {@link WinsvcMetricsAutoConfiguration},
 * {@link WinsvcResourceAutoConfiguration} and {@link WinsvcLivenessAutoConfiguration}.
 */
class WinsvcMonitoringAutoConfigurationTests {

	private final AtomicReference<HostFailure> failure = new AtomicReference<>();

	private final ApplicationContextRunner plain = new ApplicationContextRunner().withConfiguration(AutoConfigurations
		.of(WinsvcAutoConfiguration.class, WinsvcMetricsAutoConfiguration.class, WinsvcResourceAutoConfiguration.class,
				WinsvcLivenessAutoConfiguration.class, HealthContributorAutoConfiguration.class,
				HealthContributorRegistryAutoConfiguration.class, HealthEndpointAutoConfiguration.class));

	private final ServiceHost host = host();

	private final ApplicationContextRunner service = this.plain
		.withBean("winsvcServiceHost", ServiceHost.class, () -> this.host)
		.withBean("winsvcServiceEventLog", ServiceEventLog.class,
				() -> new ServiceEventLog(EventLog.NONE, (logger) -> false))
		.withBean("winsvcEndGuard", EndGuard.class, () -> () -> true)
		.withBean("winsvcServiceFacts", ServiceFacts.class,
				() -> new ServiceFacts("orders", "demand", OwnProcess.UNKNOWN, null, null));

	private ServiceHost host() {
		ServiceHost host = mock(ServiceHost.class);
		willAnswer((call) -> {
			this.failure.set(call.getArgument(0));
			return null;
		}).given(host).fail(any());
		return host;
	}

	@Test
	void whenApplicationIsNoServiceThenNothingIsConfigured() {
		this.plain.run((context) -> assertThat(context).doesNotHaveBean(MeterBinder.class)
			.doesNotHaveBean(ResourceMonitor.class)
			.doesNotHaveBean(LivenessWatch.class));
	}

	@Test
	void whenApplicationIsServiceThenItsLifeAndResourcesAreMetricsAndHealth() {
		this.service.run((context) -> {
			assertThat(context).hasSingleBean(ServiceMetrics.class)
				.hasSingleBean(CounterMetrics.class)
				.hasSingleBean(ResourceMetrics.class)
				.hasSingleBean(ResourcesHealthIndicator.class);
			assertThat(context.getBean(ResourceMonitor.class).isRunning()).isTrue();
			assertThat(context.getBean(LivenessWatch.class).isRunning()).isFalse();
		});
	}

	@Test
	void whenResourcesAreNotToBeWatchedThenTheyAreNot() {
		this.service.withPropertyValues("winsvc.resources.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ResourceMonitor.class)
				.doesNotHaveBean(ResourcesHealthIndicator.class));
	}

	@Test
	void whenHealthOfResourcesIsNotWantedThenThereIsNone() {
		this.service.withPropertyValues("management.health.winsvc-resources.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(ResourceMonitor.class)
				.doesNotHaveBean(ResourcesHealthIndicator.class));
	}

	@Test
	void whenThereIsNeitherHealthNorMetricsThenServiceWorksAllTheSame() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(WinsvcAutoConfiguration.class, WinsvcMetricsAutoConfiguration.class,
							WinsvcResourceAutoConfiguration.class, WinsvcLivenessAutoConfiguration.class))
			.withBean("winsvcServiceHost", ServiceHost.class, () -> this.host)
			.withBean("winsvcEndGuard", EndGuard.class, () -> () -> true)
			.withBean("winsvcServiceFacts", ServiceFacts.class,
					() -> new ServiceFacts("orders", "demand", OwnProcess.UNKNOWN, null, null))
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.health", "io.micrometer.core"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(ResourceMonitor.class));
	}

	@Test
	void whenHealthGroupIsDownThenServiceEnds() {
		this.service.withBean("dbHealthIndicator", HealthIndicator.class, () -> Health.down()::build)
			.withPropertyValues("management.endpoint.health.group.vital.include=db",
					"winsvc.liveness.health-groups=vital", "winsvc.liveness.interval=10ms")
			.run((context) -> verify(this.host, timeout(10_000).atLeastOnce()).fail(HostFailure.HEALTH_DOWN));
	}

	@Test
	void whenHealthGroupIsUpThenServiceLivesOn() {
		this.service.withBean("dbHealthIndicator", HealthIndicator.class, () -> Health.up()::build)
			.withPropertyValues("management.endpoint.health.group.vital.include=db",
					"winsvc.liveness.health-groups=vital", "winsvc.liveness.interval=10ms")
			.run((context) -> {
				Thread.sleep(200);
				assertThat(context.getBean(LivenessWatch.class).isRunning()).isTrue();
				assertThat(this.failure).hasNullValue();
			});
	}

	@Test
	void whenHealthGroupDoesNotExistThenStartFailsAndSaysSo() {
		this.service.withPropertyValues("winsvc.liveness.health-groups=vital")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("winsvc.liveness.health-groups names 'vital'"));
	}

	@Test
	void whenDeadlocksAndHeapAreToBeWatchedThenTheyAre() {
		this.service.withPropertyValues("winsvc.liveness.deadlocks=true", "winsvc.liveness.heap-after-gc=90")
			.run((context) -> assertThat(context.getBean(LivenessWatch.class).isRunning()).isTrue());
	}

}
