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

package io.github.winsvc.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes JSON, a line for each value.
 */
final class JsonText {

	private JsonText() {
	}

	static String of(Object value) {
		return of(value, "\n");
	}

	private static String of(Object value, String newLine) {
		String inner = newLine + "  ";
		if (value instanceof Map<?, ?> map) {
			return map.entrySet()
				.stream()
				.map((entry) -> inner + of(entry.getKey(), inner) + ": " + of(entry.getValue(), inner))
				.collect(Collectors.joining(",", "{", newLine + "}"));
		}
		if (value instanceof List<?> list) {
			return list.stream()
				.map((element) -> inner + of(element, inner))
				.collect(Collectors.joining(",", "[", list.isEmpty() ? "]" : newLine + "]"));
		}
		if (value instanceof Number || value instanceof Boolean) {
			return value.toString();
		}
		return "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
	}

}
