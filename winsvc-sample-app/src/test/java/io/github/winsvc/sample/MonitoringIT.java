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

import java.util.Map;
import java.util.stream.Collectors;

import io.github.winsvc.sample.machine.WindowsMachine;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a service tells monitoring with nothing configured.
 */
@TestMethodOrder(OrderAnnotation.class)
class MonitoringIT {

	private static final int PORT = Operator.freePort();

	private static final SampleClient client = new SampleClient(PORT);

	@AutoClose
	private static WindowsMachine machine;

	private static Operator operator;

	@BeforeAll
	static void install() {
		machine = WindowsMachine.open();
		operator = Operator.withExtractedJar(machine);
		operator.run("--winsvc.install", "--server.port=" + PORT).orFail();
	}

	private static JsonNode json(String path) {
		String body = client.get(path).body();
		System.out.println(path + ": " + body);
		return JsonMapper.shared().readTree(body);
	}

	/**
	 * Return the samples of the service's own metrics.
	 */
	private static Map<String, Double> metrics() {
		return client.get("/actuator/prometheus")
			.body()
			.lines()
			.filter((line) -> line.startsWith("winsvc_"))
			.map((line) -> line.split(" (?=[^ ]+$)"))
			.collect(Collectors.toMap((parts) -> parts[0], (parts) -> Double.valueOf(parts[1])));
	}

	@Test
	@Order(1)
	void whenNothingIsConfiguredThenServiceIsUpAndTellsItself() {
		assertThat(client.health()).contains(200);
		assertThat(json("/actuator/health").path("status").asString()).isEqualTo("UP");
		JsonNode service = json("/actuator/winsvc");
		assertThat(service.path("name").asString()).isEqualTo(Operator.SERVICE);
		assertThat(service.path("state").asString()).isEqualTo("RUNNING");
		assertThat(service.path("account").asString()).isEqualTo("NT SERVICE\\order-intake");
		assertThat(service.path("startType").asString()).isEqualTo("auto");
		assertThat(service.path("restartsSinceBoot").asInt()).isZero();
		assertThat(service.path("startDuration").path("connect").asString()).endsWith(" ms");
		assertThat(service.has("lastExit")).isFalse();
	}

	@Test
	@Order(2)
	void whenCompactFormIsAskedForThenEveryCheckIsHealthy() {
		JsonNode health = json("/actuator/winsvc/health");
		assertThat(health.path("status").asString()).isEqualTo("healthy");
		assertThat(health.path("checks").findValuesAsString("name")).contains("db", "winsvc", "winsvcResources");
		assertThat(health.path("checks").findValuesAsString("status")).containsOnly("healthy");
	}

	@Test
	@Order(2)
	void whenMetricsAreAskedForThenLifeAndCountersOfWindowsAreAmongThem() {
		assertThat(json("/actuator/metrics").path("names").toString()).contains("winsvc.state", "winsvc.uptime");
		Map<String, Double> metrics = metrics();
		assertThat(metrics).containsEntry("winsvc_state{state=\"running\"}", 1.0)
			.containsKeys("winsvc_process_handles", "winsvc_process_memory_private_bytes", "winsvc_process_gdi_objects",
					"winsvc_process_io_bytes_total{direction=\"read\"}")
			.containsEntry("winsvc_restarts", 0.0)
			.doesNotContainKey("winsvc_last_exit_code");
		assertThat(metrics.get("winsvc_process_memory_working_set_bytes")).isGreaterThan(10_000_000);
		assertThat(metrics.get("winsvc_start_duration_seconds{phase=\"refresh\"}")).isPositive();
		metrics.forEach((name, value) -> System.out.println(name + " " + value));
	}

	@Test
	@Order(3)
	void whenServiceWasRestartedThenTheEndBeforeIsKnown() {
		operator.run("--winsvc.restart").orFail();
		JsonNode service = json("/actuator/winsvc");
		assertThat(service.path("lastExit").path("exitCode").asString()).isEqualTo("0");
		assertThat(service.path("lastExit").path("stopDuration").asString()).endsWith(" ms");
		assertThat(service.path("restartsSinceBoot").asInt()).isEqualTo(1);
		assertThat(metrics()).containsEntry("winsvc_last_exit_code", 0.0)
			.containsEntry("winsvc_restarts", 1.0)
			.containsKey("winsvc_last_stop_duration_seconds");
		operator.run("--winsvc.stop").orFail();
	}

}
