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

import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;

/**
 * The paths below which the endpoints of the actuator answer.
 */
public final class ActuatorPaths {

	private ActuatorPaths() {
	}

	/**
	 * Return the paths.
	 * @param endpoints the endpoints
	 * @param prefix the path of the servlet that answers, possibly empty
	 * @return the paths, each without a slash at its end
	 */
	public static Collection<String> of(PathMappedEndpoints endpoints, String prefix) {
		List<String> paths = new ArrayList<>();
		if (!endpoints.getBasePath().isEmpty()) {
			paths.add(prefix + endpoints.getBasePath());
		}
		endpoints.getAllPaths().forEach((path) -> paths.add(prefix + path));
		endpoints.stream()
			.flatMap((endpoint) -> endpoint.getAdditionalPaths(WebServerNamespace.SERVER).stream())
			.forEach((path) -> paths.add(path.startsWith("/") ? prefix + path : prefix + "/" + path));
		return paths;
	}

}
