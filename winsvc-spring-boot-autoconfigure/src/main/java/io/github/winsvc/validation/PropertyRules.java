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

package io.github.winsvc.validation;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * Holds the rules of our own properties, whether there is a provider of Jakarta
 * Validation or not. As a {@link Validator} it looks at one object alone, since Spring
 * Boot's binding has it look at each and then knows where a value comes from.
 *
 * @since 0.1.0
 */
public final class PropertyRules implements Validator {

	private static final String OWN = "io.github.winsvc.";

	/**
	 * Find what is wrong with properties and with all that they hold.
	 * @param properties the properties, bound
	 * @return the violations in the order of the fields, possibly none
	 */
	public static List<Violation> violations(Object properties) {
		List<Violation> violations = new ArrayList<>();
		look("", properties, true, violations);
		return violations;
	}

	@Override
	public boolean supports(Class<?> type) {
		return isOwn(type);
	}

	private static boolean isOwn(Class<?> type) {
		return type.getName().startsWith(OWN) && !Enum.class.isAssignableFrom(type);
	}

	@Override
	public void validate(Object target, Errors errors) {
		List<Violation> violations = new ArrayList<>();
		look("", target, false, violations);
		violations.forEach((violation) -> errors.rejectValue(violation.path(), "winsvc", violation.reason()));
	}

	private static void look(String prefix, Object target, boolean deep, List<Violation> violations) {
		for (Field field : target.getClass().getDeclaredFields()) {
			if (!Modifier.isStatic(field.getModifiers())) {
				ReflectionUtils.makeAccessible(field);
				Object value = ReflectionUtils.getField(field, target);
				String path = prefix + field.getName();
				look(path, field, value, deep, violations);
				if (value instanceof Collection<?> elements
						&& field.getAnnotatedType() instanceof AnnotatedParameterizedType type) {
					int i = 0;
					for (Object element : elements) {
						look(path + "[" + i++ + "]", type.getAnnotatedActualTypeArguments()[0], element, deep,
								violations);
					}
				}
			}
		}
	}

	private static void look(String path, AnnotatedElement declaration, @Nullable Object value, boolean deep,
			List<Violation> violations) {
		if (value == null) {
			return;
		}
		for (Annotation annotation : declaration.getAnnotations()) {
			Rule rule = Rule.of(annotation);
			if (rule != null && !rule.allows(value)) {
				violations.add(new Violation(path, value, rule.reason()));
			}
		}
		if (deep && isOwn(value.getClass())) {
			look(path + ".", value, true, violations);
		}
	}

}
