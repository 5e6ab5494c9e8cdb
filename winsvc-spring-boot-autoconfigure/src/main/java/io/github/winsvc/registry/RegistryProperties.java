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

package io.github.winsvc.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.winsvc.scm.RegistryValue;

import org.springframework.boot.origin.OriginTrackedValue;

/**
 * Values of the registry as properties: the names of keys and values, with dots between.
 * Of several values of one name, that of the upper key counts.
 */
final class RegistryProperties {

	private final Map<String, Object> properties = new LinkedHashMap<>();

	private RegistryProperties() {
	}

	/**
	 * Make properties of values.
	 * @param path the path of the key that the values are in
	 * @param values the values, those of upper keys first
	 */
	static Map<String, Object> of(String path, List<RegistryValue> values) {
		RegistryProperties made = new RegistryProperties();
		for (RegistryValue value : values) {
			List<String> data = value.data();
			if (data != null && isProperty(value)) {
				made.add(name(value), value, data, new RegistryOrigin(path + "\\" + value.place()));
			}
		}
		return made.properties;
	}

	/**
	 * Whether a value can be a property. The default value of a key has no name.
	 */
	static boolean isProperty(RegistryValue value) {
		return value.data() != null && !value.name().isEmpty();
	}

	private static String name(RegistryValue value) {
		String path = value.key().isEmpty() ? value.name() : value.key() + "\\" + value.name();
		return path.replace("\\[", "[").replace('\\', '.');
	}

	private void add(String name, RegistryValue value, List<String> data, RegistryOrigin origin) {
		if (value.isList() && !data.isEmpty()) {
			for (int i = 0; i < data.size(); i++) {
				put("%s[%d]".formatted(name, i), data.get(i), origin);
			}
		}
		else {
			put(name, String.join("", data), origin);
		}
	}

	private void put(String name, String text, RegistryOrigin origin) {
		this.properties.putIfAbsent(name, OriginTrackedValue.of(text, origin));
	}

}
