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

import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.web.AllowedPaths;
import io.github.winsvc.web.PausedAnswer;
import io.github.winsvc.web.TrafficGate;
import io.github.winsvc.web.TrafficGateFilter;
import io.github.winsvc.web.TrafficGateWebFilter;
import jakarta.servlet.DispatcherType;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link WinsvcWebAutoConfiguration}.
 */
class WinsvcWebAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(WinsvcAutoConfiguration.class,
			WinsvcWebAutoConfiguration.class);

	private final WebApplicationContextRunner servlet = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withBean("winsvcServiceHost", ServiceHost.class, () -> mock(ServiceHost.class));

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withBean("winsvcServiceHost", ServiceHost.class, () -> mock(ServiceHost.class));

	@Test
	void whenApplicationIsNoServiceThenThereIsNoGate() {
		new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).doesNotHaveBean(TrafficGate.class)
				.doesNotHaveBean(FilterRegistrationBean.class));
	}

	@Test
	void whenApplicationHasNoWebServerThenThereIsNoGate() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withBean("winsvcServiceHost", ServiceHost.class, () -> mock(ServiceHost.class))
			.run((context) -> assertThat(context).doesNotHaveBean(TrafficGate.class));
	}

	@Test
	void whenApplicationIsServletThenFirstDispatchOfEachRequestPassesTheGate() {
		this.servlet.run((context) -> {
			assertThat(context).hasSingleBean(TrafficGate.class).doesNotHaveBean(TrafficGateWebFilter.class);
			FilterRegistrationBean<?> registration = context.getBean(FilterRegistrationBean.class);
			assertThat(registration.getFilter()).isInstanceOf(TrafficGateFilter.class);
			assertThat(registration.determineDispatcherTypes()).containsExactly(DispatcherType.REQUEST);
		});
	}

	@Test
	void whenApplicationIsReactiveThenEachRequestPassesTheGate() {
		this.reactive.run((context) -> assertThat(context).hasSingleBean(TrafficGate.class)
			.hasSingleBean(TrafficGateWebFilter.class)
			.doesNotHaveBean(FilterRegistrationBean.class));
	}

	@Test
	void whenServiceCannotBePausedThenThereIsNoGate() {
		this.servlet.withPropertyValues("winsvc.pause.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(TrafficGate.class)
				.doesNotHaveBean(FilterRegistrationBean.class));
	}

	@Test
	void whenTimeToComeBackIsConfiguredThenItIsTold() {
		this.servlet.withPropertyValues("winsvc.pause.retry-after=2m")
			.run((context) -> assertThat(context.getBean(PausedAnswer.class))
				.isEqualTo(new PausedAnswer(Duration.ofMinutes(2))));
	}

	@Test
	void whenThereIsNoActuatorThenGateWorksWithoutIt() {
		this.servlet.withClassLoader(new FilteredClassLoader(ManagementPortType.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(TrafficGate.class)
				.hasSingleBean(AllowedPaths.class));
	}

}
