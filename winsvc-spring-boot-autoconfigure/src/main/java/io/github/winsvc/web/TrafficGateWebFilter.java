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

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Leads the requests of a reactive application through the {@link TrafficGate}. Those of
 * an actuator on a port of its own, which shares all filters, do not pass it.
 *
 * @since 0.1.0
 */
public class TrafficGateWebFilter implements WebFilter, Ordered, ApplicationContextAware {

	private final TrafficGate gate;

	private final AllowedPaths allowed;

	private final PausedAnswer answer;

	private final int order;

	private @Nullable ApplicationContext context;

	/**
	 * Create the filter.
	 * @param gate the gate
	 * @param allowed the paths that need not pass it
	 * @param answer the answer to those who may not pass
	 * @param order the place among other filters
	 */
	public TrafficGateWebFilter(TrafficGate gate, AllowedPaths allowed, PausedAnswer answer, int order) {
		this.gate = gate;
		this.allowed = allowed;
		this.answer = answer;
		this.order = order;
	}

	@Override
	public int getOrder() {
		return this.order;
	}

	@Override
	public void setApplicationContext(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (exchange.getApplicationContext() != this.context
				|| this.allowed.contain(exchange.getRequest().getPath().pathWithinApplication())) {
			return chain.filter(exchange);
		}
		return Mono.defer(() -> this.gate.enter() ? chain.filter(exchange).doFinally((signal) -> this.gate.leave())
				: refuse(exchange.getResponse()));
	}

	private Mono<Void> refuse(ServerHttpResponse response) {
		response.setStatusCode(HttpStatusCode.valueOf(PausedAnswer.STATUS));
		response.getHeaders().set(HttpHeaders.RETRY_AFTER, this.answer.retryAfterSeconds());
		response.getHeaders().set(HttpHeaders.CONTENT_TYPE, PausedAnswer.CONTENT_TYPE);
		DataBuffer body = response.bufferFactory().wrap(this.answer.body());
		return response.writeWith(Mono.just(body));
	}

}
