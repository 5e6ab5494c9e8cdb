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

package io.github.winsvc.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.winsvc.logs.ConsoleCapture;
import io.github.winsvc.logs.JvmLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the configurations of log collectors, as far as that goes without them: they
 * can be read, and they take the files that a service writes as its log and no others.
 */
class CollectorConfigurationTests {

	private static final Path DIRECTORY = Path.of("..", "monitoring", "logs");

	private static final Path LOGS = Path.of("logs");

	private static final List<String> OTHERS = Stream
		.of(ConsoleCapture.file(LOGS, "orders"), ConsoleCapture.former(LOGS, "orders"), JvmLog.file(LOGS, "orders"),
				LOGS.resolve("hs_err_pid4711.log"))
		.map(Path::getFileName)
		.map(Path::toString)
		.toList();

	@ParameterizedTest
	@ValueSource(strings = { "filebeat-elasticsearch.yml", "filebeat-kafka.yml" })
	void whenFilebeatIsConfiguredThenItTakesLogsAlone(String file) throws IOException {
		Map<String, Object> input = first(read(file).get("filebeat.inputs"));
		List<String> excluded = list(input.get("prospector.scanner.exclude_files"));
		assertTaken(list(input.get("paths")),
				(name) -> excluded.stream().noneMatch((pattern) -> Pattern.compile(pattern).matcher(name).find()));
		assertThat(input.get("parsers").toString()).contains("ndjson", "overwrite_keys=true");
	}

	@ParameterizedTest
	@ValueSource(strings = { "fluent-bit-elasticsearch.yaml", "fluent-bit-kafka.yaml" })
	void whenFluentBitIsConfiguredThenItTakesLogsAlone(String file) throws IOException {
		Map<String, Object> configuration = read(file);
		Map<String, Object> input = first(map(configuration.get("pipeline")).get("inputs"));
		List<String> excluded = List.of(input.get("exclude_path").toString().split(","));
		assertTaken(List.of(input.get("path").toString()),
				(name) -> excluded.stream().noneMatch((glob) -> glob(glob).matcher(name).matches()));
		assertThat(configuration.get("parsers").toString()).contains("name=" + input.get("parser"), "name=winsvc-ecs",
				"time_key=timestamp", "time_key=@timestamp");
	}

	@Test
	void whenACollectorIsConfiguredThenBothDestinationsAre() throws IOException {
		assertThat(read("filebeat-elasticsearch.yml")).containsKey("output.elasticsearch");
		assertThat(read("filebeat-kafka.yml")).containsKey("output.kafka");
		assertThat(read("fluent-bit-elasticsearch.yaml").toString()).contains("name=es, match=winsvc");
		assertThat(read("fluent-bit-kafka.yaml").toString()).contains("name=kafka, match=winsvc");
	}

	private static void assertTaken(List<String> paths, Predicate<String> filter) {
		assertThat(paths).singleElement()
			.satisfies((path) -> assertThat(glob(path).matcher("C:\\ProgramData\\winsvc\\orders\\logs\\orders.log"))
				.matches());
		assertThat(Stream.of("orders.log", "console.log", "order-intake.log")).allMatch(filter);
		assertThat(OTHERS).hasSize(4).noneMatch(filter);
	}

	private static Pattern glob(String glob) {
		return Pattern.compile(Stream.of(glob.split("\\*", -1))
			.map(Pattern::quote)
			.reduce((left, right) -> left + "[^\\\\]*" + right)
			.orElseThrow());
	}

	private static Map<String, Object> read(String file) throws IOException {
		return map(new Yaml().load(Files.readString(DIRECTORY.resolve(file))));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Object value) {
		return (Map<String, Object>) value;
	}

	@SuppressWarnings("unchecked")
	private static List<String> list(Object value) {
		return (List<String>) value;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> first(Object value) {
		return ((List<Map<String, Object>>) value).get(0);
	}

}
