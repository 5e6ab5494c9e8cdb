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

package io.github.winsvc.scm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * The values of a key of the registry. Their names know no case. Binary values are not
 * among them.
 *
 * @since 0.1.0
 */
public final class RegistryValues {

	private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	/**
	 * Hold values.
	 * @param values the values by their names; a text or a number is a list of one
	 */
	public RegistryValues(Map<String, List<String>> values) {
		values.forEach((name, value) -> this.values.put(name, List.copyOf(value)));
	}

	/**
	 * Return the names of the values.
	 * @return the names, the empty one for the default value of the key
	 */
	public Set<String> names() {
		return Set.copyOf(this.values.keySet());
	}

	/**
	 * Return a list, {@code REG_MULTI_SZ}.
	 * @param name the name of the value
	 * @return its elements, none if there is no such value
	 */
	public List<String> list(String name) {
		return this.values.getOrDefault(name, List.of());
	}

	/**
	 * Return a text, in which the variables of the environment are not replaced.
	 * @param name the name of the value
	 * @return the text, empty if there is no such value or it is blank
	 */
	public Optional<String> text(String name) {
		return list(name).stream().findFirst().filter((text) -> !text.isBlank());
	}

	/**
	 * Return a number.
	 * @param name the name of the value
	 * @return the number, empty if there is no such value or it is none
	 */
	public OptionalLong number(String name) {
		return text(name).filter((text) -> text.matches("\\d{1,18}"))
			.map((text) -> OptionalLong.of(Long.parseLong(text)))
			.orElse(OptionalLong.empty());
	}

}
