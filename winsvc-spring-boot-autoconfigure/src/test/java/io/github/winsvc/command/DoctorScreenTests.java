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
import java.time.Duration;

import io.github.winsvc.doctor.SampleFiles;
import io.github.winsvc.launch.StartFailure;
import io.github.winsvc.test.scm.FakeInspection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code doctor} prints, as text and as JSON.
 */
class DoctorScreenTests {

	@AutoClose
	private Workbench bench;

	private Path java;

	private Path jar;

	/**
	 * Every path is longer than a line, so that the temporary directory of the machine
	 * does not decide where lines are broken.
	 */
	@BeforeEach
	void open(@TempDir Path temporary) throws IOException {
		Path directory = Files
			.createDirectory(temporary.resolve("x".repeat(Math.max(1, 85 - temporary.toString().length()))));
		this.bench = new Workbench(directory);
		this.java = SampleFiles.java(directory.resolve("jdk"), "17.0.15");
		this.jar = directory.resolve("app").resolve("orders.jar");
		SampleFiles.application(this.jar);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenAllIsWellThenItSaysSo(String format) throws IOException {
		install();
		Screen.of(this.bench, format).shows(Verb.DOCTOR, ExitStatus.DONE, "doctor-healthy");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceFailedThenItSaysWhy(String format) throws IOException {
		this.bench.program(new ScriptedService(this.bench.time).failing(Duration.ofSeconds(1), 1, () -> {
		}));
		install();
		this.bench.explain(new StartFailure(1000, this.bench.time.now(),
				"Web server failed to start. Port 8081 was already in use.",
				"Identify and stop the process that's listening on port 8081\nor listen on another port."));
		log("2026-01-01T00:00:01.000Z  INFO 1000 --- [orders] [main] c.e.OrdersApplication : Starting\n"
				+ "2026-01-01T00:00:01.500Z  WARN 1000 --- [orders] [main] c.e.OrdersApplication : Using secret=hunter2\n"
				+ "2026-01-01T00:00:02.000Z ERROR 1000 --- [orders] [main] o.s.b.d.LoggingFailureAnalysisReporter : \n");
		this.bench.surroundings.occupy(8081, "Address already in use: bind");
		Screen.of(this.bench, format).shows(Verb.DOCTOR, ExitStatus.FAILED, "doctor-failed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheJavaIsGoneThenItSaysHowToGetAnother(String format) throws IOException {
		install();
		this.bench.run(Verb.STOP);
		Files.delete(this.java);
		Screen.of(this.bench, format).shows(Verb.DOCTOR, ExitStatus.FAILED, "doctor-java-gone");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheJarIsGoneThenItSaysWhatToDo(String format) throws IOException {
		install();
		this.bench.run(Verb.STOP);
		Files.delete(this.jar);
		Screen.of(this.bench, format).shows(Verb.DOCTOR, ExitStatus.FAILED, "doctor-jar-gone");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenOthersMayWriteThenItSaysHowToKeepThemOut(String format) throws IOException {
		install();
		FakeInspection inspection = this.bench.surroundings.inspection();
		inspection.letWrite(this.jar.getParent(), "NT AUTHORITY\\Authenticated Users");
		inspection.letWrite(this.jar, "NT AUTHORITY\\Authenticated Users", "SERVER1\\joe");
		inspection.letWrite(this.bench.home.data(), "BUILTIN\\Users");
		Screen.of(this.bench, format).shows(Verb.DOCTOR, ExitStatus.FAILED, "doctor-loose");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsNotInstalledThenItSaysWhatAnInstallWouldMeet(String format) {
		Screen.of(this.bench, format).shows(Verb.DOCTOR, ExitStatus.DONE, "doctor-not-installed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenAnotherProgramInstalledTheServiceThenItIsAFailure(String format) {
		this.bench.scm.register("orders");
		Screen.of(this.bench, format).shows(Verb.DOCTOR, ExitStatus.FAILED, "doctor-foreign");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheOperatorIsNotElevatedThenItSaysWhatWasNotChecked(String format) throws IOException {
		install();
		this.bench.scm.setElevated(false);
		this.bench.surroundings.inspection().hide(this.bench.home.logs());
		this.bench.surroundings.inspection().hide(this.bench.home.data());
		this.bench.surroundings.hideLogs();
		Screen.of(this.bench, format).shows(Verb.DOCTOR, ExitStatus.DONE, "doctor-not-elevated");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenWindowsDoesNotKnowASettingThenItIsNotChecked(String format) throws IOException {
		this.bench.scm.behaveLikeWine();
		install();
		Screen.of(this.bench, format).shows(Verb.DOCTOR, ExitStatus.DONE, "doctor-unsupported");
	}

	@Test
	void whenTheScmIsOutOfReachThenTheRestIsCheckedAllTheSame() {
		this.bench.outOfReach = true;
		assertThat(this.bench.run(Verb.DOCTOR)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).contains("?     registration: not checked: OpenSCManager failed")
			.contains("OK    disk space: ");
	}

	@Test
	void whenTextIsPrintedThenItFitsAConsole() throws IOException {
		install();
		this.bench.run(Verb.DOCTOR);
		assertThat(this.bench.printed().lines()).filteredOn((line) -> !line.contains("<dir>"))
			.allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(80));
	}

	private void install() throws IOException {
		this.bench.run(Verb.INSTALL);
		log("2026-01-01T00:00:01.000Z  INFO 1000 --- [orders] [main] c.e.OrdersApplication : Started\n");
	}

	private void log(String content) throws IOException {
		Files.writeString(this.bench.home.logs().resolve("orders.log"), content);
	}

}
