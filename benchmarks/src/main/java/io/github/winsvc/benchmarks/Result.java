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

import org.jspecify.annotations.Nullable;

/**
 * What was measured of a contender.
 *
 * @param name what the table calls it
 * @param runs its runs
 * @param killed what a kill has left, {@code null} if it was not tried
 */
record Result(String name, List<Run> runs, @Nullable Killed killed) {

	/**
	 * Whether the application closed in good order, each time.
	 */
	boolean graceful() {
		return this.runs.stream().allMatch(Run::graceful);
	}

	/**
	 * Return the names of its processes.
	 */
	String processes() {
		return this.runs.isEmpty() ? "-" : String.join(" + ", this.runs.get(0).processes());
	}

}
