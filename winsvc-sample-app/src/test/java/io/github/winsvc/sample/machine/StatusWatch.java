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

package io.github.winsvc.sample.machine;

import java.time.Duration;
import java.util.List;

import io.github.winsvc.scm.ServiceState;

/**
 * Follows the reports of a service.
 */
@FunctionalInterface
public interface StatusWatch {

	/**
	 * Return the reports so far. Wine's trace holds every report; on Windows the status
	 * is read every few milliseconds, so that reports in quick succession may be missed.
	 * @return the reports, oldest first
	 */
	List<StatusReport> reports();

	/**
	 * Wait until the last report has the given state.
	 * @param state the state
	 * @param patience how long to wait
	 * @return the reports so far
	 * @throws AssertionError if the state is not reported in time
	 */
	default List<StatusReport> await(ServiceState state, Duration patience) {
		return Await.until(this::reports,
				(reports) -> !reports.isEmpty() && reports.get(reports.size() - 1).state() == state, patience,
				"the service to report " + state);
	}

}
