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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.winsvc.sample.machine.Await;
import io.github.winsvc.sample.machine.PipeScm;
import io.github.winsvc.scm.ProcessCounters;
import io.github.winsvc.scm.ProcessCounters.Transfer;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.test.TestService;
import io.github.winsvc.test.WinsvcTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The metrics of the service, and what is shipped to watch them, with a real Prometheus.
 * Debian has it as a package; Windows has not.
 */
@Tag(PipeScm.TAG)
@WinsvcTest(args = "--server.port=0")
class PrometheusIT {

	private static final Pattern METRIC = Pattern.compile("\\b(winsvc|jvm|process)_[a-z_]+");

	/** What is only known of a service with a home and a run before. */
	private static final Set<String> OF_OTHER_RUNS = Set.of("winsvc_last_exit_code",
			"winsvc_last_stop_duration_seconds", "winsvc_restarts");

	@TempDir
	private Path directory;

	private SampleClient client;

	@BeforeEach
	void run(TestService service) {
		service.registered()
			.setCounters(new ProcessCounters(321, 5, 7, 200_000_000, 150_000_000, 4711, new Transfer(11, 1_100),
					new Transfer(22, 2_200)));
		service.start();
		service.awaitState(ServiceState.RUNNING);
		this.client = new SampleClient(service.port());
		this.client.get("/actuator/health");
	}

	@Test
	void whenPrometheusScrapesServiceThenItsLifeIsKnownAndRulesAreEvaluated(TestService service) throws Exception {
		try (Prometheus prometheus = Prometheus.start(this.directory, service.port())) {
			await(prometheus, "winsvc_state{state=\"running\"}", "1");
			await(prometheus, "up{job=\"winsvc\"}", "1");
			await(prometheus, "winsvc_process_handles", "321");
			await(prometheus, "winsvc_process_io_bytes_total{direction=\"write\"}", "2200");
			await(prometheus, "winsvc_health_check_seconds_count{contributor=\"db\", status=\"up\"} >= bool 1", "1");
			await(prometheus, "winsvc_start_duration_seconds{phase=\"refresh\"} > bool 0", "1");
			Await.until(prometheus::rules,
					(rules) -> rules.size() > 5 && rules.stream().allMatch((rule) -> rule.endsWith(" ok")),
					Operator.PATIENCE, "rules evaluated");
			assertThat(prometheus.query("ALERTS")).isEmpty();
			service.pause();
			await(prometheus, "winsvc_state{state=\"paused\"}", "1");
			await(prometheus, "winsvc_controls_total{control=\"pause\", result=\"handled\"}", "1");
			await(prometheus, "ALERTS{alertname=\"WinsvcServiceNotRunning\", alertstate=\"pending\"}", "1");
		}
	}

	private static void await(Prometheus prometheus, String expression, String value) {
		Await.until(() -> prometheus.query(expression), List.of(value)::equals, Operator.PATIENCE, expression);
	}

	@Test
	void whenMetricsAreReadThenPromtoolFindsNothingWrongWithOurs() throws Exception {
		Path metrics = Files.writeString(this.directory.resolve("metrics"),
				this.client.get("/actuator/prometheus").body());
		assertThat(Prometheus.tool(metrics, "check", "metrics").lines())
			.noneMatch((line) -> line.startsWith("winsvc_"));
	}

	@Test
	void whenRulesAreCheckedThenPromtoolFindsNothingWrong() throws Exception {
		assertThat(Prometheus.tool("check", "rules", "prometheus-alerts.yml")).endsWith("exit code 0");
		assertThat(Prometheus.tool("check", "config", "prometheus.yml")).endsWith("exit code 0");
		assertThat(Prometheus.tool("test", "rules", "prometheus-alerts-test.yml")).endsWith("exit code 0");
	}

	@Test
	void whenRulesAndDashboardNameMetricsThenThereAreSuchMetrics() throws Exception {
		String dashboard = Files.readString(Prometheus.SHIPPED.resolve("grafana-dashboard.json"));
		Set<String> named = metrics(Files.readString(Prometheus.SHIPPED.resolve("prometheus-alerts.yml")));
		named.addAll(metrics(dashboard));
		named.removeAll(OF_OTHER_RUNS);
		assertThat(named).hasSizeGreaterThan(10);
		assertThat(metrics(this.client.get("/actuator/prometheus").body())).containsAll(withCounters(named));
		JsonNode panels = JsonMapper.shared().readTree(dashboard).path("panels");
		assertThat(panels).hasSizeGreaterThan(10)
			.allSatisfy((panel) -> assertThat(panel.path("targets")).isNotEmpty()
				.allSatisfy((target) -> assertThat(target.path("expr").asString()).isNotBlank()));
	}

	/**
	 * A counter that has never counted is not there yet.
	 */
	private static Set<String> withCounters(Set<String> named) {
		Set<String> present = new TreeSet<>(named);
		present.remove("winsvc_health_check_timeouts_total");
		return present;
	}

	private static Set<String> metrics(String text) {
		return METRIC.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
	}

}
