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

package io.github.winsvc.boot;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.Environment;
import org.springframework.core.log.LogMessage;

/**
 * Asks the health endpoint until it answers fast. The first request loads what all others
 * use, so without this the first one after RUNNING would wait for it. Whatever the answer
 * is, it is one; and that there is none is told by others.
 */
final class WarmUp {

	private static final Log logger = LogFactory.getLog(WarmUp.class);

	private static final int REQUESTS = 3;

	private static final Duration FAST = Duration.ofMillis(100);

	private static final Duration BOUND = Duration.ofSeconds(10);

	private final @Nullable URI address;

	private final Duration bound;

	WarmUp(@Nullable URI address, Duration bound) {
		this.address = address;
		this.bound = bound;
	}

	/**
	 * Create one that asks nothing.
	 */
	static WarmUp ofNothing() {
		return new WarmUp(null, BOUND);
	}

	/**
	 * Create one for an application that accepts requests.
	 * @param type what it is, and nothing is asked unless it is one for the web
	 */
	static WarmUp of(Environment environment, @Nullable WebApplicationType type) {
		String address = HealthAddress.ofRunning(environment, type);
		return new WarmUp((address != null) ? URI.create(address) : null, BOUND);
	}

	void run() {
		URI address = this.address;
		if (address == null) {
			return;
		}
		long end = System.nanoTime() + this.bound.toNanos();
		try {
			for (int request = 1; request <= REQUESTS; request++) {
				long begun = System.nanoTime();
				ask(address, Duration.ofNanos(end - begun));
				Duration taken = Duration.ofNanos(System.nanoTime() - begun);
				logger.debug(LogMessage.format("Request %d to %s took %d ms", request, address, taken.toMillis()));
				if (taken.compareTo(FAST) < 0) {
					return;
				}
			}
		}
		catch (IOException ex) {
			logger.info(LogMessage.format("The first requests may be slow, because %s does not answer: %s", address,
					ex.getMessage()));
		}
	}

	/**
	 * A client of HTTP would load more than it asks for.
	 */
	private static void ask(URI address, Duration timeout) throws IOException {
		try (Socket socket = connect(address, Math.max(1, (int) timeout.toMillis()))) {
			socket.getOutputStream()
				.write("GET %s HTTP/1.1\r\nHost: localhost:%d\r\nUser-Agent: winsvc\r\nConnection: close\r\n\r\n"
					.formatted(address.getRawPath(), address.getPort())
					.getBytes(StandardCharsets.US_ASCII));
			if (socket.getInputStream().transferTo(OutputStream.nullOutputStream()) == 0) {
				throw new IOException("the connection is closed");
			}
		}
	}

	private static Socket connect(URI address, int timeout) throws IOException {
		Socket socket = new Socket();
		try {
			socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), timeout);
			socket.setSoTimeout(timeout);
			return "https".equals(address.getScheme()) ? AnyCertificate.secure(socket, address) : socket;
		}
		catch (IOException ex) {
			socket.close();
			throw ex;
		}
	}

}
