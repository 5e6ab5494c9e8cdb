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

package io.github.winsvc.registry;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceVariablesTests {

	private final StandardEnvironment environment = new StandardEnvironment();

	private final ServiceVariables variables = new ServiceVariables();

	@BeforeEach
	void start() {
		this.environment.getPropertySources()
			.replace("systemEnvironment", new SystemEnvironmentPropertySource("systemEnvironment",
					Map.of("OWN", "own", "ORDERS_LIMIT", "5", "Orders_Home", "C:\\orders")));
		this.variables.remember(this.environment,
				Map.of("ORDERS_LIMIT", "5", "ORDERS_HOME", "%SystemDrive%\\orders", "NEVER", "given"));
	}

	private Object source() {
		return this.environment.getPropertySources().get("systemEnvironment").getSource();
	}

	@Test
	void whenNothingHasChangedThenWhatWindowsHasMadeOfItStays() {
		Object before = source();
		this.variables.applyTo(this.environment,
				Map.of("ORDERS_LIMIT", "5", "ORDERS_HOME", "%SystemDrive%\\orders", "NEVER", "given"));
		assertThat(source()).isSameAs(before);
	}

	@Test
	void whenVariableChangesThenItHasTheNewValueWhateverItsSpelling() {
		this.variables.applyTo(this.environment, Map.of("orders_limit", "6", "ORDERS_HOME", "D:\\", "NEVER", "given"));
		assertThat(source()).isEqualTo(Map.of("OWN", "own", "orders_limit", "6", "ORDERS_HOME", "D:\\"));
		assertThat(this.environment.getProperty("OWN")).isEqualTo("own");
	}

	@Test
	void whenVariableIsRemovedThenItIsGoneAndOthersAreNot() {
		this.variables.applyTo(this.environment, Map.of());
		assertThat(source()).isEqualTo(Map.of("OWN", "own"));
	}

	@Test
	void whenVariableIsAddedOverOneOfTheMachineThenItCountsUntilItGoes() {
		this.variables.applyTo(this.environment, Map.of("Own", "new", "ORDERS_LIMIT", "5"));
		assertThat(this.environment.getProperty("Own")).isEqualTo("new");
		this.variables.applyTo(this.environment, Map.of("ORDERS_LIMIT", "5"));
		assertThat(source()).isEqualTo(Map.of("OWN", "own", "ORDERS_LIMIT", "5"));
	}

}
