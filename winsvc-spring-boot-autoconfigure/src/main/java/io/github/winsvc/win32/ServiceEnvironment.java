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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.WinReg;
import io.github.winsvc.scm.ServiceName;

/**
 * The environment of a service, a value of its registry key for which the SCM has no
 * function.
 */
final class ServiceEnvironment {

	static final String VALUE = "Environment";

	private ServiceEnvironment() {
	}

	static Map<String, String> read(ServiceName name) {
		return Registry.call("RegQueryValueEx", () -> {
			if (Advapi32Util.registryValueExists(WinReg.HKEY_LOCAL_MACHINE, key(name), VALUE)) {
				return parse(List.of(Advapi32Util.registryGetStringArray(WinReg.HKEY_LOCAL_MACHINE, key(name), VALUE)));
			}
			return new LinkedHashMap<>();
		});
	}

	static Map<String, String> parse(List<String> lines) {
		Map<String, String> environment = new LinkedHashMap<>();
		for (String line : lines) {
			int equals = line.indexOf('=', 1);
			environment.put((equals > 0) ? line.substring(0, equals) : line,
					(equals > 0) ? line.substring(equals + 1) : "");
		}
		return environment;
	}

	static void write(ServiceName name, Map<String, String> environment) {
		Registry.call("RegSetValueEx", () -> {
			if (!environment.isEmpty()) {
				Advapi32Util.registrySetStringArray(WinReg.HKEY_LOCAL_MACHINE, key(name), VALUE,
						environment.entrySet().stream().map(Object::toString).toArray(String[]::new));
			}
			else if (Advapi32Util.registryValueExists(WinReg.HKEY_LOCAL_MACHINE, key(name), VALUE)) {
				Advapi32Util.registryDeleteValue(WinReg.HKEY_LOCAL_MACHINE, key(name), VALUE);
			}
			return true;
		});
	}

	private static String key(ServiceName name) {
		return Registry.SERVICES + name;
	}

}
