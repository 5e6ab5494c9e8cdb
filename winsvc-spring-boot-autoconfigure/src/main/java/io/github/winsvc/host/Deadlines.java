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

package io.github.winsvc.host;

import java.time.Duration;

import io.github.winsvc.scm.ServiceState;

/**
 * How long a service may remain in a pending state.
 *
 * @param start the time without any progress after which a start counts as hung
 * @param stop the whole time that a stop may take
 * @since 0.1.0
 */
public record Deadlines(Duration start, Duration stop) {

	/**
	 * What applies until the configuration of the application is known.
	 */
	public static final Deadlines DEFAULT = new Deadlines(Duration.ofMinutes(5), Duration.ofMinutes(2));

	private static final Duration MARGIN = Duration.ofSeconds(10);

	Duration of(ServiceState state) {
		return (state == ServiceState.START_PENDING) ? this.start : this.stop;
	}

	/**
	 * The SCM is told a little more than the deadline, so that the end of an overdue
	 * service still arrives in time.
	 */
	Duration waitHint(ServiceState state) {
		return of(state).plus(MARGIN);
	}

}
