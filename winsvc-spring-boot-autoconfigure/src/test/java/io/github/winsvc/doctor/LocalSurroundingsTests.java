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

package io.github.winsvc.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.sun.net.httpserver.HttpServer;
import io.github.winsvc.test.scm.FakeInspection;
import io.github.winsvc.test.scm.FakeScm;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LocalSurroundingsTests {

	@AutoClose
	private final FakeScm scm = new FakeScm();

	private final LocalSurroundings surroundings = new LocalSurroundings(new FakeInspection(this.scm),
			this.scm.accounts());

	@Test
	void whenAPortIsTakenThenItCannotBeUsed() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
			assertThat(this.surroundings.portProblem(port)).isPresent();
		}
		assertThat(this.surroundings.portProblem(port)).isEmpty();
	}

	@Test
	void whenTheApplicationIsNotHealthyThenItsBodyIsRead() throws IOException {
		byte[] body = "{\"status\":\"DOWN\"}".getBytes(StandardCharsets.UTF_8);
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
		server.createContext("/health", (exchange) -> {
			exchange.sendResponseHeaders(503, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		server.start();
		try {
			assertThat(this.surroundings
				.health(URI.create("http://localhost:" + server.getAddress().getPort() + "/health")))
				.isEqualTo(new HealthAnswer(503, "{\"status\":\"DOWN\"}"));
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void whenNobodyAnswersThenItDoesNotWaitLong() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> this.surroundings
				.health(URI.create("http://localhost:" + socket.getLocalPort() + "/health")));
		}
	}

	@Test
	void whenTheMachineIsAskedThenItTells(@TempDir Path directory) throws IOException {
		assertThat(this.surroundings.platform().architecture()).isEqualTo(System.getProperty("os.arch"));
		assertThat(this.surroundings.usableSpace(directory)).isPositive();
		assertThat(this.surroundings.beginOf(ProcessHandle.current().pid())).isPresent();
		assertThat(this.surroundings.files(directory)).isEmpty();
	}

}
