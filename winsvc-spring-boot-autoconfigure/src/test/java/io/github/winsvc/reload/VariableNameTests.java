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

package io.github.winsvc.reload;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class VariableNameTests {

	@ParameterizedTest
	@CsvSource({ "ORDERS_LIMIT, orders.limit", "ORDERS_LIMIT, orders", "orders_limit, orders.limit",
			"ORDERS_MAXLINES, orders.max-lines", "ORDERS_MAX_LINES, orders.max-lines", "ORDERS_HOSTS_0, orders.hosts",
			"ORDERS_HOSTS_0_NAME, orders.hosts[0].name", "ORDERS_ORIGINS_EU, orders.origins" })
	void whenVariableStandsForAPropertyThenThatIsAffected(String variable, String name) {
		assertThat(change(variable).keysOf(name)).containsExactly(variable);
	}

	@ParameterizedTest
	@CsvSource({ "ORDERS_LIMIT, order", "ORDERS_LIMIT, orders.limit.max", "ORDERS_LIMITS, orders.limit",
			"ORDERS, orders.limit", "MY_ORDERS_LIMIT, orders", "orders.max_lines, orders.max" })
	void whenVariableStandsForAnotherOneThenItIsNot(String variable, String name) {
		assertThat(change(variable).affects(name)).isFalse();
	}

	private static ConfigChange change(String key) {
		StandardEnvironment environment = new StandardEnvironment();
		return new ConfigChange(Set.of(key), Set.of(), environment, environment);
	}

}
