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

package io.github.winsvc.reload;

import java.util.ArrayList;
import java.util.List;

import io.github.winsvc.launch.SecretArgument;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Says why a configuration is rejected, in words for operators and without secrets.
 */
final class ReloadProblem {

	private ReloadProblem() {
	}

	static List<String> reasons(Throwable problem) {
		for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
			if (cause instanceof ReloadRefusedException refused) {
				return refused.reasons();
			}
			if (cause instanceof BindValidationException invalid) {
				return invalid(invalid.getValidationErrors());
			}
		}
		for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
			if (cause instanceof BindException unbound) {
				return List.of(unbound(unbound));
			}
		}
		Throwable specific = NestedExceptionUtils.getMostSpecificCause(problem);
		String message = specific.getMessage();
		return List.of(line((message != null) ? message : specific.getClass().getName()));
	}

	static List<String> reasons(String key, String message) {
		return List.of("%s: %s".formatted(key, isSecret(key) ? "cannot be resolved" : line(message)));
	}

	static String reason(ConfigurableEnvironment environment, String key, String problem) {
		String value = environment.getProperty(key);
		if (value == null) {
			return "%s is not set: %s".formatted(key, line(problem));
		}
		String where = place(origin(environment, key));
		return isSecret(key) ? "%s has a value that it cannot have%s".formatted(key, where)
				: "%s is %s: %s%s".formatted(key, line(value), line(problem), where);
	}

	private static @Nullable Origin origin(ConfigurableEnvironment environment, String key) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			ConfigurationProperty property = source.getConfigurationProperty(ConfigChange.nameOf(key));
			if (property != null) {
				return property.getOrigin();
			}
		}
		return null;
	}

	private static List<String> invalid(ValidationErrors errors) {
		List<String> reasons = new ArrayList<>();
		for (ObjectError error : errors) {
			String name = errors.getName().toString();
			if (error instanceof FieldError field) {
				name = name + "." + field.getField();
			}
			String value = "";
			if (error instanceof FieldError field && !isSecret(name)) {
				value = " is %s".formatted(field.getRejectedValue());
			}
			reasons.add("%s%s: %s%s".formatted(name, value, error.getDefaultMessage(), place(Origin.from(error))));
		}
		return reasons;
	}

	private static String unbound(BindException ex) {
		ConfigurationProperty property = ex.getProperty();
		if (property == null) {
			String name = ex.getName().toString();
			return "%s: %s".formatted(name, isSecret(name) ? "cannot be read" : cause(ex));
		}
		// If a setter refuses, the exception has the name of the whole bean
		String name = (ex.getName().isAncestorOf(property.getName()) ? property.getName() : ex.getName()).toString();
		String where = place(property.getOrigin());
		return isSecret(name) ? "%s has a value that it cannot have%s".formatted(name, where)
				: "%s is %s: %s%s".formatted(name, property.getValue(), cause(ex), where);
	}

	private static String cause(BindException ex) {
		return line(String.valueOf(NestedExceptionUtils.getMostSpecificCause(ex).getMessage()));
	}

	private static String line(String text) {
		return SecretArgument.mask(text).replaceAll("\\s*\\R\\s*", " ").strip();
	}

	private static String place(@Nullable Origin origin) {
		return (origin != null) ? " (%s)".formatted(origin) : "";
	}

	static boolean isSecret(String name) {
		return SecretArgument.find(List.of("-D" + name + "=x")).isPresent();
	}

}
