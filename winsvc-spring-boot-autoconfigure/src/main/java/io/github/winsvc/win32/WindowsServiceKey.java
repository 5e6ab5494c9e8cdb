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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.winsvc.scm.RegistryValue;
import io.github.winsvc.scm.RegistryWatch;
import io.github.winsvc.scm.ServiceKey;

/**
 * A service's key of the registry of this machine.
 *
 * @param name the name of the service
 */
record WindowsServiceKey(String name) implements ServiceKey {

	@Override
	public String path() {
		return "HKLM\\" + key();
	}

	@Override
	public List<RegistryValue> parameters() {
		List<RegistryValue> values = new ArrayList<>();
		try (RegistryKey parameters = RegistryKey.open(key() + "\\Parameters", RegistryKey.READ)) {
			if (parameters != null) {
				parameters.collect("", values);
			}
		}
		return values;
	}

	@Override
	public Map<String, String> environment() {
		try (RegistryKey service = RegistryKey.open(key(), RegistryKey.READ)) {
			if (service == null) {
				return Map.of();
			}
			return service.values("")
				.stream()
				.filter((value) -> value.name().equalsIgnoreCase(ServiceEnvironment.VALUE) && value.isList())
				.findFirst()
				.map(RegistryValue::data)
				.map(ServiceEnvironment::parse)
				.orElseGet(Map::of);
		}
	}

	@Override
	public RegistryWatch watch() {
		return new WindowsRegistryWatch(key());
	}

	private String key() {
		return Registry.SERVICES + this.name;
	}

}
