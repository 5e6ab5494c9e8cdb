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
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HealthAddress}.
 */
class HealthAddressTests {

	private final MockEnvironment environment = new MockEnvironment();

	private String address() {
		return HealthAddress.of(this.environment, WebApplicationType.SERVLET);
	}

	@Test
	void whenNothingIsConfiguredThenAddressIsTheDefault() {
		assertThat(address()).isEqualTo("http://localhost:8080/actuator/health");
	}

	@Test
	void whenApplicationIsNotWebThenThereIsNone() {
		assertThat(HealthAddress.of(this.environment, WebApplicationType.NONE)).isNull();
	}

	@Test
	void whenPortAndPathsAreConfiguredThenAddressHasThem() {
		this.environment.withProperty("server.port", "9090")
			.withProperty("server.servlet.context-path", "/shop")
			.withProperty("management.endpoints.web.base-path", "/manage");
		assertThat(address()).isEqualTo("http://localhost:9090/shop/manage/health");
	}

	@Test
	void whenManagementHasItsOwnPortThenAddressHasThatAndNotThePathOfTheApplication() {
		this.environment.withProperty("server.servlet.context-path", "/shop")
			.withProperty("management.server.port", "9091")
			.withProperty("management.server.base-path", "/ops");
		assertThat(address()).isEqualTo("http://localhost:9091/ops/actuator/health");
	}

	@Test
	void whenBasePathIsTheRootThenAddressHasNoDoubleSlash() {
		this.environment.withProperty("management.endpoints.web.base-path", "/");
		assertThat(address()).isEqualTo("http://localhost:8080/health");
	}

	@Test
	void whenPortIsAnyOrNoneThenThereIsNone() {
		this.environment.withProperty("server.port", "0");
		assertThat(address()).isNull();
		this.environment.withProperty("management.server.port", "-1");
		assertThat(address()).isNull();
	}

	@Test
	void whenConnectionIsSecuredThenAddressSaysSo() {
		this.environment.withProperty("server.ssl.bundle", "orders");
		assertThat(address()).isEqualTo("https://localhost:8080/actuator/health");
		this.environment.withProperty("server.ssl.enabled", "false");
		assertThat(address()).isEqualTo("http://localhost:8080/actuator/health");
	}

	@Test
	void whenApplicationIsReactiveThenAddressHasItsBasePath() {
		this.environment.withProperty("spring.webflux.base-path", "/shop");
		assertThat(HealthAddress.of(this.environment, WebApplicationType.REACTIVE))
			.isEqualTo("http://localhost:8080/shop/actuator/health");
	}

	private String running() {
		return HealthAddress.ofRunning(this.environment, WebApplicationType.SERVLET);
	}

	@Test
	void whenServerRunsThenAddressHasItsPort() {
		this.environment.withProperty("server.port", "0").withProperty("local.server.port", "49152");
		assertThat(running()).isEqualTo("http://127.0.0.1:49152/actuator/health");
	}

	@Test
	void whenServerListensToOneAddressThenThatIsAsked() {
		this.environment.withProperty("server.address", "10.1.2.3").withProperty("local.server.port", "80");
		assertThat(running()).isEqualTo("http://10.1.2.3:80/actuator/health");
		this.environment.withProperty("server.address", "::1");
		assertThat(running()).isEqualTo("http://[::1]:80/actuator/health");
		this.environment.withProperty("server.address", "0.0.0.0");
		assertThat(running()).isEqualTo("http://127.0.0.1:80/actuator/health");
	}

	@Test
	void whenManagementRunsOnItsOwnPortThenThatIsAsked() {
		this.environment.withProperty("local.server.port", "80")
			.withProperty("local.management.port", "81")
			.withProperty("server.address", "10.1.2.3")
			.withProperty("management.server.base-path", "/ops");
		assertThat(running()).isEqualTo("http://127.0.0.1:81/ops/actuator/health");
	}

	@Test
	void whenNoServerRunsThenThereIsNone() {
		assertThat(running()).isNull();
		this.environment.withProperty("local.server.port", "80").withProperty("management.server.port", "-1");
		assertThat(running()).isNull();
	}

}
