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
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.winsvc.scm.RegistryValue;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceKey;
import org.jspecify.annotations.Nullable;

/**
 * What was in the service's key of the registry at one time, as far as it was asked for
 * and could be read.
 *
 * @param parameters the values of its parameters
 * @param parametersProblem why they could not be read
 * @param environment the variables of its environment
 * @param environmentProblem why they could not be read
 */
record RegistryReading(List<RegistryValue> parameters, @Nullable String parametersProblem,
		@Nullable Map<String, String> environment, @Nullable String environmentProblem) {

	static final RegistryReading NONE = new RegistryReading(List.of(), null, null, null);

	static RegistryReading of(ServiceKey key, boolean parameters, boolean environment) {
		RegistryReading reading = NONE;
		if (parameters) {
			reading = reading.withParameters(key);
		}
		return environment ? reading.withEnvironment(key) : reading;
	}

	private RegistryReading withParameters(ServiceKey key) {
		try {
			return new RegistryReading(List.copyOf(key.parameters()), null, this.environment, this.environmentProblem);
		}
		catch (ScmException ex) {
			return new RegistryReading(List.of(), problem(parametersOf(key), ex), this.environment,
					this.environmentProblem);
		}
	}

	private RegistryReading withEnvironment(ServiceKey key) {
		try {
			return new RegistryReading(this.parameters, this.parametersProblem, new TreeMap<>(key.environment()), null);
		}
		catch (ScmException ex) {
			return new RegistryReading(this.parameters, this.parametersProblem, null, problem(key.path(), ex));
		}
	}

	static String parametersOf(ServiceKey key) {
		return key.path() + "\\Parameters";
	}

	private static String problem(String path, ScmException ex) {
		return "The registry key %s cannot be read: %s".formatted(path, ex.getMessage());
	}

	/**
	 * Leave out what was not asked for.
	 */
	RegistryReading only(boolean parameters, boolean environment) {
		return new RegistryReading(parameters ? this.parameters : List.of(), parameters ? this.parametersProblem : null,
				environment ? this.environment : null, environment ? this.environmentProblem : null);
	}

	/**
	 * Return why something could not be read.
	 */
	List<String> problems() {
		return Stream.of(this.parametersProblem, this.environmentProblem).flatMap(Stream::ofNullable).toList();
	}

	/**
	 * Return the places of the values that are no properties.
	 */
	List<String> ignored() {
		return this.parameters.stream()
			.filter((value) -> !RegistryProperties.isProperty(value))
			.map(RegistryValue::toString)
			.toList();
	}

}
