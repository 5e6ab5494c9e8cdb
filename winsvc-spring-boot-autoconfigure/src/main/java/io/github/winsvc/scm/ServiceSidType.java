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

import java.util.Locale;

/**
 * How the identity {@code NT SERVICE\<name>} stands in the token of the service's
 * process, {@code dwServiceSidType}.
 *
 * @since 0.1.0
 */
public enum ServiceSidType {

	/** Not at all. */
	NONE(0),

	/** So that files and other objects can be granted to the service. */
	UNRESTRICTED(1),

	/**
	 * As {@link #UNRESTRICTED}, and the service can write only to what is granted to it
	 * by name.
	 */
	RESTRICTED(3);

	private final int code;

	ServiceSidType(int code) {
		this.code = code;
	}

	/**
	 * Return the value of {@code dwServiceSidType}.
	 * @return 0, 1 or 3
	 */
	public int code() {
		return this.code;
	}

	/**
	 * Return the type with the given {@code dwServiceSidType}.
	 * @param code the value read from the SCM
	 * @return the type
	 * @throws IllegalArgumentException if there is none
	 */
	public static ServiceSidType of(int code) {
		for (ServiceSidType type : values()) {
			if (type.code == code) {
				return type;
			}
		}
		throw new IllegalArgumentException("No type of service SID has the code " + code);
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
