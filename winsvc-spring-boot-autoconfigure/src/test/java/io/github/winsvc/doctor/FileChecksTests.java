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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import io.github.winsvc.access.SecurityPolicy;
import io.github.winsvc.access.ServiceFiles;
import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.RunningJvm;
import io.github.winsvc.scm.ServiceSetting.Account;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the checks of files and what is around them.
 */
class FileChecksTests {

	@AutoClose
	private Patient patient;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.patient = new Patient(directory);
	}

	@ParameterizedTest
	@CsvSource({ "amd64,OK", "x86_64,OK", "aarch64,WARN", "x86,WARN", "z80,FAIL" })
	void whenJnaHasNoLibraryForTheMachineThenThatIsAFailure(String architecture, Status status) throws IOException {
		this.patient.surroundings.setPlatform(new Platform("Windows 11 10.0", architecture, "21"));
		assertThat(this.patient.examine(new MachineCheck()).status()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "17,OK", "17.0.15,OK", "25-ea,OK", "16.0.2,FAIL", "1.8.0_301,FAIL", "11.0.1,FAIL",
			"unknown,NOT_CHECKED" })
	void whenTheJavaIsTooOldThenThatIsAFailure(String version, Status status) throws IOException {
		SampleFiles.java(this.patient.java.getParent(), version);
		assertThat(this.patient.examine(new JavaCheck()).status()).isEqualTo(status);
	}

	@Test
	void whenTheJavaIsInADirectoryBinThenItsHomeIsAbove() {
		Path home = this.patient.directory.resolve("jdk-21");
		assertThat(ServiceFiles.javaHome(home.resolve("bin").resolve("java.exe"))).isEqualTo(home);
		assertThat(ServiceFiles.javaHome(home.resolve("java.exe"))).isEqualTo(home);
	}

	@Test
	void whenTheJavaIsGoneThenItSaysHowToGetAnother() throws IOException {
		Files.delete(this.patient.java);
		Diagnosis diagnosis = this.patient.examine(new JavaCheck());
		assertThat(diagnosis.status()).isEqualTo(Status.FAIL);
		assertThat(diagnosis.detail()).isEqualTo(this.patient.java + " does not exist");
		assertThat(diagnosis.remedy()).contains("--winsvc.install");
	}

	@Test
	void whenTheCommandRunsOnAnotherJavaThenItSaysSo() throws IOException {
		Application here = this.patient.application;
		this.patient.application = new Application(here.archive(),
				new RunningJvm(Path.of("other", "java.exe"), List.of()), here.configured(), 8080, here.healthUrl(),
				here.home(), SecurityPolicy.DEFAULT);
		assertThat(this.patient.examine(new JavaCheck()).detail()).contains("this command runs on another one");
	}

	@Test
	void whenTheJarIsGoneThenThatIsAFailure() throws IOException {
		Files.delete(this.patient.jar);
		assertThat(this.patient.examine(new JarCheck()).detail()).isEqualTo(this.patient.jar + " does not exist");
	}

	@ParameterizedTest
	@CsvSource({ "Main,,BOOT-INF/lib/winsvc-spring-boot-autoconfigure-1.jar,OK", "Main,,io/github/winsvc/X.class,OK",
			"Main,lib/winsvc-spring-boot-autoconfigure-1.jar,a,OK", "Main,,BOOT-INF/lib/other.jar,FAIL",
			",,BOOT-INF/lib/winsvc-spring-boot-autoconfigure-1.jar,FAIL" })
	void whenTheJarDoesNotHoldWinsvcThenThatIsAFailure(String mainClass, String classPath, String entry, Status status)
			throws IOException {
		SampleFiles.jar(this.patient.jar, mainClass, classPath, entry);
		assertThat(this.patient.examine(new JarCheck()).status()).isEqualTo(status);
	}

	@Test
	void whenTheJarIsDamagedThenThatIsAFailure() throws IOException {
		Files.writeString(this.patient.jar, "no jar");
		assertThat(this.patient.examine(new JarCheck()).detail()).contains("is damaged");
	}

	@ParameterizedTest
	@CsvSource({ "-60,WARN", "60,OK" })
	void whenTheJarIsNewerThanTheProcessThenARestartIsAdvised(long seconds, Status status) throws IOException {
		Instant modified = Files.getLastModifiedTime(this.patient.jar).toInstant();
		this.patient.surroundings.setProcessBegin(modified.plusSeconds(seconds));
		assertThat(this.patient.examine(new JarCheck()).status()).isEqualTo(status);
	}

	@Test
	void whenThereIsNoJarToInstallThenItSaysHowToBuildOne() throws IOException {
		Application here = this.patient.application;
		this.patient.uninstall();
		this.patient.application = new Application(null, here.jvm(), here.configured(), 8080, here.healthUrl(),
				here.home(), SecurityPolicy.DEFAULT);
		assertThat(this.patient.examine(new JarCheck()).remedy()).startsWith("Build the jar");
	}

	@Test
	void whenTheNativeLibraryIsNotThatOfTheJarThenThatIsAFailure() throws IOException {
		Path library = this.patient.nativeLibrary.resolve("jnidispatch.dll");
		assertThat(this.patient.examine(new NativeLibraryCheck()).status()).isEqualTo(Status.OK);
		Files.writeString(library, "another");
		assertThat(this.patient.examine(new NativeLibraryCheck()).detail()).contains("not that of the jar");
		Files.delete(library);
		assertThat(this.patient.examine(new NativeLibraryCheck()).detail()).startsWith("there is no jnidispatch.dll");
	}

	@Test
	void whenTheCommandRunsAnotherJarThenTheNativeLibraryIsNotChecked() throws IOException {
		Application here = this.patient.application;
		this.patient.application = new Application(new ApplicationArchive(Path.of("other.jar")), here.jvm(),
				here.configured(), 8080, here.healthUrl(), here.home(), SecurityPolicy.DEFAULT);
		assertThat(this.patient.examine(new NativeLibraryCheck()).status()).isEqualTo(Status.NOT_CHECKED);
	}

	@Test
	void whenTheImagePathNamesNoNativeLibraryThenThatIsAWarning() throws IOException {
		this.patient.imagePath((line) -> line.replace("-Djna.boot.library.path=", "-Dother="));
		assertThat(this.patient.examine(new NativeLibraryCheck()).status()).isEqualTo(Status.WARN);
	}

	@Test
	void whenADirectoryIsMissingThenItIsNamed() throws IOException {
		assertThat(this.patient.examine(new DirectoriesCheck()).status()).isEqualTo(Status.OK);
		Files.delete(this.patient.home.data());
		Diagnosis diagnosis = this.patient.examine(new DirectoriesCheck());
		assertThat(diagnosis.status()).isEqualTo(Status.FAIL);
		assertThat(diagnosis.detail()).isEqualTo(this.patient.home.data() + " does not exist");
	}

	@Test
	void whenOnlyAdministratorsMayWriteThenAccessIsOk() throws IOException {
		assertThat(this.patient.examine(AccessCheck.ofJar()).status()).isEqualTo(Status.OK);
		assertThat(this.patient.examine(AccessCheck.ofJava()).status()).isEqualTo(Status.OK);
		assertThat(this.patient.examine(AccessCheck.ofHome()).status()).isEqualTo(Status.OK);
		assertThat(this.patient.examine(AccessCheck.ofLogs()).status()).isEqualTo(Status.OK);
	}

	@Test
	void whenOthersMayWriteThenTheCommandThatMendsItIsNamed() throws IOException {
		Path directory = this.patient.jar.getParent();
		this.patient.surroundings.inspection().letWrite(directory, "BUILTIN\\Users", "S-1-5-21-1-2-3-1001");
		Diagnosis diagnosis = this.patient.examine(AccessCheck.ofJar());
		assertThat(diagnosis.status()).isEqualTo(Status.FAIL);
		assertThat(diagnosis.detail()).isEqualTo(directory + " can be written by BUILTIN\\Users, S-1-5-21-1-2-3-1001");
		assertThat(diagnosis.remedy()).contains("icacls \"" + directory + "\" /grant:r \"BUILTIN\\Users:(OI)(CI)(RX)\"")
			.contains("\"*S-1-5-21-1-2-3-1001:(OI)(CI)(RX)\"");
	}

	@Test
	void whenOthersMayWriteToTheLogsThenThatIsAWarning() throws IOException {
		this.patient.surroundings.inspection().letWrite(this.patient.home.logs(), "BUILTIN\\Users");
		assertThat(this.patient.examine(AccessCheck.ofLogs()).status()).isEqualTo(Status.WARN);
	}

	@Test
	void whenTheAccountOfTheServiceMayWriteToItsLogsThenThatIsOk() throws IOException {
		this.patient.set(new Account(".\\joe"));
		this.patient.surroundings.inspection().letWrite(this.patient.home.logs(), "SERVER1\\joe");
		this.patient.surroundings.inspection().letWrite(this.patient.jar, "SERVER1\\joe");
		assertThat(this.patient.examine(AccessCheck.ofLogs()).status()).isEqualTo(Status.OK);
		assertThat(this.patient.examine(AccessCheck.ofJar()).status()).isEqualTo(Status.FAIL);
	}

	@Test
	void whenTheCallerMayNotSeeWhoMayWriteThenThatIsNotChecked() throws IOException {
		this.patient.surroundings.inspection().hide(this.patient.home.logs());
		Diagnosis diagnosis = this.patient.examine(AccessCheck.ofLogs());
		assertThat(diagnosis.status()).isEqualTo(Status.NOT_CHECKED);
		assertThat(diagnosis.remedy()).contains("elevated");
	}

	@Test
	void whenSomethingIsHiddenAndSomethingElseLooseThenBothAreSaid() throws IOException {
		this.patient.surroundings.inspection().hide(this.patient.home.logs());
		this.patient.surroundings.inspection().letWrite(this.patient.home.data(), "Everyone");
		Diagnosis diagnosis = this.patient.examine(AccessCheck.ofLogs());
		assertThat(diagnosis.status()).isEqualTo(Status.WARN);
		assertThat(diagnosis.detail()).contains("Everyone").contains("not checked: access denied to");
	}

	@Test
	void whenTheFileSystemKeepsNoListsThenAccessIsNotChecked() {
		this.patient.surroundings.inspection().keepNoListsBelow(this.patient.directory);
		assertThatExceptionOfType(NotCheckedException.class).isThrownBy(() -> this.patient.examine(AccessCheck.ofJar()))
			.withMessageContaining("keeps no access control lists");
	}

	@ParameterizedTest
	@CsvSource({ "99,FAIL", "100,WARN", "1023,WARN", "1024,OK" })
	void whenThereIsLittleRoomThenThatIsSaid(long megabytes, Status status) throws IOException {
		this.patient.surroundings.setUsableSpace(megabytes << 20);
		assertThat(this.patient.examine(new DiskSpaceCheck()).status()).isEqualTo(status);
	}

}
