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

package io.github.winsvc.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.ServiceControl.Custom;
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.scm.ManagerCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code pause}, {@code continue} and {@code control} print, as text and as JSON.
 */
class PauseScreenTests {

	@AutoClose
	private Workbench bench;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
		this.bench
			.program(new ScriptedService(this.bench.time).reporting(Duration.ofMillis(1500), ScriptedService.pausable())
				.on(Standard.PAUSE, Duration.ZERO, ScriptedService.pending(ServiceState.PAUSE_PENDING, 1))
				.on(Standard.PAUSE, Duration.ofSeconds(1), ScriptedService.paused())
				.on(Standard.CONTINUE, Duration.ZERO, ScriptedService.pending(ServiceState.CONTINUE_PENDING, 1))
				.on(Standard.CONTINUE, Duration.ofSeconds(1), ScriptedService.pausable())
				.answering(new Custom(201), ControlAnswer.NOT_IMPLEMENTED)
				.stopped(Duration.ofSeconds(1)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsRunningThenItIsPaused(String format) {
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.PAUSE, ExitStatus.DONE, "pause");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsPausedThenItIsContinued(String format) {
		pause();
		Screen.of(this.bench, format).shows(Verb.CONTINUE, ExitStatus.DONE, "continue");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsPausedThenPauseSaysSo(String format) {
		pause();
		Screen.of(this.bench, format).shows(Verb.PAUSE, ExitStatus.DONE, "pause-paused");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsRunningThenContinueSaysSo(String format) {
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.CONTINUE, ExitStatus.DONE, "continue-running");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsStoppedThenItCannotBePaused(String format) {
		this.bench.run(Verb.INSTALL);
		this.bench.run(Verb.STOP);
		Screen.of(this.bench, format).shows(Verb.PAUSE, ExitStatus.NOT_RUNNING, "pause-stopped");
		assertThat(this.bench.run(Verb.CONTINUE)).isEqualTo(ExitStatus.NOT_RUNNING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceDoesNotAcceptAPauseThenItSaysWhoDecides(String format) {
		this.bench.program(ScriptedService.quick(this.bench.time));
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.PAUSE, ExitStatus.FAILED, "pause-refused");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheApplicationCannotPauseThenItSaysThatItIsRunningAgain(String format) {
		this.bench
			.program(new ScriptedService(this.bench.time).reporting(Duration.ofSeconds(1), ScriptedService.pausable())
				.on(Standard.PAUSE, Duration.ofSeconds(1), ScriptedService.pending(ServiceState.PAUSE_PENDING, 1))
				.on(Standard.PAUSE, Duration.ofSeconds(3), ScriptedService.pausable()));
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.PAUSE, ExitStatus.FAILED, "pause-fails");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenThePauseTakesTooLongThenItSaysHowToLookAgain(String format) {
		this.bench.timeout = Duration.ofSeconds(5);
		this.bench
			.program(new ScriptedService(this.bench.time).reporting(Duration.ofSeconds(1), ScriptedService.pausable())
				.on(Standard.PAUSE, Duration.ofSeconds(1), ScriptedService.pending(ServiceState.PAUSE_PENDING, 1)));
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.PAUSE, ExitStatus.NOT_RUNNING, "pause-hangs");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenThePauseIsNotWaitedForThenTheCommandReturnsAtOnce(String format) {
		this.bench.run(Verb.INSTALL);
		this.bench.wait = false;
		Screen.of(this.bench, format).shows(Verb.PAUSE, ExitStatus.DONE, "pause-not-waited-for");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceKnowsTheControlThenItHasTakenIt(String format) {
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.CONTROL, "200", ExitStatus.DONE, "control");
		assertThat(this.bench.scm.service("orders").answers()).containsEntry(new Custom(200), ControlAnswer.HANDLED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceDoesNotKnowTheControlThenItSaysHowItWould(String format) {
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.CONTROL, "201", ExitStatus.FAILED, "control-unknown");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsStoppedThenItTakesNoControl(String format) {
		this.bench.run(Verb.INSTALL);
		this.bench.run(Verb.STOP);
		Screen.of(this.bench, format).shows(Verb.CONTROL, "200", ExitStatus.NOT_RUNNING, "control-stopped");
	}

	@Test
	void whenTheServiceIsStillStartingThenItTakesNoControlYet() {
		this.bench.run(Verb.INSTALL);
		this.bench.run(Verb.STOP);
		this.bench.scm.openManager().start(Workbench.NAME);
		assertThat(this.bench.run(Verb.CONTROL, "200")).isEqualTo(ExitStatus.NOT_RUNNING);
		assertThat(this.bench.printed()).contains("Try again in a moment");
	}

	@Test
	void whenTheServiceIsStillStartingThenPauseWaitsUntilItCanBePaused() {
		this.bench.run(Verb.INSTALL);
		this.bench.run(Verb.STOP);
		this.bench.scm.openManager().start(Workbench.NAME);
		assertThat(this.bench.run(Verb.PAUSE)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.scm.service("orders").states()).containsExactly(ServiceState.START_PENDING,
				ServiceState.RUNNING, ServiceState.PAUSE_PENDING, ServiceState.PAUSED);
	}

	@Test
	void whenTheServiceIsPausingAlreadyThenPauseWaitsForThat() {
		this.bench.run(Verb.INSTALL);
		this.bench.scm.openManager().control(Workbench.NAME, Standard.PAUSE);
		this.bench.time.sleep(Duration.ZERO);
		assertThat(this.bench.run(Verb.PAUSE)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.scm.service("orders").state()).isEqualTo(ServiceState.PAUSED);
	}

	@Test
	void whenTheServiceIsBusyThenPauseIsTriedAgain() {
		this.bench.run(Verb.INSTALL);
		this.bench.scm.failNext(ManagerCall.CONTROL, Win32Error.SERVICE_CANNOT_ACCEPT_CTRL);
		assertThat(this.bench.run(Verb.PAUSE)).isEqualTo(ExitStatus.DONE);
	}

	@Test
	void whenTheServiceEndsInsteadOfPausingThenItIsNotRunning() {
		this.bench
			.program(new ScriptedService(this.bench.time).reporting(Duration.ofSeconds(1), ScriptedService.pausable())
				.on(Standard.PAUSE, Duration.ofSeconds(1), ScriptedService.stopped(1464)));
		this.bench.run(Verb.INSTALL);
		assertThat(this.bench.run(Verb.PAUSE)).isEqualTo(ExitStatus.NOT_RUNNING);
		assertThat(this.bench.printed()).contains("its state is STOPPED");
	}

	@Test
	void whenTheOperatorIsNotElevatedThenOnlyAControlCanBeSent() {
		this.bench.run(Verb.INSTALL);
		this.bench.scm.setElevated(false);
		assertThat(this.bench.run(Verb.PAUSE)).isEqualTo(ExitStatus.ACCESS_DENIED);
		assertThat(this.bench.run(Verb.RELOAD)).isEqualTo(ExitStatus.ACCESS_DENIED);
		assertThat(this.bench.run(Verb.CONTROL, "200")).isEqualTo(ExitStatus.DONE);
	}

	@ParameterizedTest
	@EnumSource(value = Verb.class, names = { "PAUSE", "CONTINUE", "RELOAD", "CONTROL" })
	void whenAnotherProgramInstalledTheServiceThenItIsNotTouched(Verb verb) {
		this.bench.scm.register("orders");
		assertThat(this.bench.run(verb, (verb == Verb.CONTROL) ? "200" : null)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.printed()).contains("was not installed by winsvc");
	}

	private void pause() {
		this.bench.run(Verb.INSTALL);
		this.bench.run(Verb.PAUSE);
	}

}
