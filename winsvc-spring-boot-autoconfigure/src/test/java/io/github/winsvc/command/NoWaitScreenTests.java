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

import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.scm.ManagerCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is printed when a command does not wait for the service.
 */
class NoWaitScreenTests {

	@AutoClose
	private Workbench bench;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
		this.bench.wait = false;
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsNewThenInstallReturnsWhenItStarts(String format) {
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.DONE, "install-not-waited-for");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsStoppedThenStartReturnsWhenItStarts(String format) {
		installStopped();
		Screen.of(this.bench, format).shows(Verb.START, ExitStatus.DONE, "start-not-waited-for");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsRunningThenStopReturnsWhenItStops(String format) {
		installRunning();
		Screen.of(this.bench, format).shows(Verb.STOP, ExitStatus.DONE, "stop-not-waited-for");
	}

	@Test
	void whenTheServiceIsStoppedThenStopSaysSo() {
		installStopped();
		assertThat(this.bench.run(Verb.STOP)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).contains("is not running");
	}

	@Test
	void whenTheServiceIsRunningThenRestartWaitsForTheStopAlone() {
		installRunning();
		assertThat(this.bench.run(Verb.RESTART)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).contains("has stopped").contains("was asked to start");
		assertThat(this.bench.scm.service("orders").state()).isEqualTo(ServiceState.START_PENDING);
	}

	@Test
	void whenWindowsRefusesTheStartThenThatIsSaid() {
		installStopped();
		this.bench.scm.failNext(ManagerCall.START, Win32Error.SERVICE_LOGON_FAILED);
		assertThat(this.bench.run(Verb.START)).isEqualTo(ExitStatus.NOT_RUNNING);
	}

	private void installRunning() {
		this.bench.wait = true;
		this.bench.run(Verb.INSTALL);
		this.bench.wait = false;
	}

	private void installStopped() {
		installRunning();
		this.bench.wait = true;
		this.bench.run(Verb.STOP);
		this.bench.wait = false;
	}

}
