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

package io.github.winsvc.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.HostedService;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceControl.Custom;
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.ServiceStart;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.StartReason;
import io.github.winsvc.scm.StatusReporter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConsoleServiceDispatcher}.
 */
class ConsoleServiceDispatcherTests implements HostedService {

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	private final PipedOutputStream keyboard = new PipedOutputStream();

	private final BlockingQueue<ServiceControl> controls = new LinkedBlockingQueue<>();

	private final BlockingQueue<StatusReporter> reporters = new LinkedBlockingQueue<>();

	private Thread dispatching;

	private ServiceStart start;

	private StatusReporter reporter;

	@BeforeEach
	void dispatch() throws IOException, InterruptedException {
		ConsoleServiceDispatcher dispatcher = new ConsoleServiceDispatcher(new PipedInputStream(this.keyboard),
				new PrintStream(this.output, true, StandardCharsets.UTF_8));
		this.dispatching = new Thread(() -> dispatcher.dispatch(this));
		this.dispatching.setDaemon(true);
		this.dispatching.start();
		this.reporter = this.reporters.poll(10, TimeUnit.SECONDS);
	}

	@Override
	public void started(ServiceStart start, StatusReporter reporter) {
		this.start = start;
		this.reporters.add(reporter);
	}

	@Override
	public ControlAnswer control(ServiceControl control) {
		this.controls.add(control);
		return (control instanceof Custom custom && custom.code() == 201) ? ControlAnswer.NOT_IMPLEMENTED
				: ControlAnswer.HANDLED;
	}

	private void type(String line) throws IOException {
		this.keyboard.write((line + "\n").getBytes(StandardCharsets.UTF_8));
		this.keyboard.flush();
	}

	private void run() {
		this.reporter.report(ServiceStatus.running(EnumSet.of(AcceptedControl.STOP, AcceptedControl.PAUSE_CONTINUE)));
	}

	private void awaitScreen(String text) throws InterruptedException {
		long begin = System.nanoTime();
		while (!screen().contains(text) && System.nanoTime() - begin < Duration.ofSeconds(10).toNanos()) {
			Thread.sleep(5);
		}
		assertThat(screen()).contains(text);
	}

	private String screen() {
		return this.output.toString(StandardCharsets.UTF_8);
	}

	@Test
	void whenConsoleIsTheScmThenServiceIsStartedAtOnce() {
		assertThat(this.start.name()).isEqualTo("console");
		assertThat(this.start.arguments()).isEmpty();
		assertThat(this.start.reason().get()).isEqualTo(StartReason.DEMAND);
		assertThat(screen()).contains("Type s to stop");
	}

	@Test
	void whenServiceReportsThenReportIsShown() {
		this.reporter.report(ServiceStatus.pending(ServiceState.START_PENDING, 3, Duration.ofSeconds(30)));
		run();
		assertThat(screen())
			.containsPattern("\\[winsvc] \\d\\d:\\d\\d:\\d\\d\\.\\d{3}  START_PENDING, checkpoint 3, wait hint 30 s")
			.contains("RUNNING, accepts 0x3");
	}

	@Test
	void whenServiceHasStoppedThenDispatchReturns() throws InterruptedException {
		this.reporter.report(ServiceStatus.stopped(new ExitCode.ServiceSpecific(3)));
		this.dispatching.join(10_000);
		assertThat(this.dispatching.isAlive()).isFalse();
		assertThat(screen()).contains("STOPPED, exit code 1066 ERROR_SERVICE_SPECIFIC_ERROR, service code 3");
	}

	@Test
	void whenLettersAreTypedThenControlsAreSent() throws IOException, InterruptedException {
		run();
		for (String line : List.of("p", " C ", "", "i", "200", "s")) {
			type(line);
		}
		assertThat(List.of(this.controls.take(), this.controls.take(), this.controls.take(), this.controls.take(),
				this.controls.take()))
			.containsExactly(Standard.PAUSE, Standard.CONTINUE, Standard.INTERROGATE, new Custom(200), Standard.STOP);
		awaitScreen("Sent, and the service answers 0");
	}

	@Test
	void whenServiceDoesNotAcceptControlThenItIsNotSent() throws IOException, InterruptedException {
		type("s");
		awaitScreen("Not sent, 1062 ERROR_SERVICE_NOT_ACTIVE");
		this.reporter.report(ServiceStatus.pending(ServiceState.START_PENDING, 1, Duration.ofSeconds(30)));
		type("s");
		awaitScreen("Not sent, 1061 ERROR_SERVICE_CANNOT_ACCEPT_CTRL");
		run();
		type("session session-lock 3");
		awaitScreen("Not sent, 1052 ERROR_INVALID_SERVICE_CONTROL");
		assertThat(this.controls).isEmpty();
	}

	@Test
	void whenServiceDoesNotKnowControlThenItsAnswerIsShown() throws IOException, InterruptedException {
		run();
		type("201");
		awaitScreen("Sent, and the service answers 120 ERROR_CALL_NOT_IMPLEMENTED");
	}

	@Test
	void whenLineMakesNoSenseThenThatIsSaid() throws IOException, InterruptedException {
		run();
		type("x");
		awaitScreen("'x' is nothing that can be sent. Type s to stop");
		type("7");
		awaitScreen("'7' is nothing that can be sent.");
	}

	@Test
	void whenConsoleIsClosedThenServiceRunsOn() throws IOException {
		run();
		this.keyboard.close();
		assertThat(this.dispatching.isAlive()).isTrue();
		assertThat(this.controls).isEmpty();
	}

}
