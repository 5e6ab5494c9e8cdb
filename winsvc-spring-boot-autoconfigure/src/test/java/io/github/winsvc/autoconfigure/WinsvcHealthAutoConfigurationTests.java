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

import java.time.Duration;

import io.github.winsvc.health.CheckMetrics;
import io.github.winsvc.health.CheckRecorder;
import io.github.winsvc.health.HealthProperties;
import io.github.winsvc.health.HealthWatches;
import io.github.winsvc.health.NoRecorder;
import io.github.winsvc.health.ServiceEndpoint;
import io.github.winsvc.health.ServiceEndpointWebExtension;
import io.github.winsvc.health.ServiceHealthIndicator;
import io.github.winsvc.health.WatchedHealthRegistry;
import io.github.winsvc.health.WatchedReactiveRegistry;
import io.github.winsvc.host.ServiceFacts;
import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.scm.OwnProcess;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.DefaultHealthContributorRegistry;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WinsvcHealthAutoConfiguration}.
 */
class WinsvcHealthAutoConfigurationTests {

	private final ApplicationContextRunner plain = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WinsvcAutoConfiguration.class, WinsvcHealthAutoConfiguration.class,
				HealthContributorAutoConfiguration.class, HealthContributorRegistryAutoConfiguration.class,
				HealthEndpointAutoConfiguration.class))
		.withBean("dbHealthIndicator", HealthIndicator.class, () -> Health.up()::build);

	private final ApplicationContextRunner service = this.plain
		.withBean("winsvcServiceHost", ServiceHost.class, WinsvcHealthAutoConfigurationTests::host)
		.withBean("winsvcServiceFacts", ServiceFacts.class,
				() -> new ServiceFacts("orders", "demand", OwnProcess.UNKNOWN, null, null));

	private static ServiceHost host() {
		return new ServiceHost(null, (code) -> {
		});
	}

	@Test
	void whenApplicationIsNoServiceThenNothingIsDifferent() {
		this.plain.withPropertyValues("management.endpoints.web.exposure.include=*")
			.run((context) -> assertThat(context).doesNotHaveBean(HealthWatches.class)
				.doesNotHaveBean(ServiceHealthIndicator.class)
				.doesNotHaveBean(ServiceEndpoint.class)
				.getBean(HealthContributorRegistry.class)
				.isInstanceOf(DefaultHealthContributorRegistry.class));
	}

	@Test
	void whenApplicationIsServiceThenChecksAreWatchedAndItsOwnIsAmongThem() {
		this.service.run((context) -> {
			assertThat(context).getBean(HealthContributorRegistry.class).isInstanceOf(WatchedHealthRegistry.class);
			assertThat(context).getBean(ReactiveHealthContributorRegistry.class)
				.isInstanceOf(WatchedReactiveRegistry.class);
			assertThat(context.getBean(HealthContributorRegistry.class).stream()).extracting((entry) -> entry.name())
				.contains("db", "winsvc");
		});
	}

	@Test
	void whenOwnCheckIsNotWantedThenThereIsNone() {
		this.service.withPropertyValues("management.health.winsvc.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ServiceHealthIndicator.class));
	}

	@Test
	void whenEndpointIsNotExposedThenThereIsNone() {
		this.service.withPropertyValues("management.endpoints.web.exposure.include=health")
			.run((context) -> assertThat(context).doesNotHaveBean(ServiceEndpoint.class)
				.doesNotHaveBean(ServiceEndpointWebExtension.class));
	}

	@Test
	void whenEndpointIsExposedThenItIsThere() {
		this.service.withPropertyValues("management.endpoints.web.exposure.include=winsvc")
			.run((context) -> assertThat(context).hasSingleBean(ServiceEndpoint.class)
				.hasSingleBean(ServiceEndpointWebExtension.class));
	}

	@Test
	void whenLimitsAreConfiguredThenTheyApply() {
		this.service.withPropertyValues("winsvc.health.timeout=3s", "winsvc.health.down-after=1m")
			.run((context) -> assertThat(context.getBean(HealthProperties.class))
				.isEqualTo(new HealthProperties(Duration.ofSeconds(3), Duration.ofMinutes(1), Duration.ofMillis(500),
						Duration.ofSeconds(10), Duration.ofSeconds(1))));
	}

	@Test
	void whenThereAreMetricsThenChecksAreTimed() {
		this.service.withBean(SimpleMeterRegistry.class).run((context) -> {
			((HealthIndicator) context.getBean(HealthContributorRegistry.class).getContributor("db")).health();
			assertThat(context).getBean(CheckRecorder.class).isInstanceOf(CheckMetrics.class);
			SimpleMeterRegistry registry = context.getBean(SimpleMeterRegistry.class);
			assertThat(registry.get("winsvc.health.check").tags("contributor", "db", "status", "up").timer().count())
				.isEqualTo(1);
		});
	}

	@Test
	void whenThereAreNoMetricsThenChecksAreWatchedAllTheSame() {
		this.service.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.getBean(CheckRecorder.class)
				.isInstanceOf(NoRecorder.class));
	}

	@Test
	void whenThereIsNoReactorThenChecksAreWatchedAllTheSame() {
		this.service.withClassLoader(new FilteredClassLoader(Flux.class))
			.withPropertyValues("management.endpoints.web.exposure.include=winsvc")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ServiceEndpointWebExtension.class)
				.getBean(HealthContributorRegistry.class)
				.isInstanceOf(WatchedHealthRegistry.class));
	}

	@Test
	void whenThereIsNoHealthThenNothingIsConfigured() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(WinsvcAutoConfiguration.class, WinsvcHealthAutoConfiguration.class))
			.withBean("winsvcServiceHost", ServiceHost.class, WinsvcHealthAutoConfigurationTests::host)
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthWatches.class));
	}

}
