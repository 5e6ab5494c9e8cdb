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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.github.winsvc.sample.machine.Await;
import io.github.winsvc.sample.machine.ControlProgram;
import io.github.winsvc.sample.machine.PipeScm;
import io.github.winsvc.sample.machine.StatusReport;
import io.github.winsvc.sample.machine.StatusWatch;
import io.github.winsvc.sample.machine.WindowsMachine;
import io.github.winsvc.scm.ServiceState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The controls that a service is sent while it runs.
 */
class ControlIT {

	private static final int PORT = Operator.freePort();

	private static final int CYCLES = 500;

	private static final int FLOOD = 10_000;

	/** The controls that come with data. */
	private static final int[] WITH_DATA = { 11, 12, 13, 14, 16 };

	@AutoClose
	private static WindowsMachine machine;

	private static Operator operator;

	private static final SampleClient client = new SampleClient(PORT);

	@BeforeAll
	static void open() {
		machine = WindowsMachine.open();
		operator = Operator.withExtractedJar(machine);
		operator.add(Faults.class, HeardControls.class);
		operator.run("--winsvc.install", "--server.port=" + PORT, "--orders.fault=none", "--orders.hear=true").orFail();
		operator.run("--winsvc.stop").orFail();
	}

	private static StatusWatch run() {
		StatusWatch watch = machine.watch(Operator.SERVICE);
		machine
			.sc("start", Operator.SERVICE, "--winsvc.controls.power-settings=5d3e9a59-e9d5-4b00-a6bd-ff34ff516548",
					"--winsvc.controls.device-classes=a5dcbf10-6530-11d2-901f-00c04fb951ed")
			.orFail();
		watch.await(ServiceState.RUNNING, Operator.PATIENCE);
		return watch;
	}

	@Test
	void whenPausedAndContinuedManyTimesThenStopIsAsGracefulAsEver() throws IOException {
		StatusWatch watch = run();
		long process = operator.processId();
		assertThat(ControlProgram.run(machine, Operator.SERVICE, "pause", Integer.toString(CYCLES)).orFail().output())
			.contains("paused " + CYCLES);
		assertThat(watch.reports()).filteredOn((report) -> report.state() == ServiceState.PAUSED).hasSize(CYCLES);
		try (InFlightOrder order = InFlightOrder.begin(PORT)) {
			machine.sc("stop", Operator.SERVICE).orFail();
			watch.await(ServiceState.STOP_PENDING, Operator.PATIENCE);
			assertThat(order.finish()).startsWith("HTTP/1.1 201");
		}
		assertThat(watch.await(ServiceState.STOPPED, Operator.PATIENCE)).last().isEqualTo(Statuses.STOPPED);
		machine.awaitEnd(process);
	}

	@Test
	void whenPausedThenOrdersAreRefusedAndActuatorAnswers() {
		StatusWatch watch = run();
		ControlProgram.run(machine, Operator.SERVICE, "send", "2", "1").orFail();
		watch.await(ServiceState.PAUSED, Operator.PATIENCE);
		assertThat(client.get("/orders")).satisfies((response) -> {
			assertThat(response.statusCode()).isEqualTo(503);
			assertThat(response.headers().firstValue("Retry-After")).hasValue("30");
		});
		assertThat(client.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
		assertThat(client.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
		ControlProgram.run(machine, Operator.SERVICE, "send", "3", "1").orFail();
		watch.await(ServiceState.RUNNING, Operator.PATIENCE);
		assertThat(client.get("/orders").statusCode()).isEqualTo(200);
		assertThat(operator.log()).noneMatch((line) -> line.contains("Windows tells nothing of"));
		assertThat(client.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
		assertThat(operator.run("--winsvc.reload").orFail().output())
			.contains("The service 'order-intake' reads its configuration again.", "Nothing has changed.");
		Await.until(() -> client.get("/heard").body(), (heard) -> heard.contains("PARAMCHANGE"), Duration.ofSeconds(30),
				"the reload to be heard");
		assertThat(ControlProgram
			.run(machine, Operator.SERVICE, "send", Integer.toString(Faults.COUNTED_CONTROL), Integer.toString(FLOOD))
			.orFail()
			.output()).contains("sent " + FLOOD);
		Await.until(() -> client.get("/faults/controls").body(), Integer.toString(FLOOD)::equals,
				Duration.ofSeconds(30), "each control to arrive");
		machine.sc("stop", Operator.SERVICE).orFail();
		assertThat(watch.await(ServiceState.STOPPED, Operator.PATIENCE)).last().isEqualTo(Statuses.STOPPED);
	}

	@Test
	@Tag(PipeScm.TAG)
	void whenWindowsInformsThenApplicationHearsOfItAndGarbageHurtsNobody() {
		StatusWatch watch = machine.watch(Operator.SERVICE);
		try (PipeScm scm = PipeScm.open(machine)) {
			scm.start(Operator.SERVICE);
			assertThat(watch.await(ServiceState.RUNNING, Operator.PATIENCE)).last()
				.extracting(StatusReport::accepted)
				.isEqualTo(0xfff);
			assertThat(scm.send(6)).isZero();
			assertThat(scm.send(14, bytes(16).putInt(8).putInt(3).array())).isZero();
			assertThat(scm.send(16, bytes(16).putLong(133_485_408_000_000_000L).putLong(0).array())).isZero();
			assertThat(scm.send(13)).isZero();
			assertThat(scm.send(11, bytes(12).putInt(12).putInt(2).array())).isZero();
			assertThat(scm.send(14, new byte[] { 1, 2 })).isZero();
			Await.until(() -> client.get("/heard").body(), (heard) -> heard.contains("DeviceEvent"),
					Duration.ofSeconds(30), "the controls to be heard");
			assertThat(client.get("/heard").body()).contains("PARAMCHANGE")
				.contains("SessionChange[reason=OTHER, sessionId=3]")
				.contains("TimeChange[newTime=2024-01-01T00:00:00Z, oldTime=1601-01-01T00:00:00Z]")
				.contains("PowerEvent[kind=OTHER, setting=null]");
			Random random = new Random(7);
			for (int i = 0; i < 300; i++) {
				byte[] garbage = new byte[random.nextInt(80)];
				random.nextBytes(garbage);
				scm.send(WITH_DATA[random.nextInt(WITH_DATA.length)], garbage);
			}
			assertThat(client.health()).contains(200);
			scm.send(1);
			assertThat(scm.awaitExit(Operator.PATIENCE)).isZero();
		}
		assertThat(watch.reports()).last().isEqualTo(Statuses.STOPPED);
	}

	@Test
	@Tag(PipeScm.TAG)
	void whenScmDoesNotAnswerThenProcessEndsInTime() {
		StatusWatch watch = machine.watch(Operator.SERVICE);
		try (PipeScm scm = PipeScm.open(machine)) {
			scm.launch(Operator.SERVICE);
			assertThat(scm.awaitExit(Operator.PATIENCE)).isOne();
		}
		assertThat(watch.reports()).isEmpty();
		assertThat(operator.startFailure()).contains("1053");
	}

	private static ByteBuffer bytes(int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}

}
