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
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.github.winsvc.sample.machine.ControlProgram;
import io.github.winsvc.sample.machine.MachineDirectory;
import io.github.winsvc.sample.machine.PipeScm;
import io.github.winsvc.sample.machine.ProgramResult;
import io.github.winsvc.sample.machine.StatusReport;
import io.github.winsvc.sample.machine.StatusWatch;
import io.github.winsvc.sample.machine.WindowsMachine;
import io.github.winsvc.scm.ServiceState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application in which everything goes wrong that can: the SCM hears the truth, in
 * time, and no process is left.
 */
class FaultIT {

	private static final int PORT = Operator.freePort();

	@AutoClose
	private static WindowsMachine machine;

	private static Operator operator;

	private static final SampleClient client = new SampleClient(PORT);

	private StatusWatch watch;

	private long process;

	@BeforeAll
	static void open() {
		machine = WindowsMachine.open();
		operator = Operator.withExtractedJar(machine);
		operator.add(Faults.class);
		operator.run("--winsvc.install", "--server.port=" + PORT).orFail();
		operator.run("--winsvc.stop").orFail();
	}

	@AfterEach
	void noProcessIsLeft() {
		machine.awaitEnd(this.process);
	}

	/**
	 * Start the service with start arguments.
	 */
	private void begin(String fault, String... arguments) {
		this.watch = machine.watch(Operator.SERVICE);
		machine
			.sc(Stream.concat(Stream.of("start", Operator.SERVICE, "--orders.fault=" + fault), Arrays.stream(arguments))
				.toArray(String[]::new))
			.orFail();
		this.process = operator.processId();
	}

	private void run(String fault, String... arguments) {
		begin(fault, arguments);
		this.watch.await(ServiceState.RUNNING, Operator.PATIENCE);
	}

	/**
	 * Make a request after which the process may be gone before it has answered.
	 */
	private void request(String fault) {
		try {
			client.post("/faults/" + fault, "{}");
		}
		catch (UncheckedIOException ex) {
			assertThat(fault).isIn("exit", "halt", "out-of-memory");
		}
	}

	private void assertStopped(StatusReport expected) {
		assertThat(this.watch.await(ServiceState.STOPPED, Operator.PATIENCE)).last().isEqualTo(expected);
		assertThat(this.watch.reports()).filteredOn((report) -> report.state() == ServiceState.STOPPED).hasSize(1);
	}

	@Test
	void whenBeanHangsInPostConstructThenStartIsGivenUp() throws IOException {
		begin("hang-in-post-construct", "--winsvc.start.no-progress-timeout=10s");
		assertStopped(Statuses.stopped(1066, 1460));
		assertThat(operator.log()).anyMatch((line) -> line.contains("winsvc.start.no-progress-timeout"))
			.anyMatch((line) -> line.contains("Faults.hang"));
	}

	@Test
	void whenBeanExitsInPostConstructThenServiceEndsWithTheStatus() {
		begin("exit-in-post-construct");
		assertStopped(Statuses.stopped(1066, Faults.EXIT_STATUS));
	}

	@Test
	void whenBeanHangsInPreDestroyThenStopIsForcedAndIsNoFailure() {
		run("hang-in-pre-destroy", "--winsvc.stop.timeout=3s");
		machine.sc("stop", Operator.SERVICE).orFail();
		assertStopped(Statuses.STOPPED);
		assertThat(operator.log()).anyMatch((line) -> line.contains("winsvc.stop.timeout"));
	}

	@Test
	void whenRequestExitsThenServiceEndsWithTheStatus() {
		run("in-request");
		request("exit");
		assertStopped(Statuses.stopped(1066, Faults.EXIT_STATUS));
		assertThat(this.watch.reports()).extracting(StatusReport::state).contains(ServiceState.STOP_PENDING);
	}

	@Test
	@Tag(PipeScm.TAG)
	void whenRequestHaltsThenNobodyReportsStopped() {
		run("in-request");
		request("halt");
		noProcessIsLeft();
		assertThat(this.watch.reports()).last().isEqualTo(Statuses.RUNNING);
	}

	@Test
	void whenMemoryRunsOutThenServiceEndsAsFailed() {
		run("in-request");
		request("out-of-memory");
		assertStopped(Statuses.stopped(1066, 1463));
		assertThat(operator.home().resolve("logs/order-intake.hprof.gz")).isNotEmptyFile();
	}

	@Test
	void whenApplicationIsBrokenThenServiceEndsAsFailed() {
		run("in-request", "--winsvc.liveness.grace=1s");
		request("broken");
		assertStopped(Statuses.stopped(1066, 1462));
	}

	@Test
	void whenMainExitsBeforeTheContextThenStartFailsAndNobodyReportsAnything() {
		operator.add(EarlyExit.class);
		MachineDirectory trace = operator.directory().resolve("early-exit.txt");
		machine.sc("create", "early-exit", "binPath=", "\"%s\" -Xmx64m -Dwinsvc.service=early-exit -cp \"%s\" %s \"%s\""
			.formatted(machine.javaExecutable(), operator.jar().windows(), EarlyExit.class.getName(), trace.windows()))
			.orFail();
		this.watch = machine.watch("early-exit");
		assertThat(machine.sc("start", "early-exit").exitCode()).isNotZero();
		assertThat(trace.host()).exists();
		assertThat(machine.query("early-exit").orElseThrow()).satisfies((snapshot) -> {
			assertThat(snapshot.state()).isEqualTo(ServiceState.STOPPED);
			assertThat(snapshot.win32ExitCode()).isNotZero();
			assertThat(snapshot.processId()).isZero();
		});
		assertThat(this.watch.reports()).isEmpty();
	}

	@Test
	void whenStopIsSentEveryMillisecondOfTheStartThenItIsTakenOnceServiceRuns() throws Exception {
		CompletableFuture<ProgramResult> stop = CompletableFuture
			.supplyAsync(() -> ControlProgram.run(machine, Operator.SERVICE, "insist", "1"));
		begin("in-request");
		assertStopped(Statuses.STOPPED);
		assertThat(this.watch.reports().stream().map(StatusReport::state).distinct()).containsExactly(
				ServiceState.START_PENDING, ServiceState.RUNNING, ServiceState.STOP_PENDING, ServiceState.STOPPED);
		assertThat(stop.get(1, TimeUnit.MINUTES).orFail().output())
			.containsPattern("refused \\{10(52|61)=\\d{3,}.*taken true");
	}

	@Test
	void whenStopIsSentTwiceThenServiceEndsOnce() {
		run("in-request");
		machine.sc("stop", Operator.SERVICE).orFail();
		ProgramResult second = machine.sc("stop", Operator.SERVICE);
		assertThat(second.exitCode()).isNotZero();
		assertStopped(Statuses.STOPPED);
	}

}
