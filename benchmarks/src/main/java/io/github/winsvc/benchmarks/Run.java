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
 * One start and stop of a contender. Times are milliseconds from the start or the stop.
 *
 * @param running when the SCM was told RUNNING, {@code null} without a service
 * @param ready when the first answer to a request for the health was 200
 * @param stopped when the SCM was told STOPPED, {@code null} without a service
 * @param gone when the last process had ended
 * @param processes the names of the processes
 * @param memory the memory of all of them in kB
 * @param graceful whether the application closed in good order
 */
record Run(@Nullable Double running, double ready, @Nullable Double stopped, double gone, List<String> processes,
		long memory, boolean graceful) {

	/**
	 * Return how long after the first 200 the SCM was told RUNNING, less than 0 if that
	 * was too early.
	 */
	@Nullable Double gap() {
		return (this.running != null) ? this.running - this.ready : null;
	}

}
