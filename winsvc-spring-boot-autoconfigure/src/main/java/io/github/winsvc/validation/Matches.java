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
 * A text has to match a pattern as a whole.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.TYPE_USE })
@Constraint(validatedBy = Matches.Validator.class)
public @interface Matches {

	/**
	 * Return the pattern.
	 * @return a regular expression
	 */
	String value();

	/**
	 * Return what is wrong, or what the property can be, since a pattern tells nobody.
	 * @return the end of a sentence
	 */
	String message();

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
	final class Validator extends RuleValidator<Matches> {

	}

}
