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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The variables that the service's key of the registry gives its process. Windows gives
 * them once, so what changes there later has to be put into the property source of the
 * environment. All that has not changed since the start stays what Windows has made of
 * it.
 */
class ServiceVariables {

	private static final String SOURCE = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

	private @Nullable Map<String, String> given;

	private @Nullable Map<String, Object> process;

	/**
	 * Remember what was given to the process.
	 */
	void remember(ConfigurableEnvironment environment, Map<String, String> variables) {
		if (this.given == null) {
			this.given = caseless(variables);
			this.process = variablesOf(environment);
		}
	}

	/**
	 * Make an environment have the variables that are in the registry now.
	 */
	void applyTo(ConfigurableEnvironment environment, Map<String, String> variables) {
		remember(environment, variables);
		Map<String, Object> process = this.process;
		if (this.given != null && process != null && environment.getPropertySources().contains(SOURCE)) {
			environment.getPropertySources()
				.replace(SOURCE, new SystemEnvironmentPropertySource(SOURCE, changed(process, this.given, variables)));
		}
	}

	private static Map<String, Object> changed(Map<String, Object> process, Map<String, String> given,
			Map<String, String> variables) {
		Map<String, String> now = caseless(variables);
		if (now.equals(given)) {
			return process;
		}
		Map<String, Object> changed = new LinkedHashMap<>(process);
		changed.keySet().removeIf((name) -> given.containsKey(name) && !now.containsKey(name));
		now.forEach((name, value) -> {
			if (!value.equals(given.get(name))) {
				changed.keySet().removeIf(name::equalsIgnoreCase);
				changed.put(name, value);
			}
		});
		return changed;
	}

	@SuppressWarnings("unchecked")
	private static @Nullable Map<String, Object> variablesOf(ConfigurableEnvironment environment) {
		PropertySource<?> source = environment.getPropertySources().get(SOURCE);
		return (source instanceof MapPropertySource variables) ? variables.getSource() : null;
	}

	private static Map<String, String> caseless(Map<String, String> variables) {
		Map<String, String> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		caseless.putAll(variables);
		return caseless;
	}

}
