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

import org.jspecify.annotations.Nullable;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Where the health endpoint of the application answers, as far as its configuration
 * tells.
 */
final class HealthAddress {

	private static final String HEALTH_ENDPOINT = "org.springframework.boot.health.actuate.endpoint.HealthEndpoint";

	private HealthAddress() {
	}

	/**
	 * Return where it will answer.
	 */
	static @Nullable String of(Environment environment, @Nullable WebApplicationType type) {
		String serverPort = environment.getProperty("server.port", "8080");
		return of(environment, type, "localhost", serverPort,
				environment.getProperty("management.server.port", serverPort));
	}

	/**
	 * Return where it answers now, in numbers.
	 */
	static @Nullable String ofRunning(Environment environment, @Nullable WebApplicationType type) {
		String serverPort = environment.getProperty("local.server.port");
		if (serverPort == null || "-1".equals(environment.getProperty("management.server.port"))) {
			return null;
		}
		String port = environment.getProperty("local.management.port", serverPort);
		String address = environment
			.getProperty(port.equals(serverPort) ? "server.address" : "management.server.address");
		return of(environment, type, host(address), serverPort, port);
	}

	private static String host(@Nullable String address) {
		if (address == null || address.isEmpty() || address.equals("0.0.0.0") || address.equals("::")) {
			return "127.0.0.1";
		}
		return address.contains(":") ? "[" + address + "]" : address;
	}

	private static @Nullable String of(Environment environment, @Nullable WebApplicationType type, String host,
			String serverPort, String port) {
		if (type == null || type == WebApplicationType.NONE || !ClassUtils.isPresent(HEALTH_ENDPOINT, null)) {
			return null;
		}
		// 0 stands for any free port, -1 for none
		if ("0".equals(port) || "-1".equals(port)) {
			return null;
		}
		boolean own = !port.equals(serverPort);
		String ssl = own ? "management.server.ssl" : "server.ssl";
		String basePath = own ? environment.getProperty("management.server.base-path", "")
				: contextPath(environment, type);
		return "%s://%s:%s%s%s/health".formatted(isSecured(environment, ssl) ? "https" : "http", host, port, basePath,
				StringUtils.trimTrailingCharacter(
						environment.getProperty("management.endpoints.web.base-path", "/actuator"), '/'));
	}

	private static String contextPath(Environment environment, WebApplicationType type) {
		return (type == WebApplicationType.SERVLET)
				? environment.getProperty("server.servlet.context-path", "")
						+ trimRoot(environment.getProperty("spring.mvc.servlet.path", ""))
				: environment.getProperty("spring.webflux.base-path", "");
	}

	private static String trimRoot(String path) {
		return "/".equals(path) ? "" : path;
	}

	private static boolean isSecured(Environment environment, String prefix) {
		return Binder.get(environment).bind(prefix + ".enabled", Boolean.class).orElse(true)
				&& (environment.containsProperty(prefix + ".bundle")
						|| environment.containsProperty(prefix + ".key-store")
						|| environment.containsProperty(prefix + ".certificate"));
	}

}
