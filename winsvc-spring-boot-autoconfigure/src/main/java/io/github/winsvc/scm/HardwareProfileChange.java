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
 * The hardware profile of the machine changes,
 * {@code SERVICE_CONTROL_HARDWAREPROFILECHANGE}.
 *
 * @param kind what has happened
 * @since 0.1.0
 */
public record HardwareProfileChange(Kind kind) implements ServiceControl {

	/** The value of {@code dwControl}. */
	public static final int CODE = 12;

	@Override
	public int code() {
		return CODE;
	}

	/**
	 * What can happen to a hardware profile, {@code DBT_*} without the prefix.
	 */
	public enum Kind {

		/** None of the others; a later Windows may have more. */
		OTHER(-1),

		/** Windows asks whether the profile may change. The service never objects. */
		QUERYCHANGECONFIG(0x17),

		/** The profile has changed. */
		CONFIGCHANGED(0x18),

		/** The change was cancelled. */
		CONFIGCHANGECANCELED(0x19);

		private final int code;

		Kind(int code) {
			this.code = code;
		}

		/**
		 * Return the kind with the given {@code dwEventType}.
		 * @param eventType the value
		 * @return the kind, {@link #OTHER} if none has it
		 */
		public static Kind of(int eventType) {
			return Codes.find(values(), (kind) -> kind.code, eventType, OTHER);
		}

	}

}
