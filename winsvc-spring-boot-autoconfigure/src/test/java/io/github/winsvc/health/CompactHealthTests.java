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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.DefaultHealthContributorRegistry;
import org.springframework.boot.health.registry.DefaultReactiveHealthContributorRegistry;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CompactHealth} and {@link ServiceEndpointWebExtension}.
 */
class CompactHealthTests {

	private static final HealthProperties LIMITS = new HealthProperties(Duration.ofMillis(500), Duration.ofMinutes(1),
			Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMinutes(1));

	private final CheckThreads threads = new CheckThreads();

	private final HealthWatches watches = new HealthWatches(LIMITS, new NoRecorder(), this.threads);

	private final WatchedHealthRegistry registry = new WatchedHealthRegistry(new DefaultHealthContributorRegistry(),
			this.watches);

	private final WatchedReactiveRegistry reactiveRegistry = new WatchedReactiveRegistry(
			new DefaultReactiveHealthContributorRegistry(), this.watches);

	private final ServiceEndpointWebExtension endpoint = new ServiceEndpointWebExtension(
			new CompactHealth(this.registry, this.reactiveRegistry, LIMITS));

	private final CountDownLatch release = new CountDownLatch(1);

	@AfterEach
	void end() {
		this.release.countDown();
		this.threads.destroy();
	}

	private void register(String name, Status status) {
		this.registry.registerContributor(name, (HealthIndicator) () -> Health.status(status).build());
	}

	private HealthIndicator hung() {
		return () -> {
			try {
				this.release.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return Health.up().build();
		};
	}

	private WebEndpointResponse<Map<String, Object>> ask() {
		return this.endpoint.part("health");
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> checks(WebEndpointResponse<Map<String, Object>> response) {
		return (List<Map<String, Object>>) response.getBody().get("checks");
	}

	@Test
	void whenEverythingIsUpThenServiceIsHealthy() {
		register("db", Status.UP);
		this.registry.registerContributor("stock",
				CompositeHealthContributor.fromMap(Map.of("north", (HealthIndicator) Health.up()::build)));
		this.reactiveRegistry.registerContributor("mail",
				(ReactiveHealthIndicator) () -> Mono.just(Health.up().build()));
		WebEndpointResponse<Map<String, Object>> response = ask();
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(response.getBody()).containsOnlyKeys("status", "checks", "timestamp")
			.containsEntry("status", "healthy");
		assertThat(Instant.parse((String) response.getBody().get("timestamp")))
			.isBetween(Instant.now().minusSeconds(60), Instant.now());
		assertThat(checks(response)).extracting((check) -> check.get("name"))
			.containsExactlyInAnyOrder("db", "stock/north", "mail");
		assertThat(checks(response)).allSatisfy((check) -> {
			assertThat(check).containsOnlyKeys("name", "status", "latency_ms").containsEntry("status", "healthy");
			assertThat((double) check.get("latency_ms")).isBetween(0.0, 500.0);
		});
	}

	@Test
	void whenSomethingIsUnknownOrWarnsThenThatIsAWarning() {
		register("db", Status.UP);
		register("disk", new Status("WARNING"));
		register("mail", Status.UNKNOWN);
		assertThat(ask().getStatus()).isEqualTo(200);
		assertThat(ask().getBody()).containsEntry("status", "warning");
	}

	@Test
	void whenSomethingIsDownThenServiceIsUnhealthy() {
		register("db", Status.DOWN);
		register("disk", new Status("WARNING"));
		assertThat(ask().getStatus()).isEqualTo(503);
		assertThat(ask().getBody()).containsEntry("status", "unhealthy");
	}

	@Test
	void whenStatusIsOneOfTheApplicationThenItIsNotBad() {
		register("db", new Status("QUIET"));
		assertThat(ask().getBody()).containsEntry("status", "healthy");
	}

	@Test
	void whenSeveralChecksHangThenTheyAreWaitedForSideBySide() {
		for (int i = 0; i < 10; i++) {
			this.registry.registerContributor("db" + i, hung());
		}
		long begin = System.nanoTime();
		WebEndpointResponse<Map<String, Object>> response = ask();
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
		assertThat(response.getBody()).containsEntry("status", "warning");
		assertThat(checks(response)).hasSize(10).allSatisfy((check) -> assertThat(check).containsEntry("late", true));
	}

	@Test
	void whenAskedOftenThenChecksDoNotRunEachTime() {
		AtomicInteger runs = new AtomicInteger();
		this.registry.registerContributor("db", (HealthIndicator) () -> {
			runs.incrementAndGet();
			return Health.up().build();
		});
		for (int i = 0; i < 100; i++) {
			ask();
		}
		assertThat(runs).hasValue(1);
	}

	@Test
	void whenSomethingElseIsAskedForThenThereIsNone() {
		assertThat(this.endpoint.part("wealth")).isNull();
	}

}
