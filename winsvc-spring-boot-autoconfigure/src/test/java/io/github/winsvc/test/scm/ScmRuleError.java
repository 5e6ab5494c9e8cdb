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

package io.github.winsvc.test.scm;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The code under test has broken rules of the SCM.
 *
 * @since 0.1.0
 */
public class ScmRuleError extends AssertionError {

	private final transient List<Violation> violations;

	ScmRuleError(List<Violation> violations, String conversation) {
		super(violations.stream()
			.map(Violation::toString)
			.collect(Collectors.joining("\n  ", "Rules of the SCM were broken:\n  ", "\nThe conversation:\n"))
				+ conversation);
		this.violations = List.copyOf(violations);
	}

	/**
	 * Return the breaches.
	 * @return at least one
	 */
	public List<Violation> violations() {
		return this.violations;
	}

}
