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
 * What a service answers to a control, the return value of {@code HandlerEx}.
 *
 * @since 0.1.0
 */
public enum ControlAnswer {

	/** {@code NO_ERROR}: the service will act on the control. */
	HANDLED(0),

	/** {@code ERROR_CALL_NOT_IMPLEMENTED}: the service does not know the control. */
	NOT_IMPLEMENTED(120),

	/** {@code ERROR_BUSY}: too many controls wait for the service already. */
	BUSY(170);

	private final int code;

	ControlAnswer(int code) {
		this.code = code;
	}

	/**
	 * Return the value that the handler returns to the SCM.
	 * @return a Win32 error code
	 */
	public int code() {
		return this.code;
	}

}
