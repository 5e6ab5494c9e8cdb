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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for commands that are interrupted at each of their calls to Windows in turn.
 */
class InterruptedInstallTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource
	void whenTheProcessDiesThenOtherVerbsTellTheTruth(Situation situation) throws IOException {
		int calls = calls(situation);
		for (int call = 1; call <= calls; call++) {
			try (Workbench bench = dead(situation, call)) {
				ServiceRegistration left = registration(bench).orElse(null);
				ExitStatus status = bench.run(Verb.STATUS);
				if (left == null) {
					assertThat(status).as("call %d", call).isEqualTo(ExitStatus.NOT_INSTALLED);
				}
				else {
					assertThat(status).as("call %d", call).isIn(ExitStatus.DONE, ExitStatus.NOT_RUNNING);
					assertThat(bench.printed()).contains(left.settings().get(ServiceSetting.DisplayName.class).text());
				}
				assertThat(bench.run(Verb.DOCTOR)).as("call %d", call).isIn(ExitStatus.DONE, ExitStatus.FAILED);
				assertThat(bench.printed()).as("call %d", call)
					.doesNotContain("unexpected")
					.doesNotContain("Exception");
				assertPlanIsTrue(bench, left, call);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void whenTheProcessDiesThenTheSameInstallCompletesIt(Situation situation) throws IOException {
		int calls = calls(situation);
		for (int call = 1; call <= calls; call++) {
			try (Workbench bench = dead(situation, call)) {
				assertThat(bench.run(Verb.INSTALL)).as("call %d: %s", call, bench.printed()).isEqualTo(ExitStatus.DONE);
				assertInstalled(bench, call);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void whenTheProcessDiesThenUninstallRemovesWhatIsThere(Situation situation) throws IOException {
		int calls = calls(situation);
		for (int call = 1; call <= calls; call++) {
			try (Workbench bench = dead(situation, call)) {
				assertUninstalled(bench, call);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "NEW, 87", "NEW, 5", "CHANGED, 87", "CHANGED, 5", "FOREIGN, 87", "FOREIGN, 5" })
	void whenACallFailsThenTheRegistrationIsAsBeforeOrAsWanted(Situation situation, int error) throws IOException {
		int calls = calls(situation);
		for (int call = 1; call <= calls; call++) {
			try (Workbench bench = bench(situation)) {
				Optional<ServiceRegistration> before = registration(bench);
				bench.interruption = Interruption.error(call, new Win32Error(error));
				ExitStatus status = bench.run(Verb.INSTALL);
				assertThat(bench.interruption.happened()).as("call %d", call).isTrue();
				bench.interruption = Interruption.none();
				assertThat(bench.printed()).as("call %d", call)
					.doesNotContain("unexpected")
					.doesNotContain("Exception");
				if (status == ExitStatus.DONE || !registration(bench).equals(before)) {
					assertInstalled(bench, call);
				}
			}
		}
	}

	@Test
	void whenTheProcessOfUninstallDiesThenUninstallCanBeRepeated() throws IOException {
		for (int call = 1;; call++) {
			try (Workbench bench = bench(Situation.CHANGED)) {
				bench.interruption = Interruption.death(call);
				if (!dies(bench, Verb.UNINSTALL)) {
					assertThat(call).isGreaterThan(5);
					return;
				}
				assertThat(bench.run(Verb.STATUS)).as("call %d", call)
					.isIn(ExitStatus.DONE, ExitStatus.NOT_RUNNING, ExitStatus.NOT_INSTALLED);
				assertUninstalled(bench, call);
			}
		}
	}

	private void assertPlanIsTrue(Workbench bench, @Nullable ServiceRegistration left, int call) {
		bench.json = true;
		assertThat(bench.run(Verb.PLAN)).as("call %d", call).isEqualTo(ExitStatus.DONE);
		assertThat(bench.printed()).as("call %d", call).contains("\"create\": " + (left == null));
		for (ServiceSetting wanted : SampleSettings.FIRST.settings()) {
			String change = "\"setting\": \"" + Details.key(wanted) + "\"";
			if (left != null && left.settings().get(wanted.getClass()).equals(wanted)) {
				assertThat(bench.printed()).as("call %d", call).doesNotContain(change);
			}
			else {
				assertThat(bench.printed()).as("call %d", call).contains(change);
			}
		}
		bench.json = false;
	}

	private void assertInstalled(Workbench bench, int call) {
		assertThat(registration(bench)).as("call %d", call).hasValueSatisfying((registration) -> {
			assertThat(registration.settings()).containsAll(SampleSettings.FIRST.settings());
			assertThat(registration.settings().get(ServiceSetting.ImagePath.class).text())
				.endsWith("orders.jar --server.port=8081");
		});
		bench.json = true;
		assertThat(bench.run(Verb.PLAN)).as("call %d", call).isEqualTo(ExitStatus.DONE);
		assertThat(bench.printed()).as("call %d", call).contains("\"changesNeeded\": false");
		bench.json = false;
	}

	private void assertUninstalled(Workbench bench, int call) {
		assertThat(bench.run(Verb.UNINSTALL)).as("call %d: %s", call, bench.printed()).isEqualTo(ExitStatus.DONE);
		assertThat(bench.isRegistered()).as("call %d", call).isFalse();
		assertThat(bench.home.nativeLibraries()).as("call %d", call).doesNotExist();
	}

	private Optional<ServiceRegistration> registration(Workbench bench) {
		try (ServiceManager manager = bench.scm.openManager()) {
			return manager.find(Workbench.NAME);
		}
	}

	/**
	 * Return the number of calls of an install that nothing interrupts.
	 */
	private int calls(Situation situation) throws IOException {
		for (int call = 1;; call++) {
			try (Workbench bench = bench(situation)) {
				bench.interruption = Interruption.death(call);
				if (!dies(bench, Verb.INSTALL)) {
					assertThat(call).isGreaterThan(20);
					return call - 1;
				}
			}
		}
	}

	private Workbench dead(Situation situation, int call) throws IOException {
		Workbench bench = bench(situation);
		bench.interruption = Interruption.death(call);
		assertThatExceptionOfType(Interruption.Death.class).isThrownBy(() -> bench.run(Verb.INSTALL));
		bench.interruption = Interruption.none();
		return bench;
	}

	private boolean dies(Workbench bench, Verb verb) {
		try {
			bench.run(verb);
			return false;
		}
		catch (Interruption.Death ex) {
			return true;
		}
		finally {
			bench.interruption = Interruption.none();
		}
	}

	private Workbench bench(Situation situation) throws IOException {
		Workbench bench = new Workbench(Files.createTempDirectory(this.directory, "bench"));
		if (situation == Situation.FOREIGN) {
			bench.scm.register("orders");
			bench.adopt = true;
		}
		if (situation == Situation.CHANGED) {
			bench.wanted = SampleSettings.SECOND.settings();
			bench.arguments = List.of("--server.port=8082");
			assertThat(bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.DONE);
			bench.arguments = List.of("--server.port=8081");
		}
		bench.wanted = SampleSettings.FIRST.settings();
		return bench;
	}

	private enum Situation {

		/** There is no service. */
		NEW,

		/** The service is running, and all its settings differ from the wanted ones. */
		CHANGED,

		/** Another program has installed the service. */
		FOREIGN

	}

}
