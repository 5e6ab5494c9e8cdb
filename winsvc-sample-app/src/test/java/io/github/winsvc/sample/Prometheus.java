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
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Prometheus of this system that scrapes one application, with rules as they are
 * shipped. It has a port and a directory of its own.
 */
final class Prometheus implements AutoCloseable {

	/** What is shipped for monitoring. */
	static final Path SHIPPED = Path.of("..", "monitoring");

	private static final String CONFIGURATION = """
			global:
			  scrape_interval: 1s
			  evaluation_interval: 1s
			rule_files:
			  - %s
			scrape_configs:
			  - job_name: winsvc
			    metrics_path: /actuator/prometheus
			    static_configs:
			      - targets: ["localhost:%d"]
			""";

	private final Process process;

	private final Path log;

	private final SampleClient client;

	private Prometheus(Process process, Path log, int port) {
		this.process = process;
		this.log = log;
		this.client = new SampleClient(port);
	}

	/**
	 * Start a server.
	 * @param directory an empty directory
	 * @param target the port of the application
	 */
	static Prometheus start(Path directory, int target) throws IOException {
		Path configuration = directory.resolve("prometheus.yml");
		Path rules = SHIPPED.resolve("prometheus-alerts.yml").toAbsolutePath().normalize();
		Files.writeString(configuration, CONFIGURATION.formatted(rules, target));
		int port = Operator.freePort();
		Path log = directory.resolve("prometheus.log");
		return new Prometheus(new ProcessBuilder("prometheus", "--config.file=" + configuration,
				"--storage.tsdb.path=" + directory.resolve("data"), "--web.listen-address=127.0.0.1:" + port)
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start(), log, port);
	}

	/**
	 * Run {@code promtool} of this system in the directory of what is shipped.
	 * @return what it says
	 */
	static String tool(String... arguments) throws IOException, InterruptedException {
		return tool(null, arguments);
	}

	static String tool(Path input, String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("promtool"));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).directory(SHIPPED.toFile()).redirectErrorStream(true);
		if (input != null) {
			builder.redirectInput(input.toFile());
		}
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return "%s%nexit code %d".formatted(output, process.waitFor());
	}

	/**
	 * Ask for the value of an expression.
	 * @return the values, one for each series, empty also as long as the server does not
	 * answer
	 */
	List<String> query(String expression) {
		JsonNode result = get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
		List<String> values = new ArrayList<>();
		result.path("data").path("result").forEach((series) -> values.add(series.path("value").path(1).asString()));
		return values;
	}

	/**
	 * Return the names and the health of all rules.
	 */
	List<String> rules() {
		List<String> rules = new ArrayList<>();
		get("/api/v1/rules").path("data")
			.path("groups")
			.forEach((group) -> group.path("rules")
				.forEach((rule) -> rules.add(rule.path("name").asString() + " " + rule.path("health").asString())));
		return rules;
	}

	private JsonNode get(String path) {
		JsonMapper mapper = JsonMapper.shared();
		try {
			HttpResponse<String> response = this.client.get(path);
			// As long as it starts, it says that it is not available
			return (response.statusCode() == 200) ? mapper.readTree(response.body()) : mapper.createObjectNode();
		}
		catch (UncheckedIOException ex) {
			if (!this.process.isAlive()) {
				throw new IllegalStateException("Prometheus has ended: " + log(), ex);
			}
			return mapper.createObjectNode();
		}
	}

	private String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
