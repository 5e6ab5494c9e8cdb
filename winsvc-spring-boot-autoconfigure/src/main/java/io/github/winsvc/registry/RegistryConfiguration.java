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

import java.util.List;
import java.util.Map;

import io.github.winsvc.scm.RegistryWatch;
import io.github.winsvc.scm.ServiceKey;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.log.LogMessage;

/**
 * Reads configuration of the service from its key of the registry each time that an
 * environment is made: the key {@code Parameters} as properties, and what has changed of
 * the variables in the value {@code Environment}. Values are never logged.
 *
 * @since 0.1.0
 */
public final class RegistryConfiguration {

	/** The name of this object among the beans of the application. */
	public static final String BEAN_NAME = "winsvcRegistryConfiguration";

	/** The name of the property source of the key {@code Parameters}. */
	public static final String SOURCE = "winsvcRegistry";

	private static final Log logger = LogFactory.getLog(RegistryConfiguration.class);

	private final ServiceKey key;

	private final ServiceVariables variables = new ServiceVariables();

	private boolean withParameters = true;

	private boolean withVariables = true;

	private boolean settled;

	private RegistryReading last = RegistryReading.NONE;

	private List<String> told = List.of();

	/**
	 * Create an object for a run of an application.
	 * @param key the key
	 */
	public RegistryConfiguration(ServiceKey key) {
		this.key = key;
	}

	/**
	 * Add to an environment what is in the registry now, before any other configuration
	 * is read.
	 * @param environment the environment
	 * @throws IllegalStateException if something cannot be read, unless this is the
	 * start; the message is for operators
	 */
	public synchronized void addTo(ConfigurableEnvironment environment) {
		RegistryReading reading = read();
		this.last = reading;
		if (this.settled) {
			if (!reading.problems().isEmpty()) {
				throw new IllegalStateException(String.join("; ", reading.problems()));
			}
			tell(reading.ignored());
		}
		addParameters(environment.getPropertySources(), reading);
		Map<String, String> environmentOfService = reading.environment();
		if (environmentOfService != null) {
			if (this.settled) {
				this.variables.applyTo(environment, environmentOfService);
			}
			else {
				this.variables.remember(environment, environmentOfService);
			}
		}
	}

	private void addParameters(MutablePropertySources sources, RegistryReading reading) {
		Map<String, Object> properties = RegistryProperties.of(RegistryReading.parametersOf(this.key),
				reading.parameters());
		sources.remove(SOURCE);
		if (properties.isEmpty()) {
			return;
		}
		PropertySource<?> source = new OriginTrackedMapPropertySource(SOURCE, properties, true);
		if (sources.contains(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)) {
			sources.addBefore(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, source);
		}
		else {
			sources.addLast(source);
		}
	}

	private RegistryReading read() {
		return RegistryReading.of(this.key, this.withParameters, this.withVariables);
	}

	/**
	 * Say what of the registry counts, now that the configuration has been read at the
	 * start.
	 * @param environment the environment, from which properties are taken that do not
	 * @param parameters whether the key {@code Parameters} does
	 * @param variables whether later changes of the variables do
	 */
	public synchronized void settle(ConfigurableEnvironment environment, boolean parameters, boolean variables) {
		this.withParameters = parameters;
		this.withVariables = variables;
		this.settled = true;
		this.last = this.last.only(parameters, variables);
		if (!parameters) {
			environment.getPropertySources().remove(SOURCE);
		}
	}

	/**
	 * Log what could not be read at the start, now that logging has begun.
	 */
	public synchronized void loggingHasBegun() {
		this.last.problems()
			.forEach((problem) -> logger.warn(problem + ". The application starts without what is there."));
		tell(this.last.ignored());
	}

	private void tell(List<String> ignored) {
		if (!ignored.isEmpty() && !ignored.equals(this.told)) {
			logger.warn(LogMessage.format(
					"These values of the registry key %s are no properties, because they have no name or are neither "
							+ "text nor number nor list of texts: %s",
					RegistryReading.parametersOf(this.key), String.join(", ", ignored)));
		}
		this.told = ignored;
	}

	/**
	 * Return whether the registry differs from what it was when the latest environment
	 * was made.
	 */
	synchronized boolean hasChanged() {
		return !read().equals(this.last);
	}

	RegistryWatch watch() {
		return this.key.watch();
	}

	String path() {
		return this.key.path();
	}

}
