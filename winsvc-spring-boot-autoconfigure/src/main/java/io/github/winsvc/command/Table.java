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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Facts about a service, for people and for programs.
 */
final class Table {

	private final List<Row> rows = new ArrayList<>();

	private final Map<String, Object> details = new LinkedHashMap<>();

	void row(String key, String label, Object value) {
		row(key, label, value, value.toString());
	}

	void row(String key, String label, Object value, String text) {
		this.details.put(key, value);
		this.rows.add(new Row(label, text));
	}

	void print(Output output, String indent) {
		int width = this.rows.stream().mapToInt((row) -> row.label().length()).max().orElse(0);
		this.rows.forEach(
				(row) -> output.line(indent + row.label() + " ".repeat(width + 3 - row.label().length()) + row.text()));
	}

	Map<String, Object> details() {
		return this.details;
	}

	private record Row(String label, String text) {

	}

}
