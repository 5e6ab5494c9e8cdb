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
import java.util.logging.Logger;

import io.github.winsvc.http.Client;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.test.ServiceExit;
import io.github.winsvc.test.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a web application that is paused as a service.
 */
@ExtendWith(OutputCaptureExtension.class)
abstract class AbstractPauseTests {

	private static final ServiceExit GOOD = new ServiceExit(ExitCode.SUCCESS, 0);

	static Client start(TestService service, String... properties) {
		service.withProperties(properties).start();
		service.awaitState(ServiceState.RUNNING);
		return new Client(service.port());
	}

	static Hold hold(TestService service) {
		return service.context().getBean(Hold.class);
	}

	@Test
	void whenServiceIsPausedThenNewRequestsAreToldToComeBack(TestService service) throws Exception {
		Client client = start(service);
		assertThat(client.status("/orders")).isEqualTo(200);
		service.pause();
		assertThat(client.get("/orders")).satisfies((response) -> {
			assertThat(response.statusCode()).isEqualTo(503);
			assertThat(response.headers().firstValue("Retry-After")).hasValue("30");
			assertThat(response.body()).contains("The service is paused.");
		});
		service.resume();
		assertThat(client.status("/orders")).isEqualTo(200);
	}

	@Test
	void whenServiceIsPausedThenActuatorAnswersThatItIsNotReady(TestService service) throws Exception {
		Client client = start(service);
		service.pause();
		assertThat(client.get("/actuator/health/readiness").body()).contains("OUT_OF_SERVICE");
		assertThat(client.status("/actuator/health/liveness")).isEqualTo(200);
		assertThat(client.status("/actuator")).isEqualTo(200);
		service.resume();
		assertThat(client.get("/actuator/health/readiness").body()).contains("UP");
	}

	@Test
	void whenActuatorHasPortOfItsOwnThenItAnswersThereAlone(TestService service) throws Exception {
		Client client = start(service, "management.server.port=0");
		Client actuator = new Client(
				service.context().getEnvironment().getRequiredProperty("local.management.port", Integer.class));
		service.pause();
		assertThat(actuator.status("/actuator/health/liveness")).isEqualTo(200);
		assertThat(client.status("/actuator/health/liveness")).isEqualTo(503);
		service.resume();
		assertThat(actuator.status("/actuator/health/liveness")).isEqualTo(200);
		assertThat(client.status("/actuator/health/liveness")).isEqualTo(404);
		assertThat(service.stop()).isEqualTo(GOOD);
	}

	@Test
	void whenPathIsAllowedThenItIsAnsweredWhilePaused(TestService service) throws Exception {
		Client client = start(service, "winsvc.pause.allowed-paths=/orders");
		service.pause();
		assertThat(client.status("/orders")).isEqualTo(200);
	}

	@Test
	void whenRequestIsInFlightThenPauseWaitsForIt(TestService service) throws Exception {
		assertPauseWaitsFor("/slow", service);
	}

	static void assertPauseWaitsFor(String path, TestService service) throws Exception {
		Client client = start(service);
		CompletableFuture<Integer> inFlight = client.begin(path);
		hold(service).awaitArrival();
		service.send(Standard.PAUSE);
		awaitRefusal(client);
		Thread.sleep(300);
		assertThat(service.state()).isEqualTo(ServiceState.PAUSE_PENDING);
		hold(service).release();
		assertThat(inFlight.get(10, TimeUnit.SECONDS)).isEqualTo(200);
		service.awaitState(ServiceState.PAUSED);
	}

	private static void awaitRefusal(Client client) throws Exception {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
		while (client.status("/orders") != 503) {
			assertThat(System.nanoTime()).as("requests are refused in time").isLessThan(end);
		}
	}

	static void assertActuatorAnswersBelow(String path, TestService service) throws Exception {
		Client client = new Client(service.port());
		service.pause();
		assertThat(client.status(path + "/actuator/health/liveness")).isEqualTo(200);
		assertThat(client.status(path + "/orders")).isEqualTo(503);
	}

	static String server(TestService service) {
		return ((WebServerApplicationContext) service.context()).getWebServer().getClass().getSimpleName();
	}

