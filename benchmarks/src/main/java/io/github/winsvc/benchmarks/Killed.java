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

package io.github.winsvc.benchmarks;

import java.util.List;

/**
 * What there is some seconds after the process that the SCM knows was killed.
 *
 * @param left the processes that go on
 * @param answers whether the application still answers
 * @param scm what the SCM says
 */
record Killed(List<String> left, boolean answers, String scm) {

	@Override
	public String toString() {
		String processes = this.left.isEmpty() ? "nothing" : String.join(" + ", this.left);
		return "%s left%s, SCM: %s".formatted(processes, this.answers ? " and answering" : "", this.scm);
	}

}
