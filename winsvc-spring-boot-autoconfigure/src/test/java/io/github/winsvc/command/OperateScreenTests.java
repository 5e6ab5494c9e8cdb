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

import io.github.winsvc.launch.StartFailure;
import io.github.winsvc.test.scm.FakeService.OpenHandle;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the verbs for an installed service print, as text and as JSON.
 */
class OperateScreenTests {

	@AutoClose
	private Workbench bench;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
	}

	@ParameterizedTest
	@CsvSource({ "START,NOT_INSTALLED,txt", "START,NOT_INSTALLED,json", "STOP,NOT_INSTALLED,txt",
			"RESTART,NOT_INSTALLED,txt", "STATUS,NOT_INSTALLED,txt", "STATUS,NOT_INSTALLED,json", "UNINSTALL,DONE,txt",
			"UNINSTALL,DONE,json" })
	void whenTheServiceIsNotInstalledThenItSaysSo(Verb verb, ExitStatus status, String format) {
		Screen.of(this.bench, format).shows(verb, status, verb + "-not-installed");
	}

	@ParameterizedTest
	@CsvSource({ "START,FAILED", "STOP,FAILED", "RESTART,FAILED", "UNINSTALL,FAILED", "STATUS,NOT_RUNNING" })
	void whenAnotherProgramInstalledTheServiceThenItIsNotTouched(Verb verb, ExitStatus status) {
		this.bench.scm.register("orders");
		Screen.of(this.bench, "txt").shows(verb, status, verb + "-foreign");
		Screen.of(this.bench, "json").shows(verb, status, verb + "-foreign");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsStoppedThenItIsStarted(String format) {
		this.bench.run(Verb.INSTALL);
		this.bench.run(Verb.STOP);
		Screen.of(this.bench, format).shows(Verb.START, ExitStatus.DONE, "start");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsRunningThenStartSaysSo(String format) {
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.START, ExitStatus.DONE, "start-running");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsRunningThenItIsStopped(String format) {
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.STOP, ExitStatus.DONE, "stop");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsStoppedThenStopSaysSo(String format) {
		this.bench.run(Verb.INSTALL);
		this.bench.run(Verb.STOP);
		Screen.of(this.bench, format).shows(Verb.STOP, ExitStatus.DONE, "stop-stopped");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceDoesNotStopInTimeThenItFails(String format) {
		this.bench.timeout = Duration.ofSeconds(5);
		this.bench.program(new ScriptedService(this.bench.time).running(Duration.ofSeconds(1)));
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.STOP, ExitStatus.FAILED, "stop-hangs");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsRunningThenItIsRestarted(String format) {
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.RESTART, ExitStatus.DONE, "restart");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsRunningThenItsStatusIsShown(String format) {
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.STATUS, ExitStatus.DONE, "status-running");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsStartingThenItsStatusIsNotRunning(String format) {
		this.bench.timeout = Duration.ofSeconds(5);
		this.bench.program(new ScriptedService(this.bench.time));
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.STATUS, ExitStatus.NOT_RUNNING, "status-starting");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceFailedThenItsStatusTellsWhy(String format) {
		this.bench.program(new ScriptedService(this.bench.time).failing(Duration.ofSeconds(1), 1, () -> {
		}));
		this.bench.run(Verb.INSTALL);
		this.bench.explain(new StartFailure(1000, this.bench.time.now(), "Port 8081 was already in use.", ""));
		Screen.of(this.bench, format).shows(Verb.STATUS, ExitStatus.NOT_RUNNING, "status-failed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsInstalledThenItIsUninstalled(String format) {
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.UNINSTALL, ExitStatus.DONE, "uninstall");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenAProgramHoldsTheServiceOpenThenUninstallSaysThatItIsOnlyMarked(String format) {
		this.bench.run(Verb.INSTALL);
		OpenHandle handle = this.bench.scm.service("orders").hold();
		Screen.of(this.bench, format).shows(Verb.UNINSTALL, ExitStatus.FAILED, "uninstall-held");
		handle.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheScmIsOutOfReachThenItSaysWhatToDo(String format) {
		this.bench.outOfReach = true;
		Screen.of(this.bench, format).shows(Verb.STATUS, ExitStatus.ACCESS_DENIED, "status-out-of-reach");
	}

}
