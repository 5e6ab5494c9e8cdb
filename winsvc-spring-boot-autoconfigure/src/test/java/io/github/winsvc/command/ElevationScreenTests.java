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
import java.util.Set;

import io.github.winsvc.launch.CommandLine;
import io.github.winsvc.scm.ElevatedProgram;
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
 * What verbs print that are to be elevated.
 */
class ElevationScreenTests {

	private static final int ACCESS_VIOLATION = 0xC0000005;

	@AutoClose
	private Workbench bench;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
		this.bench.scm.setElevated(false);
		this.bench.elevate = true;
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenWindowsSaysYesThenTheElevatedProcessIsHeard(String format) {
		this.bench.letElevatedDo(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.DONE, "elevate-install");
		assertThat(this.bench.isRegistered()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheElevatedProcessFailsThenItsExitCodeCounts(String format) {
		this.bench.letElevatedDo(Verb.START);
		Screen.of(this.bench, format).shows(Verb.START, ExitStatus.NOT_INSTALLED, "elevate-not-installed");
	}

	@Test
	void whenTheVerbIsDoneAgainThenAllButTheOptionIsTheSame() {
		this.bench.letElevatedDo(Verb.INSTALL);
		this.bench.run(Verb.INSTALL);
		ElevatedProgram program = this.bench.elevation.started().orElseThrow();
		assertThat(program.java()).isEqualTo(this.bench.directory().resolve("jdk").resolve("java.exe").toString());
		assertThat(program.directory()).isEqualTo(this.bench.directory().toString());
		assertThat(CommandLine.split("java.exe " + program.parameters())).containsExactly("java.exe", "-Xmx256m",
				"-jar", this.bench.directory().resolve("app").resolve("orders.jar").toString(), "--winsvc.install",
				"--server.port=8081");
	}

	@Test
	void whenThePromptIsElevatedThenNobodyIsAsked() {
		this.bench.scm.setElevated(true);
		Screen.of(this.bench, "txt").shows(Verb.INSTALL, ExitStatus.DONE, "install-new");
		assertThat(this.bench.elevation.started()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "PLAN", "STATUS", "EXPORT", "DOCTOR" })
	void whenTheVerbChangesNothingThenNobodyIsAsked(Verb verb) {
		this.bench.run(verb);
		assertThat(this.bench.elevation.started()).isEmpty();
		assertThat(this.bench.printed()).doesNotContain("elevation");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheUserSaysNoThenNothingIsDone(String format) {
		this.bench.elevation.refuse(Win32Error.CANCELLED);
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.ACCESS_DENIED, "elevate-cancelled");
		assertThat(this.bench.isRegistered()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenThereIsNoDesktopThenWindowsCannotAsk(String format) {
		this.bench.elevation.refuse(Win32Error.REQUIRES_INTERACTIVE_WINDOWSTATION);
		Screen.of(this.bench, format).shows(Verb.STOP, ExitStatus.ACCESS_DENIED, "elevate-no-desktop");
	}

	@Test
	void whenWindowsRefusesToAskThenAnElevatedPromptHelps() {
		this.bench.elevation.refuse(Win32Error.FILE_NOT_FOUND);
		Screen.of(this.bench, "txt").shows(Verb.UPDATE, ExitStatus.ACCESS_DENIED, "elevate-refused");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheElevatedProcessSaysNothingThenThatIsAFailure(String format) {
		this.bench.elevation.setMain((program, output) -> 0);
		Screen.of(this.bench, format).shows(Verb.UNINSTALL, ExitStatus.FAILED, "elevate-silent");
	}

	@Test
	void whenTheElevatedProcessCrashesThenThatIsAFailure() {
		this.bench.elevation.setMain((program, output) -> {
			output.accept("Stopping the service 'orders':\n");
			return ACCESS_VIOLATION;
		});
		Screen.of(this.bench, "txt").shows(Verb.STOP, ExitStatus.FAILED, "elevate-crashed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheElevatedProcessIsLostThenItGoesOn(String format) {
		this.bench.elevation.lose(new Win32Error(6));
		Screen.of(this.bench, format).shows(Verb.RESTART, ExitStatus.FAILED, "elevate-lost");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheEnvironmentConfiguresThenNobodyIsAsked(String format) {
		this.bench.variables = Set.of("Path", "WINSVC_NAME", "SPRING_PROFILES_ACTIVE");
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.USAGE, "elevate-environment");
		assertThat(this.bench.elevation.started()).isEmpty();
	}

	@Test
	void whenThePasswordIsToBeReadThenNobodyIsAsked() {
		this.bench.passwordSource = PasswordSource.parse("stdin");
		Screen.of(this.bench, "txt").shows(Verb.UPDATE, ExitStatus.USAGE, "elevate-password");
		assertThat(this.bench.elevation.started()).isEmpty();
	}

	@Test
	void whenThereIsNoJarThenNobodyIsAsked() {
		this.bench.archive = null;
		Screen.of(this.bench, "txt").shows(Verb.START, ExitStatus.USAGE, "elevate-no-jar");
		assertThat(this.bench.elevation.started()).isEmpty();
	}

	@Test
	void whenTheTextHasOtherCharactersThanAsciiThenTheyArriveUnchanged() {
		this.bench.elevation.setMain((program, output) -> {
			output.accept("B\u00fc");
			output.accept("cher \ud83d\ude80\n");
			return 0;
		});
		this.bench.run(Verb.START);
		assertThat(this.bench.printed()).endsWith("\nB\u00fccher \ud83d\ude80\n");
	}

	@ParameterizedTest
	@EnumSource(names = { "UPDATE", "UNINSTALL" })
	void whenTheVerbNeedsElevationThenItSaysSoBeforeAnythingIsDone(Verb verb) {
		this.bench.elevate = false;
		this.bench.scm.setElevated(true);
		this.bench.run(Verb.INSTALL);
		this.bench.displayName = "Other";
		this.bench.scm.setElevated(false);
		Screen.of(this.bench, "txt").shows(verb, ExitStatus.ACCESS_DENIED, verb + "-not-elevated");
		this.bench.displayName = "Orders";
		assertThat(this.bench.run(Verb.STATUS)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).doesNotContain("differs");
	}

	@Test
	void whenAnElevatedPromptIsDeniedThenItDoesNotAskForElevation() {
		this.bench.scm.setElevated(true);
		this.bench.elevate = false;
		this.bench.run(Verb.INSTALL);
		this.bench.scm.failNext(ManagerCall.CONTROL, Win32Error.ACCESS_DENIED);
		Screen.of(this.bench, "txt").shows(Verb.STOP, ExitStatus.ACCESS_DENIED, "stop-denied");
	}

}
