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

import org.jspecify.annotations.Nullable;

/**
 * A value of the registry.
 *
 * @param key the path of its key below the one that was read, empty for that one itself
 * @param name its name, empty for the default value of the key
 * @param type its type as Windows calls it, such as {@code REG_SZ}
 * @param data its text, variables of the environment replaced in a {@code REG_EXPAND_SZ};
 * its number in decimal digits; or the elements of its list. {@code null} if the type is
 * none of these
 * @since 0.1.0
 */
public record RegistryValue(String key, String name, String type, @Nullable List<String> data) {

	/** The type of a list. */
	public static final String LIST = "REG_MULTI_SZ";

	public RegistryValue {
		data = (data != null) ? List.copyOf(data) : null;
	}

	/**
	 * Whether the data is a list rather than one text.
	 * @return whether it is
	 */
	public boolean isList() {
		return this.type.equals(LIST);
	}

	/**
	 * Return where the value is, as operators write it.
	 * @return the path and the name
	 */
	public String place() {
		String own = this.name.isEmpty() ? "(Default)" : this.name;
		return this.key.isEmpty() ? own : this.key + "\\" + own;
	}

	/**
	 * The data may be a secret.
	 */
	@Override
	public String toString() {
		return "%s (%s)".formatted(place(), this.type);
	}

}
