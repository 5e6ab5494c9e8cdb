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

import java.util.Map;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.WinReg;
import io.github.winsvc.scm.ServiceName;

/**
 * The sources of the Application log, keys of the registry. A program of Windows that has
 * a message for the ids 1 to 1000 serves as message file.
 */
final class EventSources {

	private static final String LOG = Registry.SERVICES + "EventLog\\Application";

	private static final String MESSAGE_FILE = "%SystemRoot%\\System32\\EventCreate.exe";

	private static final int ERROR_WARNING_INFORMATION = 7;

	private EventSources() {
	}

	static boolean isRegistered(ServiceName name) {
		return Registry.call("RegOpenKeyEx",
				() -> Advapi32Util.registryKeyExists(WinReg.HKEY_LOCAL_MACHINE, key(name)));
	}

	static void set(ServiceName name, boolean registered) {
		if (registered) {
			register(name);
		}
		else {
			remove(name);
		}
	}

	private static void register(ServiceName name) {
		Registry.call("RegCreateKeyEx", () -> {
			Advapi32Util.registryCreateKey(WinReg.HKEY_LOCAL_MACHINE, key(name));
			Advapi32Util.registrySetExpandableStringValue(WinReg.HKEY_LOCAL_MACHINE, key(name), "EventMessageFile",
					MESSAGE_FILE);
			Advapi32Util.registrySetIntValue(WinReg.HKEY_LOCAL_MACHINE, key(name), "TypesSupported",
					ERROR_WARNING_INFORMATION);
			Advapi32Util.registrySetIntValue(WinReg.HKEY_LOCAL_MACHINE, key(name), "CustomSource", 1);
			return true;
		});
	}

	/**
	 * Remove the source if it has the message file that {@link #register} writes. Another
	 * one belongs to another program.
	 */
	private static void remove(ServiceName name) {
		Registry.call("RegDeleteKey", () -> {
			if (Advapi32Util.registryKeyExists(WinReg.HKEY_LOCAL_MACHINE, key(name))) {
				Map<String, Object> values = Advapi32Util.registryGetValues(WinReg.HKEY_LOCAL_MACHINE, key(name));
				if (MESSAGE_FILE.equals(values.get("EventMessageFile"))) {
					Advapi32Util.registryDeleteKey(WinReg.HKEY_LOCAL_MACHINE, key(name));
				}
			}
			return true;
		});
	}

	private static String key(ServiceName name) {
		return LOG + "\\" + name;
	}

}
