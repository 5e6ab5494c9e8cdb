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

package io.github.winsvc.reload;

import java.util.Locale;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * The name of a variable of the environment, which stands for a property as Spring Boot
 * takes it: {@code ORDERS_MAXLINES}, or {@code ORDERS_MAX_LINES}, for
 * {@code orders.max-lines}.
 */
final class VariableName {

	private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9]+(_[A-Za-z0-9]*)+");

	private VariableName() {
	}

	static boolean isAtOrBelow(ConfigurationPropertyName name, String key) {
		if (name.isEmpty() || !PATTERN.matcher(key).matches()) {
			return false;
		}
		String variable = key.toUpperCase(Locale.ROOT) + "_";
		return variable.startsWith(of(name, "")) || variable.startsWith(of(name, "_"));
	}

	private static String of(ConfigurationPropertyName name, String dash) {
		StringBuilder variable = new StringBuilder();
		for (int i = 0; i < name.getNumberOfElements(); i++) {
			variable.append(name.getElement(i, Form.ORIGINAL).replace("-", dash)).append('_');
		}
		return variable.toString().toUpperCase(Locale.ROOT);
	}

}