	@Test
	void whenRequestTakesLongerThanPhaseThenPauseGoesOnWithoutIt(TestService service) throws Exception {
		Client client = start(service, "spring.lifecycle.timeout-per-shutdown-phase=1s");
		CompletableFuture<Integer> inFlight = client.begin("/slow");
		hold(service).awaitArrival();
		service.pause();
		assertThat(inFlight).isNotDone();
		hold(service).release();
		assertThat(inFlight.get(10, TimeUnit.SECONDS)).isEqualTo(200);
		service.resume();
		assertThat(client.status("/orders")).isEqualTo(200);
		service.pause();
		assertThat(service.stop()).isEqualTo(GOOD);
	}

	@Test
	void whenServiceIsPausedThenScheduledWorkRests(TestService service) throws Exception {
		start(service);
		Ticks ticks = service.context().getBean(Ticks.class);
		awaitMoreThan(ticks, 3);
		service.pause();
		int paused = ticks.count();
		Thread.sleep(300);
		assertThat(ticks.count()).isEqualTo(paused);
		service.resume();
		awaitMoreThan(ticks, paused + 3);
	}

	private static void awaitMoreThan(Ticks ticks, int count) throws InterruptedException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
		while (ticks.count() <= count) {
			assertThat(System.nanoTime()).as("work is done in time").isLessThan(end);
			Thread.sleep(10);
		}
	}

	@Test
	void whenServiceWasPausedThenLoggingIsAsItWas(TestService service, CapturedOutput output) {
		start(service);
		Logger logger = Logger.getLogger("orders.jul");
		logger.warning("before pause");
		service.pause();
		logger.warning("during pause");
		service.resume();
		logger.warning("after pause");
		for (String when : new String[] { "before", "during", "after" }) {
			assertThat(output.getAll().lines()).filteredOn((line) -> line.endsWith(when + " pause"))
				.singleElement()
				.asString()
				.contains(" WARN ", "orders.jul");
		}
	}

	@Test
	void whenServiceWasPausedManyTimesThenStopIsAsGracefulAsEver(TestService service) throws Exception {
		Client client = start(service);
		for (int i = 0; i < 100; i++) {
			service.pause();
			service.resume();
		}
		CompletableFuture<Integer> inFlight = client.begin("/slow");
		Hold hold = hold(service);
		hold.awaitArrival();
		service.send(Standard.STOP);
		Thread.sleep(300);
		assertThat(service.state()).isEqualTo(ServiceState.STOP_PENDING);
		assertThat(inFlight).isNotDone();
		hold.release();
		assertThat(inFlight.get(10, TimeUnit.SECONDS)).isEqualTo(200);
		assertThat(service.awaitExit()).isEqualTo(GOOD);
	}

	@Test
	void whenPausedServiceIsStoppedThenItEndsWell(TestService service) {
		start(service);
		service.pause();
		assertThat(service.stop()).isEqualTo(GOOD);
		assertThat(service.states()).endsWith(ServiceState.PAUSED, ServiceState.STOP_PENDING, ServiceState.STOPPED);
	}

	@Test
	void whenBeanCannotStartAgainThenServiceRemainsPausedUntilItCan(TestService service) throws Exception {
		Client client = start(service);
		FragileListener listener = service.context().getBean(FragileListener.class);
		service.pause();
		listener.setBroken(true);
		service.send(Standard.CONTINUE);
		service.awaitState(ServiceState.PAUSED);
		assertThat(client.status("/orders")).isEqualTo(503);
		assertThat(client.status("/actuator/health/readiness")).isEqualTo(503);
		listener.setBroken(false);
		service.resume();
		assertThat(listener.isRunning()).isTrue();
		assertThat(client.status("/orders")).isEqualTo(200);
	}

	@Test
	void whenApplicationRefusedTrafficBeforePauseThenItDoesSoAfterwards(TestService service) throws Exception {
		Client client = start(service);
		AvailabilityChangeEvent.publish(service.context(), ReadinessState.REFUSING_TRAFFIC);
		service.pause();
		service.resume();
		assertThat(client.status("/actuator/health/readiness")).isEqualTo(503);
	}

}
