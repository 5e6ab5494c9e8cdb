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

package io.github.winsvc.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table that reads as text and as Markdown.
 */
final class TextTable {

	private TextTable() {
	}

	/**
	 * Return the lines of a table.
	 * @param rows the rows, all of the same length, the head first
	 */
	static List<String> lines(List<List<String>> rows) {
		int[] widths = IntStream.range(0, rows.get(0).size())
			.map((column) -> rows.stream().mapToInt((row) -> row.get(column).length()).max().orElse(0))
			.toArray();
		List<String> lines = new ArrayList<>();
		rows.forEach((row) -> lines.add(line(row, widths)));
		lines.add(1,
				IntStream.of(widths)
					.mapToObj((width) -> "-".repeat(width + 2))
					.collect(Collectors.joining("|", "|", "|")));
		return lines;
	}

	private static String line(List<String> row, int[] widths) {
		return IntStream.range(0, row.size())
			.mapToObj((column) -> row.get(column) + " ".repeat(widths[column] - row.get(column).length()))
			.collect(Collectors.joining(" | ", "| ", " |"));
	}

}
