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
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WarmUp}.
 */
@ExtendWith(OutputCaptureExtension.class)
class WarmUpTests {

	private static final Duration BOUND = Duration.ofSeconds(20);

	private static final Duration SLOW = Duration.ofMillis(200);

	private static final char[] PASSWORD = "changeit".toCharArray();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private HttpServer server;

	private int slow;

	private int status = 200;

	@AfterEach
	void stop() {
		if (this.server != null) {
			this.server.stop(0);
		}
	}

	private void start(HttpServer server) throws IOException {
		this.server = server;
		server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", this::answer);
		server.start();
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
		if (this.requests.size() <= this.slow) {
			sleep(SLOW);
		}
		exchange.sendResponseHeaders(this.status, 0);
		exchange.close();
	}

	private static void sleep(Duration duration) throws IOException {
		try {
			Thread.sleep(duration.toMillis());
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	private void warmUp(String scheme) {
		new WarmUp(URI.create(scheme + "://127.0.0.1:" + this.server.getAddress().getPort() + "/actuator/health"),
				BOUND)
			.run();
	}

	@Test
	void whenFirstRequestIsSlowThenAnotherOneFollows() throws Exception {
		this.slow = 1;
		start(HttpServer.create());
		warmUp("http");
		assertThat(this.requests).containsExactly("GET /actuator/health", "GET /actuator/health");
	}

	@Test
	void whenRequestsAreNeverFastThenThereIsAnEnd() throws Exception {
		this.slow = 100;
		start(HttpServer.create());
		warmUp("http");
		assertThat(this.requests).hasSize(3);
	}

	@Test
	void whenApplicationIsUnhealthyThenThatIsAnAnswer(CapturedOutput output) throws Exception {
		this.status = 503;
		start(HttpServer.create());
		warmUp("http");
		assertThat(this.requests).isNotEmpty();
		assertThat(output).doesNotContain("may be slow");
	}

	@Test
	void whenNobodyListensThenThatIsTold(CapturedOutput output) throws Exception {
		start(HttpServer.create());
		this.server.stop(0);
		warmUp("http");
		assertThat(output).contains("The first requests may be slow, because http://127.0.0.1:");
	}

	@Test
	void whenThereIsNoAnswerThenWaitingHasAnEnd(CapturedOutput output) throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			new WarmUp(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"), Duration.ofMillis(300)).run();
		}
		assertThat(output).contains("The first requests may be slow");
	}

	@Test
	void whenApplicationIsNotForTheWebThenNothingIsAsked(CapturedOutput output) {
		WarmUp.of(new MockEnvironment(), WebApplicationType.NONE).run();
		assertThat(output).doesNotContain("may be slow");
	}

	@Test
	void whenConnectionIsSecuredThenAnyCertificateOfThisProcessWillDo(@TempDir Path directory) throws Exception {
		HttpsServer server = HttpsServer.create();
		server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(directory.resolve("keys.p12"))));
		this.slow = 1;
		start(server);
		warmUp("https");
		assertThat(this.requests).hasSizeGreaterThanOrEqualTo(2);
	}

	private static SSLContext selfSigned(Path file) throws Exception {
		String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
		Process process = new ProcessBuilder(keytool, "-genkeypair", "-alias", "orders", "-keyalg", "EC", "-dname",
				"CN=orders", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", new String(PASSWORD))
			.redirectErrorStream(true)
			.start();
		String printed = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor()).as(printed).isZero();
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream stream = Files.newInputStream(file)) {
			keys.load(stream, PASSWORD);
		}
		KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		factory.init(keys, PASSWORD);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(factory.getKeyManagers(), null, null);
		return context;
	}

}
