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

package io.github.winsvc.migrate;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables that a source defines itself. Those of the machine are not replaced:
 * their values are not the same for the account of a service, and may be secret.
 */
final class Variables {

	private static final Pattern VARIABLE = Pattern.compile("%([^%\\s]{1,100})%");

	private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	/**
	 * Define a variable, unless its value must not be printed.
	 */
	void define(String name, String value) {
		if (!Secrets.isName(name) && !Secrets.isIn(value)) {
			this.values.put(name, value);
		}
	}

	String expand(String text) {
		return VARIABLE.matcher(text)
			.replaceAll((match) -> Matcher.quoteReplacement(this.values.getOrDefault(match.group(1), match.group())));
	}

	/**
	 * Return the variables in a text, with their percent signs.
	 */
	static Set<String> in(String text) {
		Set<String> found = new TreeSet<>();
		VARIABLE.matcher(text).results().forEach((match) -> found.add(match.group()));
		return found;
	}

}
