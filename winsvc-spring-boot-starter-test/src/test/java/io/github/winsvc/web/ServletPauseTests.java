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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.test.TestService;
import io.github.winsvc.test.WinsvcTest;
import org.junit.jupiter.api.Test;

import org.springframework.boot.web.server.context.WebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a servlet application that is paused as a service.
 */
@WinsvcTest(properties = { "spring.main.web-application-type=servlet", "server.port=0" })
class ServletPauseTests extends AbstractPauseTests {

	@Test
	void whenApplicationIsServletThenItsServerIsTomcat(TestService service) {
		start(service);
		assertThat(((WebServerApplicationContext) service.context()).getWebServer().getClass().getSimpleName())
			.isEqualTo("TomcatWebServer");
	}

	@Test
	void whenRequestHoldsItsThreadThenPauseWaitsForIt(TestService service) throws Exception {
		Client client = start(service);
		CompletableFuture<Integer> inFlight = client.begin("/blocking");
		hold(service).awaitArrival();
		service.send(Standard.PAUSE);
		awaitRefusal(client);
		assertThat(service.state()).isEqualTo(ServiceState.PAUSE_PENDING);
		hold(service).release();
		assertThat(inFlight.get(10, TimeUnit.SECONDS)).isEqualTo(200);
		service.awaitState(ServiceState.PAUSED);
	}

	@Test
	void whenServletHasPathThenActuatorAnswersBelowIt(TestService service) throws Exception {
		Client client = start(service, "spring.mvc.servlet.path=/api");
		service.pause();
		assertThat(client.status("/api/actuator/health/liveness")).isEqualTo(200);
		assertThat(client.status("/api/orders")).isEqualTo(503);
	}

	@Test
	void whenApplicationHasContextPathThenActuatorAnswersBelowIt(TestService service) throws Exception {
		Client client = start(service, "server.servlet.context-path=/shop");
		service.pause();
		assertThat(client.status("/shop/actuator/health/liveness")).isEqualTo(200);
		assertThat(client.status("/shop/orders")).isEqualTo(503);
	}

}
