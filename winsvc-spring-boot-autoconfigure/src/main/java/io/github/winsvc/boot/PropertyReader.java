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

import io.github.winsvc.validation.PropertyRules;
import io.github.winsvc.validation.Violation;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;

/**
 * Reads properties, and remembers which ones cannot be read or break a rule.
 */
class PropertyReader {

	/** Problems name properties without it. */
	private static final String COMMON_PREFIX = "winsvc.";

	private final Binder binder;

	private final Problems problems;

	private final ProblemBindHandler handler;

	PropertyReader(Binder binder, Problems problems) {
		this.binder = binder;
		this.problems = problems;
		this.handler = new ProblemBindHandler(problems);
	}

	<P> P read(Class<P> type) {
		String prefix = RuntimeProperties.prefix(type);
		P properties = this.binder.bindOrCreate(prefix, Bindable.of(type), this.handler);
		for (Violation violation : PropertyRules.violations(properties)) {
			this.problems.refuse((prefix + "." + violation.property()).substring(COMMON_PREFIX.length()),
					violation.value(), violation.reason());
		}
		return properties;
	}

	/**
	 * Refuse the configuration if there are values that were not read, so that what was
	 * read in their place is worth nothing.
	 */
	void throwIfIncomplete() {
		if (this.handler.hasFailed()) {
			this.problems.throwIfAny();
		}
	}

}
