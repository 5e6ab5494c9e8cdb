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

package io.github.winsvc.cloud;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.winsvc.reload.ReloadRefusedException;
import io.github.winsvc.reload.ReloadResult;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.test.TestService;
import io.github.winsvc.test.WinsvcTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.cloud.endpoint.event.RefreshEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of reloads of a configuration that comes from a Spring Cloud Config Server.
 */
@WinsvcTest(application = OrdersApplication.class,
		properties = { "server.port=0", "spring.main.web-application-type=servlet", "spring.application.name=orders",
				"spring.cloud.config.enabled=true", "spring.cloud.zookeeper.enabled=false",
				"management.endpoints.web.exposure.include=refresh", "winsvc.reload.watch=false" })
class ConfigServerTests {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	@TempDir
	private static Path files;

	@TempDir
	private Path local;

	private static ConfigServer server;

	private TestService service;

	@BeforeAll
	static void serve() {
		server = new ConfigServer(files);
		server.start();
	}

	@AfterAll
	static void end() {
		server.close();
	}

	@BeforeEach
	void prepare(TestService service) {
		this.service = service;
		server.write("orders.threads: 5", "sign.text: open");
	}

	private void start(String prefix) {
		this.service
			.withProperties("spring.config.import=%sconfigserver:%s".formatted(prefix, server.uri()),
					"spring.config.location=optional:file:%s/".formatted(this.local))
			.start();
		this.service.awaitState(ServiceState.RUNNING);
		assertThat(threads()).isEqualTo(5);
		assertThat(sign()).isEqualTo("open");
	}

	private HttpResponse<String> refresh() throws IOException, InterruptedException {
		return CLIENT.send(HttpRequest
			.newBuilder(URI.create("http://localhost:%d/actuator/refresh".formatted(this.service.port())))
			.POST(HttpRequest.BodyPublishers.noBody())
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private int threads() {
		return this.service.context().getBean(OrdersProperties.class).getThreads();
	}

	private String sign() {
		return this.service.context().getBean(OrdersApplication.Sign.class).text();
	}

	private ReloadResult.Rejected rejected() {
		assertThat(results().last()).isInstanceOf(ReloadResult.Rejected.class);
		return (ReloadResult.Rejected) results().last();
	}

	private ReloadResults results() {
		return this.service.context().getBean(ReloadResults.class);
	}

	@Test
	void whenServerHasAChangeThenTheEndpointAppliesIt() throws Exception {
		start("");
		server.write("orders.threads: 6", "sign.text: closed");
		HttpResponse<String> response = refresh();
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("[\"orders.threads\",\"sign.text\"]");
		assertThat(threads()).isEqualTo(6);
		assertThat(sign()).isEqualTo("closed");
		assertThat(refresh().body()).isEqualTo("[]");
		server.write("sign.text: closed");
		assertThat(refresh().body()).isEqualTo("[\"orders.threads\"]");
		assertThat(threads()).isEqualTo(4);
		assertThat(results().all()).hasSize(2);
		this.service.stop();
	}

	@Test
	void whenServerHasAnInvalidValueThenTheFormerConfigurationStays() throws Exception {
		start("");
		server.write("orders.threads: 5000", "sign.text: closed");
		assertThat(refresh().statusCode()).isEqualTo(409);
		assertThat(rejected().reasons()).singleElement()
			.asString()
			.startsWith("orders.threads is 5000: must be less than or equal to 100 (Config Server ");
		assertThatExceptionOfType(ReloadRefusedException.class)
			.isThrownBy(() -> this.service.context().publishEvent(new RefreshEvent(this, null, "a change")));
		assertThat(threads()).isEqualTo(5);
		assertThat(sign()).isEqualTo("open");
		assertThat(this.service.context().getEnvironment().getProperty("orders.threads")).isEqualTo("5");
		server.write("orders.threads: 7", "sign.text: closed");
		this.service.context().publishEvent(new RefreshEvent(this, null, "a change"));
		assertThat(threads()).isEqualTo(7);
		assertThat(sign()).isEqualTo("closed");
		this.service.stop();
	}

	@Test
	void whenServerIsDownThenTheFormerConfigurationStaysUntilItIsBack() throws Exception {
		start("");
		server.close();
		try {
			assertThat(refresh().statusCode()).isEqualTo(409);
			assertThat(rejected().reasons()).singleElement().asString().contains("Connection refused");
			assertThat(threads()).isEqualTo(5);
			assertThat(sign()).isEqualTo("open");
			server.write("orders.threads: 8");
		}
		finally {
			server.start();
		}
		assertThat(refresh().statusCode()).isEqualTo(200);
		assertThat(threads()).isEqualTo(8);
		this.service.stop();
	}

	@Test
	void whenOptionalServerIsDownThenItsValuesStayAndOthersFollow() throws Exception {
		start("optional:");
		server.close();
		try {
			Files.writeString(this.local.resolve("application.yml"), "other.value: 1");
			assertThat(refresh().body()).isEqualTo("[\"other.value\"]");
			assertThat(threads()).isEqualTo(5);
			assertThat(sign()).isEqualTo("open");
			assertThat(this.service.context().getEnvironment().getProperty("orders.threads")).isEqualTo("5");
			server.write("orders.threads: 8");
		}
		finally {
			server.start();
		}
		assertThat(refresh().body()).isEqualTo("[\"orders.threads\",\"sign.text\"]");
		assertThat(threads()).isEqualTo(8);
		assertThat(sign()).isEqualTo("none");
		this.service.stop();
	}

}
