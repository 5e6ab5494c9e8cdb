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

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * A whole number, or a size in bytes, has to be a number or more.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.TYPE_USE })
@Constraint(validatedBy = AtLeast.Validator.class)
public @interface AtLeast {

	/**
	 * Return the smallest number.
	 * @return the number
	 */
	long value();

	/**
	 * Return what the property can be.
	 * @return the end of a sentence
	 */
	String message() default "it can be {value} or more";

	/**
	 * Return the groups of the constraint.
	 * @return the groups
	 */
	Class<?>[] groups() default {};

	/**
	 * Return the payload of the constraint.
	 * @return the payload
	 */
	Class<? extends Payload>[] payload() default {};

	/**
	 * Holds the constraint for Jakarta Validation.
	 */
	final class Validator extends RuleValidator<AtLeast> {

	}

}
