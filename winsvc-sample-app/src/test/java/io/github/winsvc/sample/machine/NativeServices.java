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

package io.github.winsvc.sample.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Kernel32Util;
import com.sun.jna.platform.win32.W32Service;
import com.sun.jna.platform.win32.W32ServiceManager;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.platform.win32.Winsvc;

/**
 * The services of the Windows that the tests run on.
 */
final class NativeServices {

	private static final String KEY = "SYSTEM\\CurrentControlSet\\Services";

	private NativeServices() {
	}

	/**
	 * Ask for the status of a service.
	 * @param service the name of the service
	 * @return the status, empty if there is no such service
	 */
	static Optional<Winsvc.SERVICE_STATUS_PROCESS> query(String service) {
		W32ServiceManager manager = new W32ServiceManager(Winsvc.SC_MANAGER_CONNECT);
		try {
			W32Service handle = manager.openService(service, Winsvc.SERVICE_QUERY_STATUS);
			try {
				return Optional.of(handle.queryStatus());
			}
			finally {
				handle.close();
			}
		}
		catch (Win32Exception ex) {
			if (ex.getErrorCode() == WinError.ERROR_SERVICE_DOES_NOT_EXIST) {
				return Optional.empty();
			}
			throw ex;
		}
		finally {
			manager.close();
		}
	}

	/**
	 * End and delete every service whose command line points into a directory.
	 * @param directory the directory
	 */
	static void deleteThoseIn(Path directory) {
		for (String name : Advapi32Util.registryGetKeys(WinReg.HKEY_LOCAL_MACHINE, KEY)) {
			String key = KEY + "\\" + name;
			if (Advapi32Util.registryValueExists(WinReg.HKEY_LOCAL_MACHINE, key, "ImagePath") && Kernel32Util
				.expandEnvironmentStrings(
						Advapi32Util.registryGetStringValue(WinReg.HKEY_LOCAL_MACHINE, key, "ImagePath"))
				.contains(directory.toString())) {
				delete(name);
			}
		}
	}

	private static void delete(String name) {
		query(name).map((status) -> status.dwProcessId)
			.filter((process) -> process != 0)
			.flatMap(ProcessHandle::of)
			.ifPresent((process) -> {
				process.destroyForcibly();
				Await.until(process::isAlive, (alive) -> !alive, Duration.ofSeconds(30), "the end of " + process);
			});
		W32ServiceManager manager = new W32ServiceManager(Winsvc.SC_MANAGER_CONNECT);
		try {
			W32Service service = manager.openService(name, WinNT.DELETE);
			try {
				if (!Advapi32.INSTANCE.DeleteService(service.getHandle())) {
					throw new Win32Exception(Native.getLastError());
				}
			}
			finally {
				service.close();
			}
		}
		finally {
			manager.close();
		}
	}

}
