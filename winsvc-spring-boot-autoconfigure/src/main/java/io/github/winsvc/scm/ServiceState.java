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

/**
 * State of a service as the SCM knows it, {@code SERVICE_STATUS.dwCurrentState}.
 *
 * @since 0.1.0
 */
public enum ServiceState {

	STOPPED(1), START_PENDING(2), STOP_PENDING(3), RUNNING(4), CONTINUE_PENDING(5), PAUSE_PENDING(6), PAUSED(7);

	private final int code;

	ServiceState(int code) {
		this.code = code;
	}

	/**
	 * Return the value of {@code dwCurrentState}.
	 * @return 1 to 7
	 */
	public int code() {
		return this.code;
	}

	/**
	 * Whether the service is on its way to another state. Only then may a status carry a
	 * checkpoint and a wait hint, and the service accepts no control.
	 * @return whether the state is a pending one
	 */
	public boolean isPending() {
		return switch (this) {
			case START_PENDING, STOP_PENDING, CONTINUE_PENDING, PAUSE_PENDING -> true;
			case STOPPED, RUNNING, PAUSED -> false;
		};
	}

	/**
	 * Return the state with the given {@code dwCurrentState}.
	 * @param code the value read from the SCM
	 * @return the state
	 * @throws IllegalArgumentException if Windows defines no such state
	 */
	public static ServiceState of(int code) {
		for (ServiceState state : values()) {
			if (state.code == code) {
				return state;
			}
		}
		throw new IllegalArgumentException("No service state has the code " + code);
	}

}
