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
import java.util.List;

import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.StartFailure;
import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.ServiceSetting.PreshutdownTimeout;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.scm.FakeService.OpenHandle;
import io.github.winsvc.test.scm.ManagerCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code install} prints, as text and as JSON.
 */
class InstallScreenTests {

	@AutoClose
	private Workbench bench;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenThereIsNoServiceThenItIsCreatedAndStarted(String format) {
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.DONE, "install-new");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenNothingDiffersThenThereIsNothingToDo(String format) {
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.DONE, "install-nothing-to-do");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheCommandLineOfARunningServiceChangesThenItSaysWhenThatTakesEffect(String format) {
		this.bench.run(Verb.INSTALL);
		this.bench.description = "Takes and ships orders";
		this.bench.arguments = List.of("--server.port=8082");
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.DONE, "install-changed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceStartsSlowlyThenItShowsProgress(String format) {
		this.bench.program(new ScriptedService(this.bench.time).starting(Duration.ofSeconds(3), 2)
			.starting(Duration.ofSeconds(5), 3)
			.running(Duration.ofSeconds(7))
			.stopped(Duration.ofSeconds(1)));
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.DONE, "install-slow");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheApplicationFailsToStartThenItsOwnExplanationIsShown(String format) {
		this.bench.program(new ScriptedService(this.bench.time).failing(Duration.ofSeconds(3), 1, this::explain));
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.NOT_RUNNING, "install-start-fails");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceHasNotReportedInTimeThenTheErrorIsExplained(String format) {
		this.bench.scm.failNext(ManagerCall.START, Win32Error.SERVICE_REQUEST_TIMEOUT);
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.NOT_RUNNING, "install-start-refused");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsStillStartingInTheEndThenItSaysHowToLookAgain(String format) {
		this.bench.timeout = Duration.ofSeconds(5);
		this.bench.program(new ScriptedService(this.bench.time));
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.NOT_RUNNING, "install-start-hangs");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenWindowsDoesNotKnowASettingThenItIsLeftOut(String format) {
		this.bench.scm.behaveLikeWine();
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.DONE, "install-unsupported");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenAnotherProgramInstalledTheServiceThenItIsRefused(String format) {
		this.bench.scm.register("orders");
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.FAILED, "install-foreign");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceRunsAJarInAnotherDirectoryThenItIsRefused(String format) {
		this.bench.run(Verb.INSTALL);
		this.bench.archive = new ApplicationArchive(this.bench.directory().resolve("copy").resolve("orders.jar"));
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.FAILED, "install-other-directory");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheOperatorIsNotElevatedThenItSaysHowToBe(String format) {
		this.bench.scm.setElevated(false);
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.ACCESS_DENIED, "install-not-elevated");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenThereIsNoJarThenItSaysHowToBuildOne(String format) {
		this.bench.archive = null;
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.USAGE, "install-no-jar");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenAnArgumentIsASecretThenItIsRefusedWithoutItsValue(String format) {
		this.bench.arguments = List.of("--spring.datasource.password=hunter2");
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.USAGE, "install-secret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenAStepFailsThenTheFormerOnesAreTakenBack(String format) {
		this.bench.run(Verb.INSTALL);
		this.bench.displayName = "Order intake";
		this.bench.description = "";
		this.bench.preshutdownTimeout = Duration.ofSeconds(90);
		this.bench.scm.failNextApply(PreshutdownTimeout.class, Win32Error.INVALID_PARAMETER);
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.FAILED, "install-rolled-back");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheFormerServiceStaysMarkedForDeletionThenItSaysWhatHoldsIt(String format) {
		this.bench.run(Verb.INSTALL);
		this.bench.run(Verb.STOP);
		OpenHandle handle = this.bench.scm.service("orders").hold();
		this.bench.scm.openManager().delete(Workbench.NAME);
		this.bench.description = "New";
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.FAILED, "install-marked");
		handle.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenAForeignServiceIsAdoptedThenItIsChangedIntoOurs(String format) {
		try (ServiceManager manager = this.bench.scm.openManager()) {
			this.bench.scm.register("orders");
			manager.apply(Workbench.NAME, new ImagePath("C:\\nssm.exe"));
		}
		this.bench.adopt = true;
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.DONE, "install-adopted");
	}

	private void explain() {
		this.bench.explain(new StartFailure(1000, this.bench.time.now(),
				"Web server failed to start. Port 8081 was already in use.",
				"Identify and stop the process that's listening on port 8081\nor listen on another port."));
	}

}
