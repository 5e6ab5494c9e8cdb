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

import io.github.winsvc.boot.WinsvcProperties;
import io.github.winsvc.event.OnServiceControlListenerFactory;
import io.github.winsvc.host.ServiceHost;
import jakarta.validation.constraints.Min;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link WinsvcAutoConfiguration}.
 */
class WinsvcAutoConfigurationTests {

	private final ApplicationContextRunner plain = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WinsvcAutoConfiguration.class));

	@Test
	void whenApplicationIsNoServiceThenNothingIsConfigured() {
		this.plain.run((context) -> assertThat(context).doesNotHaveBean(WinsvcAutoConfiguration.class)
			.doesNotHaveBean(OnServiceControlListenerFactory.class));
	}

	@Test
	void whenApplicationIsServiceThenItsMethodsCanHandleControls() {
		this.plain.withBean("winsvcServiceHost", ServiceHost.class, () -> mock(ServiceHost.class))
			.run((context) -> assertThat(context).hasSingleBean(OnServiceControlListenerFactory.class)
				.hasSingleBean(WinsvcProperties.class));
	}

	@Test
	void whenRuleIsBrokenThenTheBindingOfSpringBootRefusesIt() {
		this.plain.withBean("winsvcServiceHost", ServiceHost.class, () -> mock(ServiceHost.class))
			.withPropertyValues("winsvc.liveness.heap-after-gc=500")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(BindValidationException.class)
				.hasMessageContainingAll("winsvc.liveness", "heapAfterGc", "500", "it can be 0 to 100"));
	}

	@Test
	void whenPropertiesAreOfTheApplicationThenTheirRulesAreItsOwn() {
		this.plain.withBean("winsvcServiceHost", ServiceHost.class, () -> mock(ServiceHost.class))
			.withUserConfiguration(ShopConfiguration.class)
			.withPropertyValues("shop.shelves=0")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(BindValidationException.class)
				.hasMessageContainingAll("'shop' on field 'shelves'", "rejected value [0]"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(ShopProperties.class)
	static class ShopConfiguration {

	}

	/**
	 * Properties of an application that has a provider of Jakarta Validation.
	 */
	@Validated
	@ConfigurationProperties("shop")
	record ShopProperties(@Min(1) int shelves) {

	}

}
