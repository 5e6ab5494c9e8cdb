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

package io.github.winsvc.boot;

import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServiceImportFilter}.
 */
class ServiceImportFilterTests {

	private static final String OWN = "io.github.winsvc.autoconfigure.WinsvcAutoConfiguration";

	private static boolean[] match(ConfigurableApplicationContext context) {
		ServiceImportFilter filter = new ServiceImportFilter();
		filter.setBeanFactory(context.getBeanFactory());
		return filter.match(new String[] { OWN, null, "orders.OrdersAutoConfiguration" }, null);
	}

	@Test
	void whenApplicationIsNoServiceThenOnlyOwnAutoConfigurationIsLeftOutAndTheReportSaysWhy() {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.run()) {
			assertThat(match(context)).containsExactly(false, true, true);
			assertThat(
					ConditionEvaluationReport.get(context.getBeanFactory()).getConditionAndOutcomesBySource().get(OWN))
				.anySatisfy((outcome) -> assertThat(outcome.getOutcome().getMessage())
					.isEqualTo("the application does not run as a service"));
		}
	}

	@Test
	void whenApplicationIsAServiceThenNothingIsLeftOut() {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Object.class)
			.web(WebApplicationType.NONE)
			.initializers((prepared) -> prepared.getBeanFactory()
				.registerSingleton(RunningService.HOST_BEAN_NAME, new Object()))
			.run()) {
			assertThat(match(context)).containsExactly(true, true, true);
		}
	}

	@Test
	void whenSpringBootLooksForFiltersThenItFindsThisOne() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation().load(AutoConfigurationImportFilter.class))
			.hasAtLeastOneElementOfType(ServiceImportFilter.class);
	}

	@EnableAutoConfiguration
	static class Application {

	}

}
