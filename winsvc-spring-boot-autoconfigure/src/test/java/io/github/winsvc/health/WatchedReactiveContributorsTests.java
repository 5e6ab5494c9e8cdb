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
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.DefaultReactiveHealthContributorRegistry;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WatchedReactiveContributors} and {@link WatchedReactiveRegistry}.
 */
class WatchedReactiveContributorsTests {

	private static final HealthProperties LIMITS = new HealthProperties(Duration.ofMillis(100), Duration.ofSeconds(2),
			Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));

	private final AtomicInteger runs = new AtomicInteger();

	private final DefaultReactiveHealthContributorRegistry plain = new DefaultReactiveHealthContributorRegistry();

	private final WatchedReactiveRegistry registry = new WatchedReactiveRegistry(this.plain,
			new HealthWatches(LIMITS, new NoRecorder(), Runnable::run));

	private Health ask(String name) {
		ReactiveHealthIndicator indicator = (ReactiveHealthIndicator) this.registry.getContributor(name);
		return indicator.health().block(Duration.ofSeconds(10));
	}

	@Test
	void whenCheckAnswersThenItsAnswerCounts() {
		this.registry.registerContributor("db",
				(ReactiveHealthIndicator) () -> Mono.just(Health.up().withDetail("rows", 3).build()));
		assertThat(ask("db")).isEqualTo(Health.up().withDetail("rows", 3).build());
	}

	@Test
	void whenCheckFailsThenItIsDown() {
		this.registry.registerContributor("db",
				(ReactiveHealthIndicator) () -> Mono.error(new IllegalStateException("no connection")));
		assertThat(ask("db").getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void whenCheckHangsThenTheAnswerComesInTimeAndItRunsOnce() throws InterruptedException {
		this.registry.registerContributor("db", (ReactiveHealthIndicator) () -> {
			this.runs.incrementAndGet();
			return Mono.never();
		});
		assertThat(ask("db").getStatus()).isEqualTo(Status.UNKNOWN);
		Thread.sleep(2_000);
		assertThat(ask("db").getStatus()).isEqualTo(Status.DOWN);
		assertThat(this.runs).hasValue(1);
	}

	@Test
	void whenContributorHasOthersThenEachIsWatched() {
		ReactiveHealthContributor orders = (ReactiveHealthIndicator) () -> Mono.just(Health.up().build());
		this.registry.registerContributor("db", CompositeReactiveHealthContributor.fromMap(Map.of("orders", orders)));
		CompositeReactiveHealthContributor composite = (CompositeReactiveHealthContributor) this.registry
			.getContributor("db");
		assertThat(composite.getContributor("orders")).isInstanceOf(WatchedReactiveIndicator.class);
		assertThat(composite.getContributor("stock")).isNull();
		assertThat(this.registry.watches().map(HealthWatch::name)).containsExactly("db/orders");
	}

	@Test
	void whenContributorIsTakenAwayThenItIsGone() {
		ReactiveHealthIndicator indicator = () -> Mono.just(Health.up().build());
		this.registry.registerContributor("db", indicator);
		assertThat(this.registry.unregisterContributor("db")).isSameAs(indicator);
		assertThat(this.registry.getContributor("db")).isNull();
		assertThat(this.registry.stream()).isEmpty();
	}

}
