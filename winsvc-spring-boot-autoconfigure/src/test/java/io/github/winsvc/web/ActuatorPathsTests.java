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

import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.EndpointsSupplier;
import org.springframework.boot.actuate.endpoint.ExposableEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

/**
 * Tests for {@link ActuatorPaths}.
 */
class ActuatorPathsTests {

	@Test
	void whenActuatorSharesPortThenItsPathsAreKnown() {
		assertThat(new ActuatorPaths(ManagementPortType.SAME, "").of(endpoints("/actuator")))
			.containsExactlyInAnyOrder("/actuator", "/actuator/health", "/livez", "/readyz");
	}

	@Test
	void whenActuatorIsAtTheRootThenOnlyItsEndpointsAreKnown() {
		assertThat(new ActuatorPaths(ManagementPortType.SAME, "").of(endpoints("")))
			.containsExactlyInAnyOrder("/health", "/livez", "/readyz");
	}

	@Test
	void whenServletHasPathThenAllPathsBeginWithIt() {
		assertThat(new ActuatorPaths(ManagementPortType.SAME, "/api").of(endpoints("/actuator")))
			.allMatch((path) -> path.startsWith("/api/"));
	}

	@Test
	void whenActuatorHasPortOfItsOwnThenOnlyTheAdditionalPathsAreKnown() {
		assertThat(new ActuatorPaths(ManagementPortType.DIFFERENT, "").of(endpoints("/actuator")))
			.containsExactlyInAnyOrder("/livez", "/readyz");
	}

	@Test
	void whenActuatorHasNoPortThenNoPathIsKnown() {
		assertThat(new ActuatorPaths(ManagementPortType.DISABLED, "").of(endpoints("/actuator"))).isEmpty();
	}

	private static PathMappedEndpoints endpoints(String basePath) {
		PathMappedEndpoint health = (PathMappedEndpoint) mock(ExposableEndpoint.class,
				withSettings().extraInterfaces(PathMappedEndpoint.class));
		given(((ExposableEndpoint<?>) health).getEndpointId()).willReturn(EndpointId.of("health"));
		given(health.getRootPath()).willReturn("health");
		given(health.getAdditionalPaths(WebServerNamespace.SERVER)).willReturn(List.of("/livez", "readyz"));
		EndpointsSupplier<ExposableEndpoint<?>> supplier = () -> List.of((ExposableEndpoint<?>) health);
		return new PathMappedEndpoints(basePath, List.of(supplier));
	}

}
