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

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures what winsvc costs the start of an application that is no service, on this
 * system: with and without it on the class path, in turn.
 */
final class StartMain {

	private static final int FORKS = 20;

	private final Path target = Path.of(System.getProperty("benchmarks.target"));

	private final Map<StartVariant, List<@Nullable Double>> times = new EnumMap<>(StartVariant.class);

	private final String starter;

	private StartMain() throws IOException {
		this.starter = Files.readString(Path.of(System.getProperty("starter-class-path")));
	}

	/**
	 * Run the benchmark.
	 * @param arguments the number of JVMs for each class path
	 * @throws Exception if one cannot be run
	 */
	public static void main(String[] arguments) throws Exception {
		new StartMain().run((arguments.length > 0) ? Integer.parseInt(arguments[0]) : FORKS);
	}

	private void run(int forks) throws Exception {
		List<StartVariant> turns = new ArrayList<>(List.of(StartVariant.values()));
		for (int fork = 0; fork < forks; fork++) {
			for (StartVariant variant : turns) {
				this.times.computeIfAbsent(variant, (key) -> new ArrayList<>()).add(measure(variant));
			}
			// Nobody is always the first
			Collections.rotate(turns, 1);
		}
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("class path", "start, ms", "more, ms", "ratio", "fastest, ms", "more, ms", "classes",
				"of winsvc", "of JNA"));
		Map<String, Object> json = new LinkedHashMap<>();
		for (StartVariant variant : StartVariant.values()) {
			double time = median(variant);
			double base = median(variant.base());
			double fastest = fastest(variant);
			List<String> classes = classes(variant);
			long own = count(classes, "io.github.winsvc.") - count(classes, "io.github.winsvc.benchmarks.");
			long jna = count(classes, "com.sun.jna.");
			boolean isBase = variant == variant.base();
			rows.add(List.of(variant.title(), format("%.0f", time), isBase ? "" : format("%.0f", time - base),
					isBase ? "" : format("%.3f", time / base), format("%.0f", fastest),
					isBase ? "" : format("%.0f", fastest - fastest(variant.base())), Integer.toString(classes.size()),
					Long.toString(own), Long.toString(jna)));
			json.put(variant.title(),
					Map.of("median", time, "fastest", fastest, "times", this.times.getOrDefault(variant, List.of()),
							"classes", classes.size(), "classes of winsvc", own, "classes of JNA", jna));
		}
		System.out.printf("Start of a small application without a web server, medians of %d JVMs:%n%n", forks);
		TextTable.lines(rows).forEach(System.out::println);
		Files.writeString(this.target.resolve("start.json"),
				JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(json));
	}

	private static String format(String format, double value) {
		return String.format(Locale.ROOT, format, value);
	}

	private double median(StartVariant variant) {
		return Median.of(this.times.getOrDefault(variant, List.of())).orElseThrow();
	}

	/**
	 * Return the time of the start that was disturbed the least.
	 */
	private double fastest(StartVariant variant) {
		return this.times.getOrDefault(variant, List.of())
			.stream()
			.filter(Objects::nonNull)
			.mapToDouble(Double::doubleValue)
			.min()
			.orElseThrow();
	}

	private double measure(StartVariant variant) throws Exception {
		Path results = this.target.resolve("start-forks.json");
		java(variant, "org.openjdk.jmh.Main", StartBenchmark.class.getName(), "-f", "1", "-foe", "true", "-v", "SILENT",
				"-rf", "json", "-rff", results.toString());
		JsonNode result = JsonMapper.shared().readTree(results.toFile()).path(0).path("primaryMetric");
		return result.path("score").asDouble();
	}

	/**
	 * Return the names of the classes that a start loads.
	 */
	private List<String> classes(StartVariant variant) throws Exception {
		Path log = this.target.resolve("start-classes.log");
		Files.deleteIfExists(log);
		java(variant, "-Xlog:class+load:file=%s:none".formatted(log), SmallApplication.class.getName());
		return Files.readAllLines(log).stream().map((line) -> line.split(" ")[0]).toList();
	}

	private static long count(List<String> classes, String prefix) {
		return classes.stream().filter((name) -> name.startsWith(prefix)).count();
	}

	private void java(StartVariant variant, String... arguments) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
						variant.classPath(this.starter, System.getProperty("java.class.path"))));
		command.addAll(Arrays.asList(arguments));
		Path output = this.target.resolve("start-output.log");
		int status = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(Redirect.to(output.toFile()))
			.start()
			.waitFor();
		if (status != 0) {
			throw new IllegalStateException(
					"Exit code %d of %s: %s".formatted(status, command, Files.readString(output)));
		}
	}

}
