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

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Properties of the lowest rank with which monitoring finds a service and knows which one
 * it is. Nothing but reading is opened.
 */
final class MonitoringDefaults {

	private static final String ATTRIBUTES = "management.opentelemetry.resource-attributes.";

	private MonitoringDefaults() {
	}

	/**
	 * Return the defaults.
	 * @param environment what the application says itself
	 * @param service the name of the service
	 */
	static Map<String, Object> of(Environment environment, String service) {
		Map<String, Object> defaults = new LinkedHashMap<>();
		if (ActuatorProperties.get(Binder.get(environment)).exposed()) {
			defaults.put("management.endpoints.web.exposure.include", "health,metrics,prometheus,winsvc");
		}
		// Without that Spring Boot would overlook a warning
		defaults.put("management.endpoint.health.status.order", "down,out-of-service,warning,up,unknown");
		String host = hostName(environment);
		put(defaults, environment, "host.name", host);
		put(defaults, environment, "service.instance.id", (host != null) ? host + "/" + service : null);
		if (!StringUtils.hasText(environment.getProperty("spring.application.name"))) {
			put(defaults, environment, "service.name", service);
		}
		return defaults;
	}

	/**
	 * What the variables of OpenTelemetry say would count less than a property, so none
	 * is made of it.
	 */
	private static void put(Map<String, Object> defaults, Environment environment, String attribute,
			@Nullable String value) {
		String variable = environment.getProperty("OTEL_RESOURCE_ATTRIBUTES", "");
		boolean said = variable.startsWith(attribute + "=") || variable.contains("," + attribute + "=")
				|| (attribute.equals("service.name") && environment.containsProperty("OTEL_SERVICE_NAME"));
		if (value != null && !said) {
			defaults.put(ATTRIBUTES + attribute, value);
		}
	}

	/**
	 * Ask the environment alone: the network could take its time.
	 */
	private static @Nullable String hostName(Environment environment) {
		String name = environment.getProperty("COMPUTERNAME", environment.getProperty("HOSTNAME", ""));
		return StringUtils.hasText(name) ? name : null;
	}

}
