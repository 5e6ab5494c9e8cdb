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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.winsvc.access.SecurityPolicy;
import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.ConfiguredLaunch;
import io.github.winsvc.launch.LayoutKind;
import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.Dependencies;
import io.github.winsvc.scm.ServiceSetting.EventSource;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.ServiceSetting.Recovery;
import io.github.winsvc.scm.ServiceSetting.RecoveryOnFailureExit;
import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.StartType;
import io.github.winsvc.test.scm.FakeAccounts;
import io.github.winsvc.test.scm.FakeService.OpenHandle;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the checks of what the SCM tells.
 */
class RegistrationChecksTests {

	@AutoClose
	private Patient patient;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.patient = new Patient(directory);
	}

	@Test
	void whenTheServiceIsOursThenTheRegistrationIsOk() throws IOException {
		assertThat(this.patient.examine(new RegistrationCheck())).isEqualTo(Diagnosis.ok("installed by winsvc"));
	}

	@Test
	void whenTheServiceIsOfAnotherProgramThenThatIsAFailure() throws IOException {
		this.patient.set(new ImagePath("C:\\nssm.exe"));
		assertThat(this.patient.examine(new RegistrationCheck()).status()).isEqualTo(Status.FAIL);
	}

	@Test
	void whenTheServiceRunsAJarInAnotherDirectoryThenThatIsAWarning() throws IOException {
		Application here = this.patient.application;
		this.patient.application = new Application(
				new ApplicationArchive(this.patient.directory.resolve("copy").resolve("orders.jar")), here.jvm(),
				here.configured(), 8080, here.healthUrl(), here.home(), SecurityPolicy.DEFAULT);
		Diagnosis diagnosis = this.patient.examine(new RegistrationCheck());
		assertThat(diagnosis.status()).isEqualTo(Status.WARN);
		assertThat(diagnosis.detail()).contains(this.patient.jar.getParent().toString());
	}

	@Test
	void whenTheServiceRunsAnotherJarOfTheDirectoryThenThatIsAWarning() throws IOException {
		Application here = this.patient.application;
		this.patient.application = new Application(
				new ApplicationArchive(this.patient.jar.resolveSibling("orders-2.jar")), here.jvm(), here.configured(),
				8080, here.healthUrl(), here.home(), SecurityPolicy.DEFAULT);
		Diagnosis diagnosis = this.patient.examine(new RegistrationCheck());
		assertThat(diagnosis.status()).isEqualTo(Status.WARN);
		assertThat(diagnosis.detail()).endsWith("another jar: " + this.patient.jar);
		assertThat(diagnosis.remedy()).contains("--winsvc.update");
	}

	@Test
	void whenConfiguredPartsAreMissingInTheImagePathThenEachIsAWarning() throws IOException {
		Application here = this.patient.application;
		this.patient.imagePath((line) -> line.replace(" -jar", " -Xmx300m -jar") + " --shop=north");
		this.patient.application = new Application(here.archive(), here.jvm(),
				new ConfiguredLaunch(List.of("-Xmx300m", "-Xss2m"),
						List.of("--shop=north", "--lang=de", "--db.password=swordfish"), LayoutKind.IN_PLACE, true),
				8080, here.healthUrl(), here.home(), SecurityPolicy.DEFAULT);
		Diagnosis diagnosis = this.patient.examine(new RegistrationCheck());
		assertThat(diagnosis.status()).isEqualTo(Status.WARN);
		assertThat(diagnosis.detail()).isEqualTo("""
				the configured JVM option '-Xss2m' is missing in the image path
				the configured argument '--lang=de' is missing in the image path
				the configured argument 'db.password' is missing in the image path""");
		assertThat(diagnosis.remedy()).hasLineCount(1);
	}

	@Test
	void whenTheImagePathHasMoreThanWhatIsConfiguredThenItIsOk() throws IOException {
		this.patient.imagePath((line) -> line.replace(" -jar", " -Xmx300m -jar") + " --shop=north");
		assertThat(this.patient.examine(new RegistrationCheck()).status()).isEqualTo(Status.OK);
	}

	@Test
	void whenTheServiceIsNotInstalledThenThatIsAWarning() throws IOException {
		this.patient.uninstall();
		assertThat(this.patient.examine(new RegistrationCheck()).status()).isEqualTo(Status.WARN);
	}

	@Test
	void whenTheServiceIsMarkedForDeletionThenThatIsAFailure() throws IOException {
		this.patient.scm.register("orders");
		assertThat(this.patient.examine(new DeletionCheck()).status()).isEqualTo(Status.OK);
		OpenHandle handle = this.patient.scm.service("orders").hold();
		this.patient.scm.openManager().delete(Patient.NAME);
		assertThat(this.patient.examine(new DeletionCheck()).status()).isEqualTo(Status.FAIL);
		handle.close();
	}

	@ParameterizedTest
	@CsvSource({ "AUTO,OK", "MANUAL,OK", "DISABLED,FAIL" })
	void whenTheServiceIsDisabledThenThatIsAFailure(StartType type, Status status) throws IOException {
		this.patient.set(new Start(type));
		assertThat(this.patient.examine(new StartTypeCheck()).status()).isEqualTo(status);
	}

	@Test
	void whenEveryNeededServiceCanBeStartedThenTheyAreNamed() throws IOException {
		this.patient.need("Tcpip", Optional.of(StartType.AUTO));
		this.patient.need("Spooler", Optional.of(StartType.MANUAL));
		assertThat(this.patient.examine(new DependencyCheck())).isEqualTo(Diagnosis.ok("Tcpip, Spooler"));
	}

	@Test
	void whenNeededServiceIsMissingOrDisabledThenThatIsAFailure() throws IOException {
		this.patient.need("Missing", Optional.empty());
		this.patient.need("Spooler", Optional.of(StartType.DISABLED));
		Diagnosis diagnosis = this.patient.examine(new DependencyCheck());
		assertThat(diagnosis.status()).isEqualTo(Status.FAIL);
		assertThat(diagnosis.detail()).contains("'Missing' does not exist", "'Spooler' is disabled");
		assertThat(diagnosis.remedy()).contains("winsvc.dependencies", "sc.exe config \"Spooler\" start= demand");
	}

	@Test
	void whenScmTellsOfNeededServicesThenEachIsLookedUpButGroups() {
		this.patient.scm.register("spooler", new Start(StartType.DISABLED));
		this.patient.scm.register("orders", new Dependencies(List.of("Spooler", "+Group", "Missing")));
		try (ServiceManager manager = this.patient.scm.openManager()) {
			assertThat(Registered.read(manager, Patient.NAME).needed()).containsExactly(
					Map.entry("Spooler", Optional.of(StartType.DISABLED)), Map.entry("Missing", Optional.empty()));
		}
	}

	@ParameterizedTest
	@CsvSource({ "NT SERVICE\\ORDERS,OK,no password", "NT SERVICE\\billing,WARN,another service",
			"LocalSystem,WARN,anything", "'',WARN,anything", "NT AUTHORITY\\LocalService,OK,built into Windows",
			"NT AUTHORITY\\NETWORK SERVICE,OK,built into Windows", "SHOP\\orders$,OK,managed",
			"SHOP\\billing$,WARN,has not the right", ".\\joe,OK,password was not checked",
			"joe@shop.example,FAIL,does not exist", ".\\eve,WARN,has not the right", ".\\nobody,FAIL,does not exist" })
	void whenTheAccountIsOfAKindThenItSaysWhatThatMeans(String account, Status status, String text) throws IOException {
		FakeAccounts accounts = this.patient.scm.accounts();
		accounts.add("MACHINE\\joe", "secret").add("MACHINE\\eve", "secret");
		accounts.addManaged("SHOP\\orders$").addManaged("SHOP\\billing$");
		accounts.grantLogOnAsService(new Account(".\\joe"));
		accounts.grantLogOnAsService(new Account("SHOP\\orders$"));
		this.patient.set(new Account(account));
		Diagnosis diagnosis = this.patient.examine(new AccountCheck());
		assertThat(diagnosis.status()).isEqualTo(status);
		assertThat(diagnosis.detail()).contains(text);
	}

	@Test
	void whenTheRightOfTheAccountIsHiddenThenThatIsNotChecked() throws IOException {
		this.patient.scm.accounts().add("MACHINE\\joe", "secret");
		this.patient.scm.setElevated(false);
		this.patient.set(new Account(".\\joe"));
		Diagnosis diagnosis = this.patient.examine(new AccountCheck());
		assertThat(diagnosis.status()).isEqualTo(Status.NOT_CHECKED);
		assertThat(diagnosis.detail()).contains(".\\joe, a user");
		assertThat(diagnosis.remedy()).contains("elevated");
	}

	@Test
	void whenTheImagePathIsOursThenItIsOk() throws IOException {
		assertThat(this.patient.examine(new ImagePathCheck()).status()).isEqualTo(Status.OK);
	}

	@ParameterizedTest
	@CsvSource({ "C:\\Program Files\\nssm.exe,FAIL", "\"\"\"C:\\Program Files\\nssm.exe\"\"\",OK",
			"C:\\nssm.exe run \"C:\\a b\",OK", "C:\\Program Files\\nssm.EXE -x,FAIL" })
	void whenThePathOfTheProgramIsNotQuotedThenThatIsAFailure(String imagePath, Status status) throws IOException {
		this.patient.set(new ImagePath(imagePath.replace("\"\"\"", "\"")));
		assertThat(this.patient.examine(new ImagePathCheck()).status()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "' -Xrs',FAIL,-Xrs is missing", "' --enable-native-access=ALL-UNNAMED',WARN,enable-native-access",
			"' --add-opens=java.base/java.lang=ALL-UNNAMED',WARN,System.exit" })
	void whenAnOptionIsMissingThenItIsNamed(String option, Status status, String text) throws IOException {
		this.patient.imagePath((line) -> line.replace(option, ""));
		Diagnosis diagnosis = this.patient.examine(new ImagePathCheck());
		assertThat(diagnosis.status()).isEqualTo(status);
		assertThat(diagnosis.detail()).contains(text);
		assertThat(diagnosis.remedy()).contains("--winsvc.install");
	}

	@Test
	void whenTheImagePathHasASecretThenItIsNamedWithoutItsValue() throws IOException {
		this.patient.imagePath((line) -> line + " --spring.datasource.password=hunter2");
		Diagnosis diagnosis = this.patient.examine(new ImagePathCheck());
		assertThat(diagnosis.status()).isEqualTo(Status.FAIL);
		assertThat(diagnosis.toString()).contains("spring.datasource.password").doesNotContain("hunter2");
	}

	@Test
	void whenThereIsNoEventSourceThenThatIsAWarning() throws IOException {
		assertThat(this.patient.examine(new EventSourceCheck()).status()).isEqualTo(Status.OK);
		this.patient.set(new EventSource(false));
		assertThat(this.patient.examine(new EventSourceCheck()).status()).isEqualTo(Status.WARN);
	}

	@Test
	void whenWindowsDoesNotRestartTheServiceThenThatIsAWarning() throws IOException {
		assertThat(this.patient.examine(new RecoveryCheck()).status()).isEqualTo(Status.OK);
		this.patient.set(new RecoveryOnFailureExit(false));
		assertThat(this.patient.examine(new RecoveryCheck()).detail()).contains("after crashes alone");
		this.patient.set(new Recovery(List.of(), Duration.ZERO));
		assertThat(this.patient.examine(new RecoveryCheck()).detail()).startsWith("none");
	}

	@Test
	void whenWindowsDoesNotKnowASettingThenItIsNotChecked() {
		this.patient.forget(RecoveryOnFailureExit.class);
		assertThatExceptionOfType(NotCheckedException.class).isThrownBy(() -> this.patient.examine(new RecoveryCheck()))
			.withMessage("this Windows does not know recovery on failure exit");
	}

}
