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

package io.github.winsvc.web;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.server.PathContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AllowedPaths}.
 */
class AllowedPathsTests {

	private final AllowedPaths paths = new AllowedPaths(List.of("/ping", "/static/**"),
			() -> List.of("/actuator", "/livez"));

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/health", "/actuator/health/db", "/livez", "/ping", "/static/a/b" })
	void whenPathIsOfActuatorOrConfiguredThenItIsAllowed(String path) {
		assertThat(this.paths.contain(PathContainer.parsePath(path))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "", "/orders", "/actuators", "/orders/actuator", "/ping/pong", "/livezz" })
	void whenPathIsAnyOtherThenItIsNotAllowed(String path) {
		assertThat(this.paths.contain(PathContainer.parsePath(path))).isFalse();
	}

}
