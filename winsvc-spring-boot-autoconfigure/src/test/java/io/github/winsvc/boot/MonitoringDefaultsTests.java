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

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetryResourceAttributes;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MonitoringDefaults}.
 */
class MonitoringDefaultsTests {

	private final MockEnvironment environment = new MockEnvironment().withProperty("COMPUTERNAME", "SHOP1");

	private MockEnvironment withDefaults() {
		this.environment.getPropertySources()
			.addLast(new MapPropertySource("defaults", MonitoringDefaults.of(this.environment, "orders")));
		return this.environment;
	}

	private String exposed() {
		return withDefaults().getProperty("management.endpoints.web.exposure.include");
	}

	/**
	 * Return the attributes as Spring Boot gives them to exporters.
	 */
	private Map<String, String> attributes() {
		Map<String, String> configured = Binder.get(withDefaults())
			.bind("management.opentelemetry.resource-attributes", Bindable.mapOf(String.class, String.class))
			.orElse(Map.of());
		Map<String, String> attributes = new LinkedHashMap<>();
		new OpenTelemetryResourceAttributes(this.environment, configured).applyTo(attributes::put);
		return attributes;
	}

	@Test
	void whenNothingIsConfiguredThenWhatMonitoringReadsIsExposed() {
		assertThat(exposed()).isEqualTo("health,metrics,prometheus,winsvc");
	}

	@Test
	void whenApplicationSaysWhatIsExposedThenThatCounts() {
		this.environment.setProperty("management.endpoints.web.exposure.include", "health");
		assertThat(exposed()).isEqualTo("health");
	}

	@Test
	void whenDefaultIsNotWantedThenThereIsNone() {
		this.environment.setProperty("winsvc.actuator.exposed", "false");
		assertThat(exposed()).isNull();
	}

	@Test
	void whenNothingIsConfiguredThenTelemetryKnowsHostServiceAndInstance() {
		assertThat(attributes()).containsEntry("host.name", "SHOP1")
			.containsEntry("service.name", "orders")
			.containsEntry("service.instance.id", "SHOP1/orders");
	}

	@Test
	void whenApplicationHasANameThenThatIsTheNameOfTheService() {
		this.environment.setProperty("spring.application.name", "order-intake");
		assertThat(attributes()).containsEntry("service.name", "order-intake");
	}

	@Test
	void whenApplicationSaysWhatItIsThenThatCounts() {
		this.environment.setProperty("management.opentelemetry.resource-attributes.host.name", "north");
		this.environment.setProperty("management.opentelemetry.resource-attributes[service.instance.id]", "1");
		assertThat(attributes()).containsEntry("host.name", "north").containsEntry("service.instance.id", "1");
	}

	@Test
	void whenVariablesOfOpenTelemetrySayItThenNoPropertyDoes() {
		this.environment.setProperty("OTEL_SERVICE_NAME", "intake");
		this.environment.setProperty("OTEL_RESOURCE_ATTRIBUTES", "host.name=north,service.instance.id=1");
		assertThat(MonitoringDefaults.of(this.environment, "orders").keySet())
			.noneMatch((name) -> name.startsWith("management.opentelemetry"));
	}

	@Test
	void whenHostIsNoWindowsThenTheNameOfItsShellCountsIfThereIsOne() {
		MockEnvironment other = new MockEnvironment();
		assertThat(MonitoringDefaults.of(other, "orders"))
			.doesNotContainKey("management.opentelemetry.resource-attributes.host.name");
		other.setProperty("HOSTNAME", "shop2");
		assertThat(MonitoringDefaults.of(other, "orders"))
			.containsEntry("management.opentelemetry.resource-attributes.host.name", "shop2");
	}

}
