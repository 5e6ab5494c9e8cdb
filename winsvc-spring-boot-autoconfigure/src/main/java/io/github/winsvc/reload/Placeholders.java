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

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The properties that a bean is given with {@link Value @Value}.
 *
 * @param keys their keys
 * @param complete whether these are all: an expression may use any
 */
record Placeholders(Set<String> keys, boolean complete) {

	private static final Pattern KEY = Pattern.compile("\\$\\{([^:}$]+)");

	static Placeholders of(Class<?> type, BeanDefinition definition) {
		try {
			return find(type, definition);
		}
		catch (IllegalStateException | LinkageError ex) {
			// A class of an optional library is missing, so it cannot be looked at
			return new Placeholders(Set.of(), false);
		}
	}

	private static Placeholders find(Class<?> type, BeanDefinition definition) {
		Set<String> values = new HashSet<>();
		if (type.getClassLoader() != null) {
			ReflectionUtils.doWithFields(type, (field) -> collect(field, values));
			ReflectionUtils.doWithMethods(type, (method) -> collectExecutable(method, values),
					ReflectionUtils.USER_DECLARED_METHODS.and((method) -> !isFactory(method)));
			for (Constructor<?> constructor : type.getDeclaredConstructors()) {
				collectExecutable(constructor, values);
			}
		}
		Method factory = (definition instanceof RootBeanDefinition root) ? root.getResolvedFactoryMethod() : null;
		if (factory != null) {
			collectExecutable(factory, values);
		}
		Set<String> keys = new HashSet<>();
		boolean complete = true;
		for (String value : values) {
			Matcher matcher = KEY.matcher(value);
			while (matcher.find()) {
				keys.add(matcher.group(1).strip());
			}
			complete &= !value.contains("#{");
		}
		return new Placeholders(Set.copyOf(keys), complete);
	}

	/**
	 * What such a method is given belongs to the bean that it makes.
	 */
	static boolean isFactory(Method method) {
		return AnnotatedElementUtils.isAnnotated(method, Bean.class);
	}

	private static void collectExecutable(Executable executable, Set<String> values) {
		collect(executable, values);
		for (Parameter parameter : executable.getParameters()) {
			collect(parameter, values);
		}
	}

	private static void collect(AnnotatedElement element, Set<String> values) {
		Value annotation = AnnotatedElementUtils.findMergedAnnotation(element, Value.class);
		if (annotation != null) {
			values.add(annotation.value());
		}
	}

}
