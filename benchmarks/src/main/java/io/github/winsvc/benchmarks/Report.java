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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that was measured, side by side.
 *
 * @param facts the versions and the machine
 * @param results the contenders
 * @param unavailable those that were left out, and why
 */
record Report(Map<String, String> facts, List<Result> results, Map<String, String> unavailable) {

	/** The contender that all others are compared with. */
	static final String PLAIN = "plain java -jar";

	/**
	 * Return a table of the medians, with their ratios to a plain run behind them. Reads
	 * as text and as Markdown.
	 */
	String text() {
		StringBuilder text = new StringBuilder();
		this.facts.forEach((name, value) -> text.append("%s: %s%n".formatted(name, value)));
		text.append("Medians, and in parentheses their ratios to %s:%n%n".formatted(PLAIN));
		table().forEach((line) -> text.append(line).append(System.lineSeparator()));
		text.append("%nA kill of the process that the SCM knows:%n%n".formatted());
		this.results.stream()
			.filter((result) -> result.killed() != null)
			.forEach((result) -> text.append("- %s: %s%n".formatted(result.name(), result.killed())));
		this.unavailable.forEach((name, reason) -> text.append("%n%s: not available: %s%n".formatted(name, reason)));
		return text.toString();
	}

	private List<String> table() {
		List<List<String>> rows = new ArrayList<>();
		List<String> head = new ArrayList<>(List.of(""));
		this.results.forEach((result) -> head.add(result.name()));
		rows.add(head);
		for (Metric metric : Metric.values()) {
			List<String> row = new ArrayList<>(List.of(metric.title()));
			this.results.forEach((result) -> row.add(cell(metric, result)));
			rows.add(row);
		}
		List<String> graceful = new ArrayList<>(List.of("closes in good order"));
		this.results.forEach((result) -> graceful.add(result.graceful() ? "yes" : "no"));
		rows.add(graceful);
		List<String> processes = new ArrayList<>(List.of("which processes"));
		this.results.forEach((result) -> processes.add(result.processes()));
		rows.add(processes);
		return TextTable.lines(rows);
	}

	private String cell(Metric metric, Result result) {
		OptionalDouble median = metric.median(result);
		if (median.isEmpty()) {
			return "-";
		}
		String value = metric.format(median.getAsDouble());
		OptionalDouble ratio = ratio(metric, result);
		return ratio.isPresent() ? String.format(Locale.ROOT, "%s (%.2f)", value, ratio.getAsDouble()) : value;
	}

	private OptionalDouble ratio(Metric metric, Result result) {
		return this.results.stream()
			.filter((candidate) -> candidate.name().equals(PLAIN) && candidate != result)
			.findFirst()
			.map((plain) -> metric.ratio(result, plain))
			.orElse(OptionalDouble.empty());
	}

	String json() {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("facts", this.facts);
		json.put("contenders", this.results.stream().map(this::contender).toList());
		json.put("unavailable", this.unavailable);
		return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(json);
	}

	private Map<String, Object> contender(Result result) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("name", result.name());
		Map<String, Double> medians = new LinkedHashMap<>();
		Map<String, Double> ratios = new LinkedHashMap<>();
		for (Metric metric : Metric.values()) {
			metric.median(result).ifPresent((value) -> medians.put(metric.title(), value));
			ratio(metric, result).ifPresent((value) -> ratios.put(metric.title(), value));
		}
		json.put("medians", medians);
		json.put("ratios", ratios);
		json.put("processes", result.processes());
		json.put("closes in good order", result.graceful());
		json.put("runs", result.runs().stream().map(Report::run).toList());
		Killed killed = result.killed();
		if (killed != null) {
			json.put("killed", killed);
		}
		return json;
	}

	private static Map<String, Double> run(Run run) {
		return List.of(Metric.values())
			.stream()
			.filter((metric) -> metric.of(run) != null)
			.collect(Collectors.toMap(Metric::title, (metric) -> Objects.requireNonNull(metric.of(run)),
					(first, second) -> first, LinkedHashMap::new));
	}

}
