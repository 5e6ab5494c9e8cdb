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
 * When Windows starts a service, {@code dwStartType}.
 *
 * @since 0.1.0
 */
public enum StartType {

	/** With Windows. */
	AUTO(2),

	/** When someone asks for it. */
	MANUAL(3),

	/** Never. */
	DISABLED(4);

	private final int code;

	StartType(int code) {
		this.code = code;
	}

	/**
	 * Return the value of {@code dwStartType}.
	 * @return 2 to 4
	 */
	public int code() {
		return this.code;
	}

	/**
	 * Return the start type with the given {@code dwStartType}.
	 * @param code the value read from the SCM
	 * @return the start type
	 * @throws IllegalArgumentException for the start types of drivers
	 */
	public static StartType of(int code) {
		for (StartType type : values()) {
			if (type.code == code) {
				return type;
			}
		}
		throw new IllegalArgumentException("No start type of a service has the code " + code);
	}

}
