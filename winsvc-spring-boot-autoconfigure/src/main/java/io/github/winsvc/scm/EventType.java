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
 * How grave an entry of the event log is.
 *
 * @since 0.1.0
 */
public enum EventType {

	/** Something has failed. */
	ERROR(1),

	/** Something may fail later. */
	WARNING(2),

	/** Something has gone well. */
	INFORMATION(4);

	private final int code;

	EventType(int code) {
		this.code = code;
	}

	/**
	 * Return the value of {@code wType}.
	 * @return the code
	 */
	public int code() {
		return this.code;
	}

	/**
	 * Return the type with a code.
	 * @param code the value of {@code wType}
	 * @return the type; {@link #INFORMATION} for the codes that no service writes, such
	 * as those of audits
	 */
	public static EventType of(int code) {
		for (EventType type : values()) {
			if (type.code == code) {
				return type;
			}
		}
		return INFORMATION;
	}

}
