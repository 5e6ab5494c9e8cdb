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

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Properties;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import io.github.winsvc.sample.machine.PipeScm;
import io.github.winsvc.sample.machine.ProgramResult;
import io.github.winsvc.sample.machine.StatusWatch;
import io.github.winsvc.sample.machine.WindowsMachine;
import io.github.winsvc.scm.ServiceState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service that cannot start, until its arguments are mended.
 */
@TestMethodOrder(OrderAnnotation.class)
class FailedStartIT {

	private static final int PORT = Operator.freePort();

	@AutoClose
	private static WindowsMachine machine;

	private static Operator operator;

	@BeforeAll
	static void open() {
		machine = WindowsMachine.open();
		operator = Operator.withExtractedJar(machine);
	}

	@Test
	@Order(1)
	void whenPortIsInUseThenInstallTellsWhyAndServiceEndsWithTheCodeOfTheApplication() throws IOException {
		StatusWatch watch = machine.watch(Operator.SERVICE);
		try (ServerSocket socket = new ServerSocket()) {
			socket.bind(new InetSocketAddress(PORT));
			ProgramResult result = operator.run("--winsvc.install", "--server.port=" + PORT);
			assertThat(result.exitCode()).isEqualTo(3);
			assertThat(result.output())
				.contains("It ended with exit code 1066 ERROR_SERVICE_SPECIFIC_ERROR, service code 1.")
				.contains("Web server failed to start. Port " + PORT + " was already in use.")
				.contains("Identify and stop the process that's listening on port " + PORT);
		}
		Statuses.assertPending(watch.reports(), ServiceState.START_PENDING, Statuses.stopped(1066, 1));
		machine.awaitEnd(failedProcess());
	}

	@Test
	@Order(2)
	void whenConfigurationIsInvalidThenInstallTellsWhy() {
		StatusWatch watch = machine.watch(Operator.SERVICE);
		ProgramResult result = operator.run("--winsvc.install", "--server.port=" + PORT,
				"--orders.fulfilment-batch-size=0");
		assertThat(result.exitCode()).isEqualTo(3);
		assertThat(result.output()).contains("Updating the service 'order-intake':")
			.contains("Property: orders.fulfilmentBatchSize")
			.contains("Action:");
		assertThat(watch.reports()).last().isEqualTo(Statuses.stopped(1066, 1));
	}

	@Test
	@Order(3)
	void whenFailureHasExitCodeOfTheApplicationThenServiceEndsWithIt() {
		operator.add(ClosedWarehouse.class, ClosedWarehouse.ClosedException.class);
		StatusWatch watch = machine.watch(Operator.SERVICE);
		ProgramResult result = operator.run("--winsvc.install", "--server.port=" + PORT,
				"--orders.warehouse-closed=true");
		assertThat(result.exitCode()).isEqualTo(3);
		assertThat(result.output()).contains("service code " + ClosedWarehouse.EXIT_CODE)
			.contains("The warehouse is closed");
		assertThat(watch.reports()).last().isEqualTo(Statuses.stopped(1066, ClosedWarehouse.EXIT_CODE));
	}

	@Test
	@Order(4)
	void whenArgumentsAreMendedThenInstallStartsTheService() {
		operator.run("--winsvc.install", "--server.port=" + PORT).orFail();
		assertThat(new SampleClient(PORT).health()).contains(200);
		assertThat(operator.registration(Operator.SERVICE).orFail().output()).doesNotContain("fulfilment-batch-size");
	}

	@Test
	@Order(5)
	@Tag(PipeScm.TAG)
	void whenProcessIsKilledThenNobodyReportsItStopped() {
		StatusWatch watch = machine.watch(Operator.SERVICE);
		long process = operator.processId();
		machine.kill(process);
		machine.awaitEnd(process);
		assertThat(watch.reports()).isEmpty();
	}

	private static long failedProcess() throws IOException {
		Properties failure = new Properties();
		try (InputStream stream = Files.newInputStream(operator.home().resolve("logs/start-failure.properties"))) {
			failure.load(stream);
		}
		return Long.parseLong(failure.getProperty("process-id"));
	}

}
