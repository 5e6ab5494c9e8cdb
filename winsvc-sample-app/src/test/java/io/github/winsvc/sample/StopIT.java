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

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.winsvc.sample.machine.PipeScm;
import io.github.winsvc.sample.machine.ProgramResult;
import io.github.winsvc.sample.machine.StatusReport;
import io.github.winsvc.sample.machine.StatusWatch;
import io.github.winsvc.sample.machine.WindowsMachine;
import io.github.winsvc.scm.ServiceState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ways in which the SCM ends a service.
 */
@TestMethodOrder(OrderAnnotation.class)
class StopIT {

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
	void whenServiceIsStillStartingThenStopWaitsForIt() {
		StatusWatch watch = machine.watch(Operator.SERVICE);
		ProgramResult install = operator.run("--winsvc.install", "--winsvc.timeout=1s", "--server.port=" + PORT);
		assertThat(install.exitCode()).isEqualTo(3);
		assertThat(install.output())
			.contains("The service 'order-intake' is not running after 1 s: its state is START_PENDING.");
		ProgramResult stop = operator.run("--winsvc.stop").orFail();
		assertThat(stop.output()).contains("The service 'order-intake' has stopped.");
		assertThat(watch.reports().stream().map(StatusReport::state).distinct()).containsExactly(
				ServiceState.START_PENDING, ServiceState.RUNNING, ServiceState.STOP_PENDING, ServiceState.STOPPED);
		assertThat(watch.reports()).last().isEqualTo(Statuses.STOPPED);
	}

	@Test
	@Order(2)
	void whenRequestIsInFlightThenItIsAnsweredBeforeServiceStops() throws IOException {
		StatusWatch watch = machine.watch(Operator.SERVICE);
		machine.sc("start", Operator.SERVICE).orFail();
		watch.await(ServiceState.RUNNING, Operator.PATIENCE);
		long process = operator.processId();
		try (InFlightOrder order = InFlightOrder.begin(PORT)) {
			machine.sc("stop", Operator.SERVICE).orFail();
			watch.await(ServiceState.STOP_PENDING, Operator.PATIENCE);
			assertThat(order.finish()).startsWith("HTTP/1.1 201");
		}
		assertThat(watch.await(ServiceState.STOPPED, Operator.PATIENCE)).last().isEqualTo(Statuses.STOPPED);
		machine.awaitEnd(process);
	}

	@ParameterizedTest(name = "control {0}")
	@ValueSource(ints = { 5, 15 })
	@Order(3)
	@Tag(PipeScm.TAG)
	void whenWindowsShutsDownThenContextIsClosedAndProcessEnds(int control) throws IOException {
		StatusWatch watch = machine.watch(Operator.SERVICE);
		int closings = closings();
		try (PipeScm scm = PipeScm.open(machine)) {
			scm.start(Operator.SERVICE);
			watch.await(ServiceState.RUNNING, Operator.PATIENCE);
			assertThat(scm.send(control)).isZero();
			assertThat(scm.awaitExit(Operator.PATIENCE)).isZero();
		}
		assertThat(watch.reports()).last().isEqualTo(Statuses.STOPPED);
		assertThat(closings()).isEqualTo(closings + 1);
	}

	private static int closings() throws IOException {
		return (int) operator.log().stream().filter((line) -> line.contains("Shutdown completed.")).count();
	}

}
