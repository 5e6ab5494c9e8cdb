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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.WinReg;
import io.github.winsvc.scm.RegistryReader;
import io.github.winsvc.scm.RegistryValues;

/**
 * The door to the registry of this machine.
 *
 * @since 0.1.0
 */
public final class WindowsRegistry implements RegistryReader {

	@Override
	public RegistryValues read(String key) {
		return Registry.call("RegOpenKeyEx",
				() -> Advapi32Util.registryKeyExists(WinReg.HKEY_LOCAL_MACHINE, key)
						? values(Advapi32Util.registryGetValues(WinReg.HKEY_LOCAL_MACHINE, key))
						: new RegistryValues(Map.of()));
	}

	static RegistryValues values(Map<String, Object> read) {
		Map<String, List<String>> values = new HashMap<>();
		read.forEach((name, value) -> {
			if (value instanceof String[] list) {
				values.put(name, List.of(list));
			}
			else if (value instanceof Integer number) {
				values.put(name, List.of(Integer.toUnsignedString(number)));
			}
			else if (value instanceof String || value instanceof Long) {
				values.put(name, List.of(value.toString()));
			}
		});
		return new RegistryValues(values);
	}

}
