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
 * Why the SCM has started a service, {@code SERVICE_START_REASON.dwReason}.
 *
 * @since 0.1.0
 */
public enum StartReason {

	/** This Windows does not tell. */
	UNKNOWN(0),

	/** Someone has asked for it. */
	DEMAND(0x1),

	/** With Windows. */
	AUTO(0x2),

	/** A trigger has fired. */
	TRIGGER(0x4),

	/** Recovery after a failure. */
	RESTART_ON_FAILURE(0x8),

	/** Some time after Windows. */
	DELAYED_AUTO(0x10);

	private final int code;

	StartReason(int code) {
		this.code = code;
	}

	/**
	 * Return the reason with the given {@code dwReason}.
	 * @param code the value read from the SCM
	 * @return the reason, {@link #UNKNOWN} if none has it
	 */
	public static StartReason of(int code) {
		return Codes.find(values(), (reason) -> reason.code, code, UNKNOWN);
	}

}
