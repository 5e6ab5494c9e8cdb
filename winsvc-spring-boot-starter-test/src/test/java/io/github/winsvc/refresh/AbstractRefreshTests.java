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

package io.github.winsvc.refresh;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.winsvc.http.Client;
import io.github.winsvc.reload.RefreshEndpointExtension;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.test.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.json.JsonParserFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a web application answers when its configuration is reloaded over HTTP,
 * and what it tells monitoring of that.
 */
abstract class AbstractRefreshTests {

	@TempDir
	private Path directory;

	private void write(String... lines) throws IOException {
		Files.writeString(this.directory.resolve("application.yml"), String.join("\n", lines));
	}

	private Client start(TestService service, String... properties) throws IOException {
		write("prices.factor: 2");
		service
			.withProperties("spring.config.location=optional:file:%s/".formatted(this.directory),
					"winsvc.reload.watch=false",
					"management.endpoints.web.exposure.include=refresh,winsvc,health,prometheus",
					"management.endpoint.health.show-details=always")
			.withProperties(properties)
			.start();
		service.awaitState(ServiceState.RUNNING);
		return new Client(service.port());
	}

	private static List<Object> list(HttpResponse<String> response) {
		return JsonParserFactory.getJsonParser().parseList(response.body());
	}

	private static Map<String, Object> map(HttpResponse<String> response) {
		return JsonParserFactory.getJsonParser().parseMap(response.body());
	}

	@Test
	void whenConfigurationHasChangedThenRefreshAnswersWithTheKeys(TestService service) throws Exception {
		Client client = start(service);
		write("prices.factor: 3");
		HttpResponse<String> changed = client.exchange("/actuator/refresh");
		assertThat(changed.statusCode()).isEqualTo(200);
		assertThat(list(changed)).containsExactly("prices.factor");
		assertThat(client.get("/factor").body()).isEqualTo("3");
		HttpResponse<String> unchanged = client.exchange("/actuator/refresh");
		assertThat(unchanged.statusCode()).isEqualTo(200);
		assertThat(list(unchanged)).isEmpty();
	}

	@Test
	void whenConfigurationIsRejectedThenRefreshAnswersWithTheReason(TestService service) throws Exception {
		Client client = start(service);
		write("prices.factor: many");
		HttpResponse<String> rejected = client.exchange("/actuator/refresh");
		assertThat(rejected.statusCode()).isEqualTo(409);
		assertThat(map(rejected)).containsOnlyKeys("outcome", "reasons").containsEntry("outcome", "rejected");
		assertThat(rejected.body()).contains("prices.factor is many");
		assertThat(client.get("/factor").body()).isEqualTo("2");
	}

	@Test
	void whenConfigurationIsReloadedThenMonitoringIsTold(TestService service) throws Exception {
		Client client = start(service);
		write("prices.factor: 3", "spring.main.lazy-initialization: true");
		client.exchange("/actuator/refresh");
		write("prices.factor: many");
		client.exchange("/actuator/refresh");
		HttpResponse<String> description = client.get("/actuator/winsvc");
		assertThat(description.statusCode()).as(description::body).isEqualTo(200);
		assertThat(map(description)).as(description::body)
			.extractingByKey("reload")
			.asString()
			.contains("keysForRestart=[spring.main.lazy-initialization]", "outcome=rejected", "trigger=refresh",
					"prices.factor is many", "outcome=applied", "keys=[prices.factor, spring.main.lazy-initialization]")
			.containsSubsequence("outcome=rejected", "outcome=applied");
		assertThat(map(client.get("/actuator/health")).toString()).contains("outcome=rejected")
			.doesNotContain("prices.factor is many");
		assertThat(client.status("/actuator/health")).isEqualTo(200);
		assertThat(client.get("/actuator/prometheus").body())
			.contains("winsvc_reload_seconds_count{outcome=\"rejected\"} 1\n")
			.contains("winsvc_reload_seconds_count{outcome=\"applied\"} 1\n")
			.contains("winsvc_reload_restart_pending_keys 1.0\n");
	}

	@Test
	void whenReloadIsOffThenRefreshIsThatOfSpringCloud(TestService service) throws Exception {
		Client client = start(service, "winsvc.reload.enabled=false");
		assertThat(client.exchange("/actuator/refresh").statusCode()).isEqualTo(200);
		assertThat(service.context().getBeansOfType(RefreshEndpointExtension.class)).isEmpty();
		assertThat(map(client.get("/actuator/winsvc"))).doesNotContainKey("reload");
	}

}
