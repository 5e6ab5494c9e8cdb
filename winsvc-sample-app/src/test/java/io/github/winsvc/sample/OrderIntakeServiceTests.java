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
package io.github.winsvc.sample;

import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.test.ServiceExit;
import io.github.winsvc.test.TestService;
import io.github.winsvc.test.WinsvcTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the order intake as a service.
 */
@WinsvcTest(args = "--server.port=0")
class OrderIntakeServiceTests {

	@Test
	void whenServiceRunsThenApplicationIsReady(TestService service) {
		service.start();
		service.awaitState(ServiceState.RUNNING);
		assertThat(service.states()).containsExactly(ServiceState.START_PENDING, ServiceState.RUNNING);
		assertThat(client(service).health()).hasValue(200);
	}

	@Test
	void whenServiceIsStoppedThenItEndsWell(TestService service) {
		service.start();
		service.awaitState(ServiceState.RUNNING);
		assertThat(service.stop()).isEqualTo(new ServiceExit(ExitCode.SUCCESS, 0));
		assertThat(service.states()).endsWith(ServiceState.STOP_PENDING, ServiceState.STOPPED);
	}

	@Test
	void whenWindowsShutsDownThenServiceEndsWell(TestService service) {
		service.start();
		service.awaitState(ServiceState.RUNNING);
		assertThat(service.shutDown().exitCode()).isEqualTo(ExitCode.SUCCESS);
	}

	@Test
	void whenBatchSizeIsNotValidThenServiceFailsToStart(TestService service) {
		service.withProperties("orders.fulfilment-batch-size=0").start();
		assertThat(service.awaitExit()).isEqualTo(new ServiceExit(new ExitCode.ServiceSpecific(1), 1));
		assertThat(service.states()).doesNotContain(ServiceState.RUNNING);
		assertThat(service.failure()).hasStackTraceContaining("fulfilmentBatchSize");
	}

	@Test
	void whenServiceIsPausedThenClientsAreToldToComeBack(TestService service) {
		service.start();
		service.awaitState(ServiceState.RUNNING);
		service.pause();
		assertThat(client(service).get("/orders")).satisfies((response) -> {
			assertThat(response.statusCode()).isEqualTo(503);
			assertThat(response.headers().firstValue("Retry-After")).hasValue("30");
		});
		service.resume();
		assertThat(client(service).get("/orders").statusCode()).isEqualTo(200);
	}

	private static SampleClient client(TestService service) {
		return new SampleClient(service.port());
	}

}
