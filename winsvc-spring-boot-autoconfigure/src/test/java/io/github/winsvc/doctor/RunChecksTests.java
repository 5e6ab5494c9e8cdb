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

package io.github.winsvc.doctor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.winsvc.access.SecurityPolicy;
import io.github.winsvc.host.HostFailure;
import io.github.winsvc.launch.StartFailure;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ServiceState;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the checks of how the service fares.
 */
class RunChecksTests {

	private final StateCheck state = new StateCheck((error) -> (error.code() == 1067) ? "Known remedy" : null);

	@AutoClose
	private Patient patient;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.patient = new Patient(directory);
	}

	@ParameterizedTest
	@EnumSource
	void whenTheServiceDoesNotRunThenItIsNoMoreThanAWarningUnlessItFailed(ServiceState now) throws IOException {
		this.patient.be(now);
		assertThat(this.patient.examine(this.state).status())
			.isEqualTo((now == ServiceState.RUNNING) ? Status.OK : Status.WARN);
	}

	@Test
	void whenTheServiceWasNeverStartedThenThatIsAWarning() throws IOException {
		this.patient.stop(new ExitCode.Win32(1077));
		assertThat(this.patient.examine(this.state).status()).isEqualTo(Status.WARN);
	}

	@Test
	void whenTheServiceFailedThenTheCodeIsExplained() throws IOException {
		this.patient.stop(new ExitCode.Win32(1067));
		Diagnosis diagnosis = this.patient.examine(this.state);
		assertThat(diagnosis)
			.isEqualTo(Diagnosis.fail("stopped, ended with 1067 ERROR_PROCESS_ABORTED", "Known remedy"));
	}

	@Test
	void whenNoRemedyIsKnownThenTheLogIsNamed() throws IOException {
		this.patient.stop(new ExitCode.Win32(4711));
		assertThat(this.patient.examine(this.state).remedy()).contains(this.patient.home.logs().toString());
	}

	@ParameterizedTest
	@EnumSource
	void whenTheHostEndedTheServiceThenItsCodeIsExplained(HostFailure failure) throws IOException {
		this.patient.stop(new ExitCode.ServiceSpecific(failure.exitCode()));
		assertThat(ServiceCode.of(failure.exitCode()))
			.hasValueSatisfying((code) -> assertThat(code.name()).isEqualTo(failure.name()));
		assertThat(this.patient.examine(this.state).detail()).contains("service code " + failure.exitCode() + "\n");
	}

	@Test
	void whenTheStartFailedThenItsExplanationIsShownWithoutSecrets() throws IOException {
		new StartFailure(1000, Instant.EPOCH, "Port 8080 was in use. Tried with db.password=hunter2", "Free the port.")
			.write(this.patient.home.startFailure());
		this.patient.stop(new ExitCode.ServiceSpecific(1));
		Diagnosis diagnosis = this.patient.examine(this.state);
		assertThat(diagnosis.detail()).contains("1970-01-01T00:00:00Z: Port 8080 was in use.")
			.contains("db.password=***");
		assertThat(diagnosis.remedy()).isEqualTo("Free the port.");
	}

	@Test
	void whenWindowsEndedTheServiceThenAnOldExplanationIsNotShown() throws IOException {
		new StartFailure(1000, Instant.EPOCH, "Old story", "").write(this.patient.home.startFailure());
		this.patient.stop(new ExitCode.Win32(1067));
		assertThat(this.patient.examine(this.state).detail()).doesNotContain("Old story");
	}

	@Test
	void whenTheExplanationIsDamagedThenThatIsSaid() throws IOException {
		Files.writeString(this.patient.home.startFailure(), "damaged");
		this.patient.stop(new ExitCode.ServiceSpecific(1));
		assertThat(this.patient.examine(this.state).detail()).contains("not checked why: cannot read");
	}

	@ParameterizedTest
	@CsvSource({ "200,OK", "204,OK", "503,WARN", "404,WARN", "401,WARN", "302,WARN" })
	void whenTheApplicationAnswersThenTheStatusIsShown(int code, Status status) throws IOException {
		this.patient.surroundings.answer(new HealthAnswer(code, "{\"status\" : \"OUT_OF_SERVICE\", \"x\":1}"));
		Diagnosis diagnosis = this.patient.examine(new ApplicationCheck());
		assertThat(diagnosis.status()).isEqualTo(status);
		assertThat(diagnosis.detail())
			.isEqualTo("http://localhost:8080/actuator/health answers " + code + ", status OUT_OF_SERVICE");
	}

	@Test
	void whenTheApplicationDoesNotAnswerThenThatIsAFailure() throws IOException {
		this.patient.surroundings.answer(null);
		assertThat(this.patient.examine(new ApplicationCheck()).status()).isEqualTo(Status.FAIL);
	}

	@Test
	void whenTheServiceIsStartingThenTheApplicationIsNotChecked() {
		this.patient.be(ServiceState.START_PENDING);
		assertThatExceptionOfType(NotCheckedException.class)
			.isThrownBy(() -> this.patient.examine(new ApplicationCheck()));
	}

	@Test
	void whenTheServiceIsStoppedThenItsPortMustBeFree() throws IOException {
		this.patient.stop(ExitCode.SUCCESS);
		assertThat(this.patient.examine(new ApplicationCheck()).status()).isEqualTo(Status.OK);
		this.patient.surroundings.occupy(8080, "Address already in use: bind");
		Diagnosis diagnosis = this.patient.examine(new ApplicationCheck());
		assertThat(diagnosis.status()).isEqualTo(Status.FAIL);
		assertThat(diagnosis.detail()).isEqualTo("port 8080 cannot be used: Address already in use: bind");
		assertThat(diagnosis.remedy()).contains("findstr :8080");
	}

	@ParameterizedTest
	@CsvSource({ "--server.port=8081,8080,8081,8081", "-Dserver.port=8081,8080,8081,8080",
			"--server.port=8081,8079,8081,8080", "--management.server.port=9,8080,8080,9", "--server.port=0,8080,,",
			"--server.port=x,8080,8080,8080", "--server.port=99999,8080,8080,8080" })
	void whenTheRegisteredCommandLineNamesAPortThenThatOneCounts(String argument, int here, Integer server,
			Integer health) {
		this.patient.imagePath((line) -> line + " " + argument);
		Application application = this.patient.application;
		Addresses addresses = Addresses.of(
				new Application(application.archive(), application.jvm(), application.configured(), here,
						application.healthUrl(), application.home(), SecurityPolicy.DEFAULT),
				this.patient.subject().registered().commandLine());
		boolean option = argument.startsWith("-D");
		assertThat(addresses.serverPort()).isEqualTo(option ? Integer.valueOf(8080) : server);
		URI url = addresses.healthUrl();
		assertThat((url != null) ? url.getPort() : null).isEqualTo(health);
	}

	@Test
	void whenTheLogIsQuietThenItIsOk() throws IOException {
		log("orders.log", "2026-01-01 INFO Started\n");
		assertThat(this.patient.examine(new LogCheck()).status()).isEqualTo(Status.OK);
	}

	@Test
	void whenThereIsNoLogThenThatIsNotChecked() throws IOException {
		assertThat(this.patient.examine(new LogCheck()).status()).isEqualTo(Status.NOT_CHECKED);
	}

	@Test
	void whenTheLogHasProblemsThenTheLastFiveAreShownWithoutSecrets() throws IOException {
		log("orders.log",
				IntStream.range(0, 10)
					.mapToObj((i) -> "2026-01-01 " + ((i % 2 == 0) ? "WARN" : "ERROR") + " number " + i
							+ " token: abc.def-ghi\n2026-01-01 INFO fine\n")
					.collect(Collectors.joining()));
		Diagnosis diagnosis = this.patient.examine(new LogCheck());
		assertThat(diagnosis.status()).isEqualTo(Status.WARN);
		assertThat(diagnosis.detail().lines()).hasSize(6).last().isEqualTo("2026-01-01 ERROR number 9 token: ***");
		assertThat(diagnosis.detail()).doesNotContain("number 4").doesNotContain("abc");
	}

	@Test
	void whenTheLogIsLongThenOnlyItsEndIsRead() throws IOException {
		log("orders.log", "ERROR at the beginning\n" + "\u20ac".repeat(40_000) + "\nWARN at the end\n");
		assertThat(this.patient.examine(new LogCheck()).detail()).contains("WARN at the end")
			.doesNotContain("at the beginning");
	}

	@Test
	void whenTheLogIsNoTextThenItIsReadAllTheSame() throws IOException {
		byte[] bytes = new byte[200_000];
		Arrays.fill(bytes, (byte) 0xC3);
		Files.write(this.patient.home.logs().resolve("orders.log"), bytes);
		assertThat(this.patient.examine(new LogCheck()).status()).isEqualTo(Status.OK);
	}

	@Test
	void whenThereAreSeveralLogsThenTheNewestIsRead() throws IOException {
		Path old = log("old.log", "ERROR of old\n");
		Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
		log("orders.log", "ERROR of now\n");
		assertThat(this.patient.examine(new LogCheck()).detail()).contains("of now").doesNotContain("of old");
	}

	@Test
	void whenTheJvmHasCrashedThenItsReportIsNamed() throws IOException {
		log("hs_err_pid1000.log", "# EXCEPTION_ACCESS_VIOLATION\n");
		Diagnosis diagnosis = this.patient.examine(new LogCheck());
		assertThat(diagnosis.status()).isEqualTo(Status.WARN);
		assertThat(diagnosis.detail()).contains("hs_err_pid1000.log");
	}

	private Path log(String name, String content) throws IOException {
		return Files.writeString(this.patient.home.logs().resolve(name), content);
	}

}
