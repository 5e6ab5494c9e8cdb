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
 * Something has happened to a session of a user, {@code SERVICE_CONTROL_SESSIONCHANGE}.
 *
 * @param reason what has happened
 * @param sessionId the session, the value of {@code WTSSESSION_NOTIFICATION.dwSessionId}
 * @since 0.1.0
 */
public record SessionChange(Reason reason, int sessionId) implements ServiceControl {

	/** The value of {@code dwControl}. */
	public static final int CODE = 14;

	@Override
	public int code() {
		return CODE;
	}

	/**
	 * What can happen to a session, {@code WTS_*} without the prefix.
	 */
	public enum Reason {

		/** None of the others; a later Windows may have more. */
		OTHER(0),

		CONSOLE_CONNECT(1), CONSOLE_DISCONNECT(2), REMOTE_CONNECT(3), REMOTE_DISCONNECT(4), SESSION_LOGON(5),
		SESSION_LOGOFF(6), SESSION_LOCK(7), SESSION_UNLOCK(8), SESSION_REMOTE_CONTROL(9), SESSION_CREATE(10),
		SESSION_TERMINATE(11);

		private final int code;

		Reason(int code) {
			this.code = code;
		}

		/**
		 * Return the reason with the given {@code dwEventType}.
		 * @param eventType the value
		 * @return the reason, {@link #OTHER} if none has it
		 */
		public static Reason of(int eventType) {
			return Codes.find(values(), (reason) -> reason.code, eventType, OTHER);
		}

	}

}
