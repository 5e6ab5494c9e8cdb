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
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * An open handle to the SCM or to a service.
 *
 * @param handle the handle
 */
record ServiceHandle(SC_HANDLE handle) implements AutoCloseable {

	static ServiceHandle openManager(int access) {
		return of("OpenSCManager", Advapi32.INSTANCE.OpenSCManager(null, null, access));
	}

	static ServiceHandle of(String call, @Nullable SC_HANDLE handle) {
		if (handle == null) {
			throw failure(call);
		}
		return new ServiceHandle(handle);
	}

	/**
	 * Check the result of a call that was just made on this thread.
	 */
	static void check(String call, boolean success) {
		if (!success) {
			throw failure(call);
		}
	}

	static ScmException failure(String call) {
		return new ScmException(call, new Win32Error(Native.getLastError()));
	}

	ServiceHandle openService(ServiceName name, int access) {
		return of("OpenService", Advapi32.INSTANCE.OpenService(this.handle, name.value(), access));
	}

	@Override
	public void close() {
		Advapi32.INSTANCE.CloseServiceHandle(this.handle);
	}

}
