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

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TrafficGateFilter}.
 */
class TrafficGateFilterTests {

	private final TrafficGate gate = new TrafficGate();

	private final TrafficGateFilter filter = new TrafficGateFilter(this.gate,
			new AllowedPaths(List.of("/100% sure"), () -> List.of("/actuator")),
			new PausedAnswer(Duration.ofSeconds(30)));

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/orders");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final AtomicBoolean drained = new AtomicBoolean();

	TrafficGateFilterTests() {
		this.request.setServletPath("/orders");
		this.request.setAsyncSupported(true);
	}

	private void close() {
		this.gate.stop(() -> this.drained.set(true));
	}

	@Test
	void whenGateIsOpenThenRequestPassesAndLeaves() throws Exception {
		MockFilterChain chain = new MockFilterChain();
		this.filter.doFilter(this.request, this.response, chain);
		assertThat(chain.getRequest()).isSameAs(this.request);
		close();
		assertThat(this.drained).isTrue();
	}

	@Test
	void whenGateIsClosedThenClientIsToldToComeBack() throws Exception {
		close();
		MockFilterChain chain = new MockFilterChain();
		this.filter.doFilter(this.request, this.response, chain);
		assertThat(chain.getRequest()).isNull();
		assertThat(this.response.getStatus()).isEqualTo(503);
		assertThat(this.response.getHeader("Retry-After")).isEqualTo("30");
		assertThat(this.response.getContentType()).isEqualTo("application/problem+json");
		assertThat(this.response.getContentAsString()).contains("The service is paused.");
	}

	@Test
	void whenGateIsClosedThenAllowedPathPasses() throws Exception {
		close();
		this.request.setServletPath("/actuator");
		this.request.setPathInfo("/health");
		MockFilterChain chain = new MockFilterChain();
		this.filter.doFilter(this.request, this.response, chain);
		assertThat(chain.getRequest()).isSameAs(this.request);
	}

	@Test
	void whenPathHasPercentSignThenItIsNotDecodedTwice() throws Exception {
		close();
		this.request.setServletPath("/100% sure");
		MockFilterChain chain = new MockFilterChain();
		this.filter.doFilter(this.request, this.response, chain);
		assertThat(chain.getRequest()).isSameAs(this.request);
	}

	@Test
	void whenRequestFailsThenItLeaves() {
		FilterChain chain = (request, response) -> {
			throw new ServletException("failed");
		};
		assertThatExceptionOfType(ServletException.class)
			.isThrownBy(() -> this.filter.doFilter(this.request, this.response, chain));
		close();
		assertThat(this.drained).isTrue();
	}

	@Test
	void whenRequestIsAnsweredByAnotherThreadThenItLeavesWhenItIsComplete() throws Exception {
		this.filter.doFilter(this.request, this.response, (request, response) -> request.startAsync(request, response));
		close();
		assertThat(this.drained).isFalse();
		AsyncContext asynchronous = this.request.getAsyncContext();
		assertThat(asynchronous).isNotNull();
		asynchronous.complete();
		assertThat(this.drained).isTrue();
	}

	@Test
	void whenRequestWasCompletedMeanwhileThenItLeaves() throws Exception {
		this.filter.doFilter(this.request, this.response, (request, response) -> request.startAsync().complete());
		close();
		assertThat(this.drained).isTrue();
	}

}
