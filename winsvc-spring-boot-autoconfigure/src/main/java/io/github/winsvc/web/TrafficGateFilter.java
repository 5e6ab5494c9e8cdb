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

import java.io.IOException;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;

/**
 * Leads the requests of a servlet application through the {@link TrafficGate}. To be
 * applied to the first dispatch of a request alone.
 *
 * @since 0.1.0
 */
public class TrafficGateFilter implements Filter {

	private static final PathContainer.Options DECODED = PathContainer.Options.create('/', false);

	private final TrafficGate gate;

	private final AllowedPaths allowed;

	private final PausedAnswer answer;

	/**
	 * Create the filter.
	 * @param gate the gate
	 * @param allowed the paths that need not pass it
	 * @param answer the answer to those who may not pass
	 */
	public TrafficGateFilter(TrafficGate gate, AllowedPaths allowed, PausedAnswer answer) {
		this.gate = gate;
		this.allowed = allowed;
		this.answer = answer;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (this.allowed.contain(path((HttpServletRequest) request))) {
			chain.doFilter(request, response);
		}
		else if (this.gate.enter()) {
			pass(request, response, chain);
		}
		else {
			refuse((HttpServletResponse) response);
		}
	}

	/**
	 * The container has decoded the path, which must not be done twice.
	 */
	private static PathContainer path(HttpServletRequest request) {
		String rest = request.getPathInfo();
		return PathContainer.parsePath(request.getServletPath() + ((rest != null) ? rest : ""), DECODED);
	}

	private void pass(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		boolean continues = false;
		try {
			chain.doFilter(request, response);
			continues = request.isAsyncStarted() && leaveWhenCompleted(request);
		}
		finally {
			if (!continues) {
				this.gate.leave();
			}
		}
	}

	private boolean leaveWhenCompleted(ServletRequest request) {
		try {
			request.getAsyncContext().addListener(new Leave());
			return true;
		}
		catch (IllegalStateException ex) {
			// Completed meanwhile
			return false;
		}
	}

	private void refuse(HttpServletResponse response) throws IOException {
		response.setStatus(PausedAnswer.STATUS);
		response.setHeader(HttpHeaders.RETRY_AFTER, this.answer.retryAfterSeconds());
		response.setContentType(PausedAnswer.CONTENT_TYPE);
		response.getOutputStream().write(this.answer.body());
	}

	/**
	 * Leaves the gate for a request that is answered on another thread.
	 */
	private final class Leave implements AsyncListener {

		@Override
		public void onComplete(AsyncEvent event) {
			TrafficGateFilter.this.gate.leave();
		}

		@Override
		public void onTimeout(AsyncEvent event) {
		}

		@Override
		public void onError(AsyncEvent event) {
		}

		@Override
		public void onStartAsync(AsyncEvent event) {
			event.getAsyncContext().addListener(this);
		}

	}

}
