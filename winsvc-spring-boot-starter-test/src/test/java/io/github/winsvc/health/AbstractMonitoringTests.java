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

package io.github.winsvc.health;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.winsvc.health.ShopApplication.Database;
import io.github.winsvc.http.Client;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.test.ServiceExit;
import io.github.winsvc.test.TestService;
import org.junit.jupiter.api.Test;

import org.springframework.boot.json.JsonParserFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a web application tells monitoring as a service.
 */
abstract class AbstractMonitoringTests {

	private static Client start(TestService service, String... properties) {
		service.withProperties(properties).start();
		service.awaitState(ServiceState.RUNNING);
		return new Client(service.port());
	}

	private static Map<String, Object> json(HttpResponse<String> response) {
		return JsonParserFactory.getJsonParser().parseMap(response.body());
	}

	@Test
	void whenNothingIsConfiguredThenWhatMonitoringReadsAnswers(TestService service) throws Exception {
		Client client = start(service);
		assertThat(client.get("/actuator/health").body()).contains("\"status\":\"UP\"");
		assertThat(client.get("/actuator/metrics").body()).contains("winsvc.health.check");
		assertThat(client.get("/actuator/prometheus").body()).contains("winsvc_health_check_seconds_count");
		assertThat(json(client.get("/actuator/winsvc"))).containsEntry("name", "ShopApplication")
			.containsEntry("state", "RUNNING")
			.containsEntry("startReason", "demand")
			.containsKeys("since", "started", "startDuration", "account", "recovery");
	}

	@Test
	void whenServiceIsRunningThenItHasAnsweredItsFirstRequest(TestService service) throws Exception {
		Client client = start(service);
		assertThat(client.get("/actuator/metrics/http.server.requests?tag=uri:/actuator/health&tag=status:200").body())
			.contains("\"COUNT\"");
		assertThat(client.get("/actuator/metrics/winsvc.start.duration?tag=phase:answer").statusCode()).isEqualTo(200);
	}

	@Test
	void whenWarmUpIsNotWantedThenServiceAsksNothing(TestService service) throws Exception {
		Client client = start(service, "winsvc.start.warm-up=false");
		assertThat(client.status("/actuator/metrics/http.server.requests")).isEqualTo(404);
	}

	@Test
	void whenNothingIsConfiguredThenNothingElseAnswersAndNothingCanBeWritten(TestService service) throws Exception {
		Client client = start(service);
		for (String closed : List.of("env", "beans", "configprops", "loggers", "threaddump", "heapdump", "shutdown")) {
			assertThat(client.status("/actuator/" + closed)).as(closed).isEqualTo(404);
		}
		assertThat(client.post("/actuator/winsvc")).isEqualTo(405);
		assertThat(client.post("/actuator/winsvc/health")).isEqualTo(405);
		assertThat(client.status("/actuator/winsvc/wealth")).isEqualTo(404);
	}

	@Test
	void whenApplicationSaysWhatIsExposedThenThatCounts(TestService service) throws Exception {
		Client client = start(service, "management.endpoints.web.exposure.include=health,info");
		assertThat(client.status("/actuator/info")).isEqualTo(200);
		assertThat(client.status("/actuator/winsvc")).isEqualTo(404);
		assertThat(client.status("/actuator/metrics")).isEqualTo(404);
	}

	@Test
	void whenDefaultIsNotWantedThenHealthAloneAnswers(TestService service) throws Exception {
		Client client = start(service, "winsvc.actuator.exposed=false");
		assertThat(client.status("/actuator/health")).isEqualTo(200);
		assertThat(client.status("/actuator/winsvc")).isEqualTo(404);
	}

	@Test
	void whenServiceIsHealthyThenCompactFormSaysSo(TestService service) throws Exception {
		HttpResponse<String> response = start(service).get("/actuator/winsvc/health");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(json(response)).containsOnlyKeys("status", "checks", "timestamp").containsEntry("status", "healthy");
		assertThat(response.body()).contains("{\"name\":\"database\",\"status\":\"healthy\",\"latency_ms\":")
			.contains("{\"name\":\"winsvc\"")
			.doesNotContain("rows");
	}

