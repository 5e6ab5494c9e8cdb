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

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import io.github.winsvc.scm.StartReason;

/**
 * Asks why a service was started, {@code QueryServiceDynamicInformation}.
 */
final class StartReasonQuery {

	private static final int SERVICE_DYNAMIC_INFORMATION_LEVEL_START_REASON = 1;

	private StartReasonQuery() {
	}

	/**
	 * Ask the SCM.
	 * @param handle the status handle of the service
	 * @return the reason, {@link StartReason#UNKNOWN} if this Windows does not tell
	 */
	static StartReason ask(Pointer handle) {
		try {
			PointerByReference information = new PointerByReference();
			if (Function.getFunction("advapi32", "QueryServiceDynamicInformation")
				.invokeInt(new Object[] { handle, SERVICE_DYNAMIC_INFORMATION_LEVEL_START_REASON, information }) == 0) {
				return StartReason.UNKNOWN;
			}
			try {
				return StartReason.of(information.getValue().getInt(0));
			}
			finally {
				Function.getFunction("kernel32", "LocalFree").invoke(new Object[] { information.getValue() });
			}
		}
		catch (UnsatisfiedLinkError ex) {
			// A Windows older than the function
			return StartReason.UNKNOWN;
		}
	}

}
