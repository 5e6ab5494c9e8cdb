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
 * How a service ended, as reported with {@link ServiceState#STOPPED}. A service ends
 * either with a code of Windows or with a code of its own, which Windows then announces
 * as {@code ERROR_SERVICE_SPECIFIC_ERROR} (1066).
 *
 * @since 0.1.0
 */
public sealed interface ExitCode {

	/**
	 * The end of a service that did what it was asked to do, {@code NO_ERROR}.
	 */
	ExitCode SUCCESS = new Win32(0);

	/**
	 * Return the value of {@code dwWin32ExitCode}.
	 * @return the code of Windows
	 */
	int win32();

	/**
	 * Return the value of {@code dwServiceSpecificExitCode}.
	 * @return the code of the service, 0 if it ended with a code of Windows
	 */
	int serviceSpecific();

	/**
	 * Whether the end counts as a failure, so that recovery actions fire.
	 * @return whether the code is not {@code NO_ERROR}
	 */
	default boolean isFailure() {
		return win32() != 0;
	}

	/**
	 * Return the exit code with the given fields of a {@code SERVICE_STATUS}.
	 * @param win32 the value of {@code dwWin32ExitCode}
	 * @param serviceSpecific the value of {@code dwServiceSpecificExitCode}
	 * @return the exit code
	 */
	static ExitCode of(int win32, int serviceSpecific) {
		return (win32 != ServiceSpecific.ERROR_SERVICE_SPECIFIC_ERROR) ? new Win32(win32)
				: new ServiceSpecific(serviceSpecific);
	}

	/**
	 * A code that Windows defines.
	 *
	 * @param win32 the value of {@code dwWin32ExitCode}, any but 1066
	 */
	record Win32(int win32) implements ExitCode {

		@Override
		public int serviceSpecific() {
			return 0;
		}

		@Override
		public String toString() {
			return (this.win32 != 0) ? new Win32Error(this.win32).toString() : "0";
		}

	}

	/**
	 * A code that the service defines: the exit code of the application's process.
	 *
	 * @param serviceSpecific the value of {@code dwServiceSpecificExitCode}
	 */
	record ServiceSpecific(int serviceSpecific) implements ExitCode {

		private static final int ERROR_SERVICE_SPECIFIC_ERROR = 1066;

		@Override
		public int win32() {
			return ERROR_SERVICE_SPECIFIC_ERROR;
		}

		@Override
		public String toString() {
			return new Win32Error(ERROR_SERVICE_SPECIFIC_ERROR) + ", service code " + this.serviceSpecific;
		}

	}

}
