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

import io.github.winsvc.access.SecurityPolicy;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.DisplayName;
import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.ServiceSettings;
import io.github.winsvc.scm.StartType;
import io.github.winsvc.test.scm.FakeInspection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is refused because others, or the service, would have more rights than they need,
 * as text and as JSON.
 */
class SecurityScreenTests {

	private static final SecurityPolicy ALLOWED = new SecurityPolicy(true, true);

	private static final SecurityPolicy NO_LOCAL_SYSTEM = new SecurityPolicy(false, false);

	@AutoClose
	private Workbench bench;

	private FakeInspection inspection;

	private Path jar;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
		this.inspection = this.bench.surroundings.inspection();
		this.jar = directory.resolve("app").resolve("orders.jar");
		Files.createDirectories(this.jar.getParent());
	}

	private void letOthersWrite() {
		this.inspection.letWrite(this.jar.getParent().getParent(), "SERVER1\\joe");
		this.inspection.letWrite(this.jar.getParent(), "NT AUTHORITY\\Authenticated Users");
		this.inspection.letWrite(this.jar, "NT AUTHORITY\\Authenticated Users", "S-1-5-21-1-2-3-1001");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenOthersMayWriteThenInstallIsRefusedWithTheRemedy(String format) {
		letOthersWrite();
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.USAGE, "install-loose");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenItIsAllowedExplicitlyThenInstallWarns(String format) {
		letOthersWrite();
		this.bench.security = ALLOWED;
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.DONE, "install-loose-allowed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheFileSystemKeepsNoListsThenInstallIsRefused(String format) {
		this.bench.surroundings.inspection().keepNoListsBelow(this.jar.getParent());
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.USAGE, "install-no-lists");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenWhoMayWriteIsHiddenThenInstallSaysHowToSeeIt(String format) {
		this.inspection.hide(this.jar.getParent());
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.ACCESS_DENIED, "install-hidden");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenLocalSystemIsNotAllowedThenInstallIsRefused(String format) {
		beLocalSystem();
		this.bench.security = NO_LOCAL_SYSTEM;
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.USAGE, "install-local-system");
	}

	@Test
	void whenLocalSystemIsAllowedThenItIsInstalled() {
		beLocalSystem();
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.DONE);
	}

	@Test
	void whenLocalSystemIsNoLongerAllowedThenTheDoctorSaysSo() {
		beLocalSystem();
		this.bench.run(Verb.INSTALL);
		this.bench.security = NO_LOCAL_SYSTEM;
		this.bench.run(Verb.DOCTOR);
		assertThat(this.bench.printed()).contains("FAIL  account: LocalSystem")
			.contains("winsvc.security.allow-local-system is false");
	}

	@ParameterizedTest
	@EnumSource(names = { "INSTALL", "UPDATE", "PLAN" })
	void whenOthersMayWriteThenNothingIsTouched(Verb verb) throws IOException {
		this.bench.run(Verb.INSTALL);
		this.bench.description = "Other";
		Files.delete(this.bench.home.data());
		letOthersWrite();
		assertThat(this.bench.run(verb)).isEqualTo(ExitStatus.USAGE);
		assertThat(this.bench.home.data()).doesNotExist();
		this.bench.security = ALLOWED;
		assertThat(this.bench.run(verb)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).startsWith("Warning: ").contains("SERVER1\\joe");
	}

	@Test
	void whenOthersMayWriteThenADryRunShowsTheRefusal() {
		letOthersWrite();
		this.bench.dryRun = true;
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.USAGE);
		assertThat(this.bench.printed()).contains("--winsvc.security.allow-writable-files");
	}

	@Test
	void whenOthersMayOnlyOperateThenTheyAreNotRefused() {
		this.bench.run(Verb.INSTALL);
		letOthersWrite();
		for (Verb verb : List.of(Verb.STOP, Verb.START, Verb.STATUS, Verb.EXPORT, Verb.UNINSTALL)) {
			assertThat(this.bench.run(verb)).isEqualTo(ExitStatus.DONE);
		}
	}

	@Test
	void whenOthersMayWriteToOneOfTheFilesThenThatIsRefused() throws IOException {
		Path java = this.bench.directory().resolve("jdk").resolve("java.exe");
		Path library = this.bench.home.nativeLibraries();
		for (Path path : List.of(java, java.getParent(), java.resolveSibling("lib").resolve("modules"),
				this.jar.resolveSibling("winsvc.yml"), this.bench.home.directory(), library)) {
			this.inspection.letWrite(path, "Everyone");
			assertThat(this.bench.run(Verb.INSTALL)).as(path.toString()).isEqualTo(ExitStatus.USAGE);
			this.inspection.letWrite(path);
		}
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.DONE);
	}

	@Test
	void whenOthersMayWriteToLogsInTheUsualPlaceThenInstallMendsThat() {
		this.bench.run(Verb.INSTALL);
		this.inspection.letWrite(this.bench.home.logs(), "Everyone");
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.DONE);
	}

	@Test
	void whenWritableFilesAreAllowedThenTheyAreAWarningOfTheDoctor() {
		letOthersWrite();
		this.bench.security = ALLOWED;
		this.bench.run(Verb.INSTALL);
		this.bench.run(Verb.DOCTOR);
		assertThat(this.bench.printed()).contains("WARN  access to the jar").doesNotContain("FAIL  access to");
	}

	private void beLocalSystem() {
		this.bench.wanted = ServiceSettings.of(new DisplayName("Orders"), new Start(StartType.AUTO),
				new Account("LocalSystem"));
	}

}
