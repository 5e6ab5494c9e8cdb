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
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.unit.DataSize;

/**
 * What a constraint demands, in a class that needs no Jakarta Validation: an application
 * may do without.
 *
 * @param constraint the constraint
 * @param condition what a value has to meet
 */
record Rule(Annotation constraint, Predicate<Object> condition) {

	/**
	 * Return what an annotation demands, {@code null} if it is no constraint of ours.
	 */
	static @Nullable Rule of(Annotation annotation) {
		Predicate<Object> condition = condition(annotation);
		return (condition != null) ? new Rule(annotation, condition) : null;
	}

	private static @Nullable Predicate<Object> condition(Annotation annotation) {
		if (annotation instanceof Between between) {
			return (value) -> isWithin(number(value), between.min(), between.max())
					|| between.orZero() && number(value) == 0;
		}
		if (annotation instanceof AtLeast atLeast) {
			return (value) -> number(value) >= atLeast.value();
		}
		if (annotation instanceof Time time) {
			Duration min = DurationStyle.detectAndParse(time.min());
			Duration max = DurationStyle.detectAndParse(time.max());
			return (value) -> isWithin((Duration) value, min, max)
					&& !(time.wholeSeconds() && ((Duration) value).getNano() != 0);
		}
		if (annotation instanceof NoNul) {
			return (value) -> ((String) value).indexOf('\0') == -1;
		}
		if (annotation instanceof Length length) {
			return (value) -> !((String) value).isBlank() && ((String) value).length() <= length.max();
		}
		if (annotation instanceof Matches matches) {
			Predicate<String> whole = Pattern.compile(matches.value()).asMatchPredicate();
			return (value) -> whole.test((String) value);
		}
		return null;
	}

	private static <T extends Comparable<T>> boolean isWithin(T value, T min, T max) {
		return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
	}

	private static Long number(Object value) {
		return (value instanceof DataSize size) ? size.toBytes() : ((Number) value).longValue();
	}

	/**
	 * Nothing is not a value, and allowed.
	 */
	boolean allows(@Nullable Object value) {
		return value == null || this.condition.test(value);
	}

	/**
	 * Return what the property can be, or why it cannot be what it is.
	 */
	String reason() {
		Map<String, Object> attributes = AnnotationUtils.getAnnotationAttributes(this.constraint);
		String reason = String.valueOf(attributes.get("message"));
		for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
			reason = reason.replace("{" + attribute.getKey() + "}", String.valueOf(attribute.getValue()));
		}
		return reason;
	}

}
