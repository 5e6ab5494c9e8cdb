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

package io.github.winsvc.win32;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.win32.StdCallLibrary.StdCallCallback;

/**
 * The three functions of {@code advapi32.dll} with which a process is a service. Mapped
 * directly, because everything that is loaded here delays the connection to the SCM.
 */
final class DispatcherFunctions {

	static {
		Native.register("advapi32");
	}

	private DispatcherFunctions() {
	}

	static native boolean StartServiceCtrlDispatcherW(Pointer serviceStartTable);

	static native Pointer RegisterServiceCtrlHandlerExW(WString serviceName, HandlerEx handler, Pointer context);

	static native boolean SetServiceStatus(Pointer serviceStatusHandle, Pointer serviceStatus);

	/**
	 * {@code LPHANDLER_FUNCTION_EX}.
	 */
	interface HandlerEx extends StdCallCallback {

		int callback(int control, int eventType, Pointer eventData, Pointer context);

	}

	/**
	 * {@code LPSERVICE_MAIN_FUNCTIONW}.
	 */
	interface ServiceMain extends StdCallCallback {

		void callback(int argumentCount, Pointer arguments);

	}

}
