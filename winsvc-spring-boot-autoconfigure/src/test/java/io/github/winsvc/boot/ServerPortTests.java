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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class ServerPortTests {

	@ParameterizedTest
	@CsvSource({ "8081,8081", "0,", "-1,", "any,", "123456,", "''," })
	void whenThePortIsConfiguredThenItIsKnown(String port, Integer expected) {
		MockEnvironment environment = new MockEnvironment().withProperty("server.port", port);
		assertThat(ServerPort.of(environment, WebApplicationType.REACTIVE)).isEqualTo(expected);
	}

	@Test
	void whenNothingIsConfiguredThenThePortIsThatOfSpringBoot() {
		assertThat(ServerPort.of(new MockEnvironment(), WebApplicationType.SERVLET)).isEqualTo(8080);
	}

	@Test
	void whenThereIsNoWebServerThenThereIsNoPort() {
		assertThat(ServerPort.of(new MockEnvironment(), WebApplicationType.NONE)).isNull();
		assertThat(ServerPort.of(new MockEnvironment(), null)).isNull();
	}

}
