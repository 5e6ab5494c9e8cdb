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

package io.github.winsvc.scm;

import java.time.Instant;
import java.util.Optional;

/**
 * What the process of a service can find out about itself from Windows. Nothing is known
 * where the SCM is not that of Windows: then every answer is empty. Not bound to a
 * thread.
 *
 * @since 0.1.0
 */
public interface OwnProcess {

	/**
	 * A process that knows nothing of itself.
	 */
	OwnProcess UNKNOWN = new OwnProcess() {
	};

	/**
	 * Read how the service is registered.
	 * @param name the service
	 * @return the registration, empty if there is none
	 * @throws ScmException with {@code ERROR_ACCESS_DENIED} (5) if the account of the
	 * service may not read it
	 */
	default Optional<ServiceRegistration> registration(ServiceName name) {
		return Optional.empty();
	}

	/**
	 * Read the counters of this process.
	 * @return the counters
	 * @throws ScmException if Windows does not tell them
	 */
	default Optional<ProcessCounters> counters() {
		return Optional.empty();
	}

	/**
	 * Return when Windows was started ({@code GetTickCount64}).
	 * @return the time, which a change of the clock moves
	 */
	default Optional<Instant> systemStart() {
		return Optional.empty();
	}

	/**
	 * Have a process that this one has started end with this one at the latest, however
	 * that ends, and give it a priority ({@code AssignProcessToJobObject},
	 * {@code SetPriorityClass}).
	 * @param processId the identifier of the process
	 * @param priority the priority
	 * @throws ScmException if Windows refuses either, for example with
	 * {@code ERROR_INVALID_PARAMETER} (87) if the process has ended
	 */
	default void adopt(long processId, ProcessPriority priority) {
	}

}
