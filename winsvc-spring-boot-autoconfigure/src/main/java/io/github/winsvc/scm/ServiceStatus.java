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

import java.time.Duration;
import java.util.Set;

/**
 * What a service reports of itself, {@code SERVICE_STATUS}. The factory methods build
 * only what the SCM's rules allow; the constructor takes whatever was read from the SCM.
 *
 * @param state the current state
 * @param accepted the controls that the SCM may send now
 * @param exitCode how the service ended, {@link ExitCode#SUCCESS} while it has not
 * @param checkpoint a number that rises with each step of a pending state, otherwise 0
 * @param waitHint the time until the next report of a pending state, otherwise zero
 * @since 0.1.0
 */
public record ServiceStatus(ServiceState state, Set<AcceptedControl> accepted, ExitCode exitCode, int checkpoint,
		Duration waitHint) {

	public ServiceStatus {
		accepted = Set.copyOf(accepted);
	}

	/**
	 * Return the status of a service that is on its way to another state.
	 * @param state a pending state
	 * @param checkpoint the step, 1 or more
	 * @param waitHint the time until the next step
	 * @return a status that accepts no control
	 */
	public static ServiceStatus pending(ServiceState state, int checkpoint, Duration waitHint) {
		if (!state.isPending() || checkpoint < 1 || waitHint.isNegative() || waitHint.isZero()) {
			throw new IllegalArgumentException(
					"%s cannot be reported with checkpoint %d and wait hint %s".formatted(state, checkpoint, waitHint));
		}
		return new ServiceStatus(state, Set.of(), ExitCode.SUCCESS, checkpoint, waitHint);
	}

	/**
	 * Return the status of a service that is ready for work.
	 * @param accepted the controls that the SCM may send
	 * @return the status
	 */
	public static ServiceStatus running(Set<AcceptedControl> accepted) {
		return new ServiceStatus(ServiceState.RUNNING, accepted, ExitCode.SUCCESS, 0, Duration.ZERO);
	}

	/**
	 * Return the status of a service that does not work but is ready to work again.
	 * @param accepted the controls that the SCM may send; CONTINUE should be among them
	 * @return the status
	 */
	public static ServiceStatus paused(Set<AcceptedControl> accepted) {
		return new ServiceStatus(ServiceState.PAUSED, accepted, ExitCode.SUCCESS, 0, Duration.ZERO);
	}

	/**
	 * Return the status of a service that has ended: its last report.
	 * @param exitCode how it ended
	 * @return the status
	 */
	public static ServiceStatus stopped(ExitCode exitCode) {
		return new ServiceStatus(ServiceState.STOPPED, Set.of(), exitCode, 0, Duration.ZERO);
	}

}
