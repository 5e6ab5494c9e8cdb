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

package io.github.winsvc.sample.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.github.winsvc.scm.ServiceState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link WindowsMachine} with a service that knows nothing of this project.
 */
class WindowsMachineIT {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final StatusReport START_PENDING = new StatusReport(0x10, ServiceState.START_PENDING, 0, 0, 0, 1,
			3000);

	private static final StatusReport RUNNING = new StatusReport(0x10, ServiceState.RUNNING, 0x101, 0, 0, 0, 0);

	private static final StatusReport STOP_PENDING = new StatusReport(0x10, ServiceState.STOP_PENDING, 0, 0, 0, 1,
			2000);

	private static final StatusReport STOPPED = new StatusReport(0x10, ServiceState.STOPPED, 0, 0, 0, 0, 0);

	@AutoClose
	private static WindowsMachine machine;

	private static MachineDirectory directory;

	private static String classPath;

	@BeforeAll
	static void open() {
		machine = WindowsMachine.open();
		directory = machine.directory("B\u00fccher und mehr");
		classPath = MachineClassPath.copy(directory, SmokeService.class, Native.class, Kernel32.class);
	}

	@Test
	void whenJavaRunsThenItIsThatOfWindows() {
		ProgramResult result = machine.java(directory, "-XshowSettings:properties", "-version").orFail();
		assertThat(result.errors()).contains("os.name = Windows").contains("user.dir = " + directory.windows());
	}

	@Test
	void whenProgramTakesTooLongThenItIsKilledAndTheTestFails() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(
					() -> machine.run(directory, Duration.ofMillis(1), List.of(machine.javaExecutable(), "-version")))
			.withMessageContaining("has not ended within PT0.001S");
	}

	@Test
	void whenServiceDoesNotExistThenQueryIsEmpty() {
		assertThat(machine.query("nobody")).isEmpty();
	}

	@Test
	void whenServiceRunsAndStopsThenItsStatusIsKnown() throws IOException {
		create("smoke");
		assertThat(machine.query("smoke").orElseThrow().state()).isEqualTo(ServiceState.STOPPED);
		StatusWatch watch = machine.watch("smoke");
		machine.sc("start", "smoke").orFail();
		watch.await(ServiceState.RUNNING, PATIENCE);
		ServiceSnapshot snapshot = machine.query("smoke").orElseThrow();
		assertThat(snapshot.state()).isEqualTo(ServiceState.RUNNING);
		assertThat(snapshot.processId()).isPositive();
		machine.sc("stop", "smoke").orFail();
		assertThat(watch.await(ServiceState.STOPPED, PATIENCE)).containsSubsequence(RUNNING, STOPPED);
		assertThat(machine.query("smoke")).contains(new ServiceSnapshot(ServiceState.STOPPED, 0, 0, 0));
		assertThat(machine.events("smoke")).containsExactly(new LoggedEvent(4, 0, 1000, List.of("started")));
		assertThat(log("smoke")).containsExactly("start smoke", "control 1 ");
	}

	@Test
	@Tag(PipeScm.TAG)
	void whenServiceRunsAndStopsThenTraceHoldsEveryReport() {
		create("traced");
		StatusWatch watch = machine.watch("traced");
		machine.sc("start", "traced").orFail();
		watch.await(ServiceState.RUNNING, PATIENCE);
		machine.sc("stop", "traced").orFail();
		assertThat(watch.await(ServiceState.STOPPED, PATIENCE)).containsExactly(START_PENDING, RUNNING, STOP_PENDING,
				STOPPED);
	}

	@Test
	void whenProcessIsKilledThenItReportsNoMore() {
		create("victim");
		StatusWatch watch = machine.watch("victim");
		machine.sc("start", "victim").orFail();
		watch.await(ServiceState.RUNNING, PATIENCE);
		machine.kill(machine.query("victim").orElseThrow().processId());
		machine.sc("stop", "victim");
		assertThat(watch.reports()).contains(RUNNING).doesNotContain(STOP_PENDING, STOPPED);
	}

	@Test
	@Tag(PipeScm.TAG)
	void whenPipeScmSendsControlsThenHandlerGetsThemAndProcessEnds() throws IOException {
		create("piped");
		StatusWatch watch = machine.watch("piped");
		try (PipeScm scm = PipeScm.open(machine)) {
			assertThat(scm.start("piped", "two words")).isPositive();
			watch.await(ServiceState.RUNNING, PATIENCE);
			assertThat(machine.query("piped").orElseThrow().state()).isEqualTo(ServiceState.RUNNING);
			assertThat(scm.send(200, new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 })).isZero();
			assertThat(scm.send(15)).isZero();
			assertThat(scm.awaitExit(PATIENCE)).isEqualTo(7);
		}
		assertThat(watch.reports()).containsExactly(START_PENDING, RUNNING, STOP_PENDING, STOPPED);
		assertThat(log("piped")).containsExactly("start piped|two words", "control 200 0102030405060708",
				"control 15 ");
	}

	@Test
	@Tag(PipeScm.TAG)
	void whenProcessNeverCallsTheDispatcherThenStartFailsWithItsExitCode() {
		machine.sc("create", "broken", "binPath=", "\"" + machine.javaExecutable() + "\" -no-such-option").orFail();
		try (PipeScm scm = PipeScm.open(machine)) {
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> scm.start("broken"))
				.withMessageContaining("ended with exit code 1");
		}
	}

	@Test
	@Tag(PipeScm.TAG)
	void whenMachineIsClosedThenNeitherProcessNorFileIsLeft() {
		WineMachine other = (WineMachine) WindowsMachine.open();
		Path root = other.root();
		String prefix = root.resolve("prefix").toString();
		try (other) {
			assertThat(LinuxProcesses.withVariable("WINEPREFIX", prefix)).isNotEmpty();
		}
		assertThat(LinuxProcesses.withVariable("WINEPREFIX", prefix)).isEmpty();
		assertThat(root).doesNotExist();
	}

	@Test
	@Tag(PipeScm.TAG)
	void whenJvmWasKilledThenTheNextMachineDeletesItsFiles() throws IOException {
		Path machines = ((WineMachine) machine).root().getParent();
		Path abandoned = Files.createDirectories(machines.resolve("999999999-1/prefix/drive_c"))
			.getParent()
			.getParent();
		WindowsMachine.open().close();
		assertThat(abandoned).doesNotExist();
	}

	private static void create(String service) {
		machine
			.sc("create", service, "binPath=",
					"\"%s\" -Xmx64m -cp \"%s\" %s \"%s\"".formatted(machine.javaExecutable(), classPath,
							SmokeService.class.getName(), directory.resolve(service + ".log").windows()))
			.orFail();
	}

	private static List<String> log(String service) throws IOException {
		return Files.readAllLines(directory.resolve(service + ".log").host());
	}

}
