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
import java.util.Set;

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.StartType;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.scm.FakeService.OpenHandle;
import io.github.winsvc.test.scm.ManagerCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class OperateTests {

	@AutoClose
	private Workbench bench;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
	}

	@Test
	void whenTheDatabaseIsLockedThenStartIsTriedAgain() {
		installStopped();
		this.bench.scm.failNext(ManagerCall.START, Win32Error.SERVICE_DATABASE_LOCKED);
		assertThat(this.bench.run(Verb.START)).isEqualTo(ExitStatus.DONE);
	}

	@Test
	void whenTheServiceIsDisabledThenStartSaysHowToEnableIt() {
		installStopped();
		this.bench.scm.openManager().apply(Workbench.NAME, new ServiceSetting.Start(StartType.DISABLED));
		assertThat(this.bench.run(Verb.START)).isEqualTo(ExitStatus.NOT_RUNNING);
		assertThat(this.bench.printed()).contains("1058 ERROR_SERVICE_DISABLED").contains("--winsvc.install");
	}

	@Test
	void whenTheServiceIsPausedThenStartSaysHowToContinueIt() {
		installStopped();
		this.bench.program(new ScriptedService(this.bench.time).running(Duration.ofMillis(500))
			.reporting(Duration.ofSeconds(1), ScriptedService.pending(ServiceState.PAUSE_PENDING, 1))
			.reporting(Duration.ofMillis(1500), ScriptedService.paused())
			.stopped(Duration.ofSeconds(1)));
		this.bench.run(Verb.START);
		this.bench.time.sleep(Duration.ofSeconds(2));
		assertThat(this.bench.run(Verb.START)).isEqualTo(ExitStatus.NOT_RUNNING);
		assertThat(this.bench.printed()).contains("is paused").contains("--winsvc.continue");
		assertThat(this.bench.run(Verb.STATUS)).isEqualTo(ExitStatus.NOT_RUNNING);
		assertThat(this.bench.run(Verb.RESTART)).isEqualTo(ExitStatus.DONE);
	}

	@Test
	void whenTheServiceIsStillStartingThenStopWaitsUntilItCanBeStopped() {
		this.bench.timeout = Duration.ofSeconds(5);
		this.bench.program(
				new ScriptedService(this.bench.time).running(Duration.ofSeconds(8)).stopped(Duration.ofSeconds(1)));
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.NOT_RUNNING);
		assertThat(this.bench.run(Verb.STOP)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.scm.service("orders").states()).containsExactly(ServiceState.START_PENDING,
				ServiceState.RUNNING, ServiceState.STOP_PENDING, ServiceState.STOPPED);
	}

	@Test
	void whenTheServiceIsStillStoppingThenStartWaitsUntilItHas() {
		this.bench.run(Verb.INSTALL);
		this.bench.scm.openManager().control(Workbench.NAME, ServiceControl.Standard.STOP);
		this.bench.settle();
		assertThat(this.bench.run(Verb.START)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).contains("STOP_PENDING").contains("RUNNING");
	}

	@Test
	void whenTheServiceIsBusyThenStopIsTriedAgain() {
		this.bench.run(Verb.INSTALL);
		this.bench.scm.failNext(ManagerCall.CONTROL, Win32Error.SERVICE_CANNOT_ACCEPT_CTRL);
		assertThat(this.bench.run(Verb.STOP)).isEqualTo(ExitStatus.DONE);
	}

	@Test
	void whenOtherServicesDependOnItThenStopSaysSo() {
		this.bench.run(Verb.INSTALL);
		this.bench.scm.failNext(ManagerCall.CONTROL, Win32Error.DEPENDENT_SERVICES_RUNNING);
		assertThat(this.bench.run(Verb.STOP)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.printed())
			.contains("Stop the services that depend on this one first, or with it: --winsvc.force");
	}

	@ParameterizedTest
	@EnumSource(value = Verb.class, names = { "START", "STOP", "RESTART", "UNINSTALL" })
	void whenTheOperatorIsNotElevatedThenEveryChangeIsDenied(Verb verb) {
		this.bench.run(Verb.INSTALL);
		if (verb == Verb.START) {
			this.bench.run(Verb.STOP);
		}
		this.bench.scm.setElevated(false);
		assertThat(this.bench.run(verb)).isEqualTo(ExitStatus.ACCESS_DENIED);
		assertThat(this.bench.printed()).contains("Run as administrator");
		assertThat(this.bench.isRegistered()).isTrue();
	}

	@Test
	void whenTheOperatorIsNotElevatedThenTheStatusIsShown() {
		this.bench.run(Verb.INSTALL);
		this.bench.scm.setElevated(false);
		assertThat(this.bench.run(Verb.STATUS)).isEqualTo(ExitStatus.DONE);
	}

	@Test
	void whenAForeignServiceIsAdoptedThenItIsStartedAndStopped() {
		this.bench.scm.register("orders");
		this.bench.adopt = true;
		assertThat(this.bench.run(Verb.START)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.run(Verb.STOP)).isEqualTo(ExitStatus.DONE);
	}

	@Test
	void whenUninstalledThenLogsAndDataAreKeptAndNativeLibrariesAreNot() {
		this.bench.run(Verb.INSTALL);
		assertThat(this.bench.run(Verb.UNINSTALL)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.isRegistered()).isFalse();
		assertThat(this.bench.home.logs()).isDirectory();
		assertThat(this.bench.home.data()).isDirectory();
		assertThat(this.bench.home.nativeLibraries()).doesNotExist();
	}

	@Test
	void whenTheServiceDoesNotStopThenItIsNotUninstalled() {
		this.bench.timeout = Duration.ofSeconds(5);
		this.bench.program(new ScriptedService(this.bench.time).running(Duration.ofSeconds(1)));
		this.bench.run(Verb.INSTALL);
		assertThat(this.bench.run(Verb.UNINSTALL)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.isRegistered()).isTrue();
		assertThat(this.bench.home.nativeLibraries()).isDirectory();
	}

	@Test
	void whenTheServiceIsMarkedForDeletionAndRunningThenUninstallStopsIt() {
		this.bench.run(Verb.INSTALL);
		this.bench.scm.openManager().delete(Workbench.NAME);
		assertThat(this.bench.run(Verb.UNINSTALL)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.isRegistered()).isFalse();
	}

	@Test
	void whenTheLastHandleIsClosedMeanwhileThenUninstallIsDone() {
		this.bench.run(Verb.INSTALL);
		OpenHandle handle = this.bench.scm.service("orders").hold();
		this.bench.time.after(Duration.ofSeconds(4), handle::close);
		assertThat(this.bench.run(Verb.UNINSTALL)).isEqualTo(ExitStatus.DONE);
	}

	@Test
	void whenDeletionFailsThenTheEventSourceIsThereAgain() {
		installStopped();
		this.bench.scm.failNext(ManagerCall.DELETE, Win32Error.ACCESS_DENIED);
		assertThat(this.bench.run(Verb.UNINSTALL)).isEqualTo(ExitStatus.ACCESS_DENIED);
		assertThat(this.bench.registration().settings().get(ServiceSetting.EventSource.class).value()).isTrue();
	}

	@Test
	void whenTheServiceAcceptsNoStopThenItSaysSo() {
		installStopped();
		this.bench.program(new ScriptedService(this.bench.time).reporting(Duration.ofSeconds(1),
				ServiceStatus.running(Set.of(AcceptedControl.SHUTDOWN))));
		this.bench.run(Verb.START);
		assertThat(this.bench.run(Verb.STOP)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.printed()).contains("1052 ERROR_INVALID_SERVICE_CONTROL");
	}

	private void installStopped() {
		this.bench.run(Verb.INSTALL);
		this.bench.run(Verb.STOP);
	}

}
