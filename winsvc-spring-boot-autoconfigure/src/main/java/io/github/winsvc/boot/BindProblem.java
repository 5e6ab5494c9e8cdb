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

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.github.winsvc.scm.KebabCase;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionException;

/**
 * Says why a property cannot be read, and what it can be, in words for operators.
 */
final class BindProblem {

	private static final Map<Class<?>, String> WORDS = Map.of(boolean.class, "true or false", Boolean.class,
			"true or false", int.class, "a whole number", Integer.class, "a whole number", Duration.class,
			"a time such as 500ms, 30s, 5m or 2h", UUID.class, "a GUID such as 6ac27878-a6fa-4155-ba85-f98f491d4f33");

	private BindProblem() {
	}

	static String text(BindException ex) {
		return text(ex.getName(), ex.getTarget(), ex.getProperty(), (ex.getCause() != null) ? ex.getCause() : ex);
	}

	static String text(ConfigurationPropertyName name, Bindable<?> target, @Nullable ConfigurationProperty property,
			Throwable cause) {
		String problem = (property != null) ? "'%s' cannot be the value of %s".formatted(property.getValue(), name)
				: "%s cannot be read".formatted(name);
		return problem + ": " + reason(name, target.getType(), cause);
	}

	private static String reason(ConfigurationPropertyName name, ResolvableType type, Throwable cause) {
		if (cause instanceof UnboundConfigurationPropertiesException) {
			return "its elements have to be numbered from 0, without a gap";
		}
		if (cause instanceof ConversionException && type.resolve(Object.class) == Map.class) {
			return "it needs a name, as in %s.<name>=<value>".formatted(name);
		}
		ResolvableType element = type.hasGenerics() ? type.getGeneric(type.getGenerics().length - 1) : type;
		Class<?> kind = element.resolve(Object.class);
		if (kind.isEnum()) {
			return "it can be " + Arrays.stream(kind.getEnumConstants())
				.map((constant) -> KebabCase.of((Enum<?>) constant))
				.collect(Collectors.joining(", "));
		}
		if (cause instanceof ConversionException && WORDS.containsKey(kind)) {
			return "it can be " + WORDS.get(kind);
		}
		if (cause instanceof ConversionException && kind == TriggerProperties.class) {
			return "it is a list of parts, as in %s[0].on=<event>".formatted(name);
		}
		return String.valueOf(NestedExceptionUtils.getMostSpecificCause(cause).getMessage());
	}

}
