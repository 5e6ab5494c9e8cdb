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

import org.jspecify.annotations.Nullable;

/**
 * The power state of the machine has changed, {@code SERVICE_CONTROL_POWEREVENT}.
 *
 * @param kind what has happened
 * @param setting the power setting that has changed, {@code null} unless the kind is
 * {@link Kind#POWERSETTINGCHANGE}
 * @since 0.1.0
 */
public record PowerEvent(Kind kind, @Nullable PowerSetting setting) implements ServiceControl {

	/** The value of {@code dwControl}. */
	public static final int CODE = 13;

	@Override
	public int code() {
		return CODE;
	}

	/**
	 * What can happen to the power, {@code PBT_APM*} and {@code PBT_*} without the
	 * prefix.
	 */
	public enum Kind {

		/** None of the others; an older or later Windows may have more. */
		OTHER(-1),

		/** The machine goes to sleep within two seconds. */
		SUSPEND(0x4),

		/** The machine is awake again because of a user. */
		RESUMESUSPEND(0x7),

		/** The source of power or the state of the battery has changed. */
		POWERSTATUSCHANGE(0xA),

		/** The machine is awake again. */
		RESUMEAUTOMATIC(0x12),

		/** A power setting that the service has subscribed to has changed. */
		POWERSETTINGCHANGE(0x8013);

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
