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

package io.github.winsvc.test.scm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.winsvc.scm.RegistryReader;
import io.github.winsvc.scm.RegistryValues;

/**
 * A registry in memory.
 *
 * @since 0.1.0
 */
public final class FakeRegistry implements RegistryReader {

	private final Map<String, Map<String, List<String>>> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	/**
	 * Write a value.
	 * @param key the path of the key below {@code HKEY_LOCAL_MACHINE}
	 * @param name the name of the value
	 * @param value a text, a number, or the elements of a list
	 * @return this registry
	 */
	public FakeRegistry put(String key, String name, String... value) {
		this.keys.computeIfAbsent(key, (missing) -> new HashMap<>()).put(name, List.of(value));
		return this;
	}

	@Override
	public RegistryValues read(String key) {
		return new RegistryValues(this.keys.getOrDefault(key, Map.of()));
	}

}
