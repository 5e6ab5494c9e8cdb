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

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/**
 * Holds a constraint for Jakarta Validation. It is loaded only where that is.
 *
 * @param <A> the constraint
 */
abstract class RuleValidator<A extends Annotation> implements ConstraintValidator<A, Object> {

	private @Nullable Rule rule;

	@Override
	public void initialize(A constraint) {
		this.rule = Rule.of(constraint);
	}

	@Override
	public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
		return this.rule == null || this.rule.allows(value);
	}

}
