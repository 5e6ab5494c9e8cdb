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

package io.github.winsvc.sample;

import java.util.List;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Names the invalid fields of an order, which the general problem details do not.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class InvalidOrderAdvice {

	@ExceptionHandler
	ProblemDetail nameInvalidFields(MethodArgumentNotValidException invalid) {
		ProblemDetail problem = invalid.getBody();
		problem.setDetail("The order is not valid.");
		problem.setProperty("errors", errors(invalid));
		return problem;
	}

	private List<String> errors(MethodArgumentNotValidException invalid) {
		return invalid.getFieldErrors().stream().map(this::error).sorted().toList();
	}

	private String error(FieldError error) {
		return error.getField() + " " + error.getDefaultMessage();
	}

}
