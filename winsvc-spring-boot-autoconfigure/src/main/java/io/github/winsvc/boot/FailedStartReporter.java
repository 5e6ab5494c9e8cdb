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

import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Hears of a failed start even when Spring Boot does not get as far as its run listeners:
 * it publishes the exit code first, in a context that has failed, where a listener that
 * is a bean can no longer be created.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class FailedStartReporter implements SpringBootExceptionReporter {

	private final @Nullable ConfigurableApplicationContext context;

	FailedStartReporter(@Nullable ConfigurableApplicationContext context) {
		this.context = context;
	}

	@Override
	public boolean reportException(Throwable failure) {
		if (this.context instanceof AbstractApplicationContext context) {
			context.getApplicationListeners()
				.stream()
				.filter(ServiceLifecycle.class::isInstance)
				.map(ServiceLifecycle.class::cast)
				.forEach((lifecycle) -> lifecycle.failedStart().handle(failure));
		}
		return false;
	}

}