	@Test
	void whenDatabaseIsDownThenCompactFormAnswersAsHealthDoes(TestService service) throws Exception {
		Client client = start(service, "shop.database=down");
		assertThat(client.status("/actuator/health")).isEqualTo(503);
		HttpResponse<String> response = client.get("/actuator/winsvc/health");
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(json(response)).containsEntry("status", "unhealthy");
	}

	@Test
	void whenDatabaseHangsThenHealthAnswersInTimeAndOneThreadHangs(TestService service) throws Exception {
		Client client = start(service, "shop.database=hung", "winsvc.health.timeout=300ms",
				"winsvc.health.down-after=1s", "management.endpoint.health.show-details=always");
		ExecutorService clients = Executors.newFixedThreadPool(20);
		try {
			long begin = System.nanoTime();
			List<CompletableFuture<Integer>> answers = new ArrayList<>();
			for (int i = 0; i < 200; i++) {
				String path = (i % 2 == 0) ? "/actuator/health" : "/actuator/winsvc/health";
				answers.add(CompletableFuture.supplyAsync(() -> client.tryStatus(path), clients));
			}
			answers.forEach(CompletableFuture::join);
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
		}
		finally {
			clients.shutdown();
		}
		Thread.sleep(1_000);
		HttpResponse<String> down = client.get("/actuator/health");
		assertThat(down.statusCode()).isEqualTo(503);
		assertThat(down.body()).contains("No answer for");
		assertThat(client.status("/actuator/health/liveness")).isEqualTo(200);
		assertThat(hangingThreads()).isEqualTo(1);
		assertThat(client.get("/actuator/metrics/winsvc.health.check.timeouts").body()).contains("database");
		service.context().getBean(Database.class).setBehaviour("up");
		awaitStatus(client, 200);
	}

	private static long hangingThreads() {
		return Thread.getAllStackTraces()
			.values()
			.stream()
			.filter((stack) -> List.of(stack)
				.stream()
				.anyMatch((frame) -> frame.getClassName().equals(Database.class.getName())))
			.count();
	}

	private static void awaitStatus(Client client, int status) throws Exception {
		long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (client.status("/actuator/health") != status) {
			assertThat(System.nanoTime()).as("health in time").isLessThan(end);
			Thread.sleep(20);
		}
	}

	@Test
	void whenDatabaseHangsThenServiceStopsAllTheSame(TestService service) throws Exception {
		Client client = start(service, "shop.database=hung", "winsvc.health.timeout=100ms");
		assertThat(client.status("/actuator/health")).isEqualTo(200);
		assertThat(service.stop()).isEqualTo(new ServiceExit(ExitCode.SUCCESS, 0));
	}

	@Test
	void whenResourceRunsLowThenHealthWarnsAndStillAnswersWell(TestService service) throws Exception {
		Client client = start(service, "winsvc.resources.threads.warning=1");
		awaitBody(client, "/actuator/health", "\"status\":\"WARNING\"");
		assertThat(client.status("/actuator/health")).isEqualTo(200);
		awaitBody(client, "/actuator/winsvc/health", "{\"status\":\"warning\"");
	}

	@Test
	void whenResourceHasRunOutThenHealthIsDown(TestService service) throws Exception {
		Client client = start(service, "winsvc.resources.threads.critical=1");
		awaitStatus(client, 503);
		awaitBody(client, "/actuator/winsvc/health", "{\"status\":\"unhealthy\"");
	}

	private static void awaitBody(Client client, String path, String text) throws Exception {
		long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (!client.get(path).body().contains(text)) {
			assertThat(System.nanoTime()).as("%s says %s in time", path, text).isLessThan(end);
			Thread.sleep(20);
		}
	}

	@Test
	void whenServiceIsPausedThenItIsOutOfServiceAndStillTellsWhy(TestService service) throws Exception {
		Client client = start(service, "winsvc.health.compact-interval=0s");
		service.pause();
		assertThat(client.status("/actuator/winsvc/health")).isEqualTo(503);
		assertThat(json(client.get("/actuator/winsvc"))).containsEntry("state", "PAUSED")
			.extractingByKey("lastControl")
			.asString()
			.contains("pause", Integer.toString(Standard.PAUSE.code()));
		service.resume();
		assertThat(client.status("/actuator/winsvc/health")).isEqualTo(200);
	}

}
