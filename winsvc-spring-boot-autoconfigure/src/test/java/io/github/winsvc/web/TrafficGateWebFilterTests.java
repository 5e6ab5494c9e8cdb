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

package io.github.winsvc.web;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TrafficGateWebFilter}.
 */
class TrafficGateWebFilterTests {

	private final TrafficGate gate = new TrafficGate();

	private final TrafficGateWebFilter filter = new TrafficGateWebFilter(this.gate,
			new AllowedPaths(List.of(), () -> List.of("/actuator")), new PausedAnswer(Duration.ofSeconds(30)), 7);

	private final MockServerWebExchange exchange = exchange("/orders");

	private final AtomicBoolean drained = new AtomicBoolean();

	private final Sinks.Empty<Void> answer = Sinks.empty();

	private final AtomicBoolean passed = new AtomicBoolean();

	private final WebFilterChain chain = (exchange) -> Mono.defer(() -> {
		this.passed.set(true);
		return this.answer.asMono();
	});

	private static MockServerWebExchange exchange(String path) {
		return MockServerWebExchange.from(MockServerHttpRequest.get(path));
	}

	private void close() {
		this.gate.stop(() -> this.drained.set(true));
	}

	@Test
	void whenRequestIsBeingAnsweredThenClosingIsOverAfterIt() {
		this.filter.filter(this.exchange, this.chain).subscribe();
		close();
		assertThat(this.drained).isFalse();
		this.answer.tryEmitEmpty();
		assertThat(this.drained).isTrue();
	}

	@Test
	void whenRequestFailsThenItLeaves() {
		this.filter.filter(this.exchange, this.chain).subscribe((nothing) -> {
		}, (failure) -> {
		});
		close();
		this.answer.tryEmitError(new IllegalStateException("failed"));
		assertThat(this.drained).isTrue();
	}

	@Test
	void whenClientGoesAwayThenItsRequestLeaves() {
		Disposable client = this.filter.filter(this.exchange, this.chain).subscribe();
		close();
		client.dispose();
		assertThat(this.drained).isTrue();
	}

	@Test
	void whenGateIsClosedThenClientIsToldToComeBack() {
		close();
		this.filter.filter(this.exchange, this.chain).block();
		assertThat(this.passed).isFalse();
		assertThat(this.exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(this.exchange.getResponse().getHeaders().getFirst("Retry-After")).isEqualTo("30");
		assertThat(this.exchange.getResponse().getBodyAsString().block()).contains("The service is paused.");
	}

	@Test
	void whenGateIsClosedThenAllowedPathPasses() {
		close();
		this.answer.tryEmitEmpty();
		this.filter.filter(exchange("/actuator/health"), this.chain).block();
		assertThat(this.passed).isTrue();
	}

	@Test
	void whenOrderIsAskedForThenItIsTheGivenOne() {
		assertThat(this.filter.getOrder()).isEqualTo(7);
	}

}
