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

package io.github.winsvc.health;

import java.util.Locale;
import java.util.Set;

import org.springframework.boot.health.contributor.Status;

/**
 * How bad a status is, in the words of the compact form.
 */
enum Severity {

	HEALTHY, WARNING, UNHEALTHY;

	private static final Set<String> WARNINGS = Set.of("WARNING", Status.UNKNOWN.getCode());

	private static final Set<String> FAILURES = Set.of(Status.DOWN.getCode(), Status.OUT_OF_SERVICE.getCode());

	/**
	 * Return the severity of a status. One that only the application knows does not count
	 * as bad, as it does not for Spring Boot.
	 */
	static Severity of(Status status) {
		if (FAILURES.contains(status.getCode())) {
			return UNHEALTHY;
		}
		return WARNINGS.contains(status.getCode()) ? WARNING : HEALTHY;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
