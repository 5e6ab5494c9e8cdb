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

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;

/**
 * The paths below which the actuator answers on the port of the application. On a port of
 * its own it leaves the application but a few.
 *
 * @param port where the actuator answers
 * @param prefix the path of the servlet that answers, possibly empty
 */
public record ActuatorPaths(ManagementPortType port, String prefix) {

	/**
	 * Return the paths.
	 * @param endpoints the endpoints
	 * @return the paths, each without a slash at its end
	 */
	public Collection<String> of(PathMappedEndpoints endpoints) {
		List<String> paths = new ArrayList<>();
		if (this.port == ManagementPortType.SAME) {
			if (!endpoints.getBasePath().isEmpty()) {
				paths.add(endpoints.getBasePath());
			}
			paths.addAll(endpoints.getAllPaths());
		}
		if (this.port != ManagementPortType.DISABLED) {
			endpoints.stream().flatMap(ActuatorPaths::additional).forEach(paths::add);
		}
		return paths.stream().map((path) -> this.prefix + path).toList();
	}

	private static Stream<String> additional(PathMappedEndpoint endpoint) {
		return endpoint.getAdditionalPaths(WebServerNamespace.SERVER)
			.stream()
			.map((path) -> path.startsWith("/") ? path : "/" + path);
	}

}
