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
import java.util.List;

import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.ConfiguredLaunch;
import io.github.winsvc.launch.LayoutKind;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.StartType;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code status} says of a registration that is not as it should be.
 */
class DriftScreenTests {

	@AutoClose
	private Workbench bench;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenSettingsWereChangedThenTheyAreNamed(String format) {
		this.bench.run(Verb.INSTALL);
		apply(new ServiceSetting.Start(StartType.DISABLED));
		apply(new ServiceSetting.RecoveryOnFailureExit(false));
		Screen.of(this.bench, format).shows(Verb.STATUS, ExitStatus.DONE, "status-drift");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheApplicationCouldNotBeInstalledThenTheStatusIsShownAllTheSame(String format) {
		this.bench.run(Verb.INSTALL);
		apply(new ImagePath(imagePath() + " --root=%TEMP%"));
		Screen.of(this.bench, format).shows(Verb.STATUS, ExitStatus.DONE, "status-drift-unknown");
	}

	@Test
	void whenTheStatusIsAskedForWithoutTheCommandLineOfInstallThenThatIsNoDrift() {
		this.bench.run(Verb.INSTALL);
		this.bench.jvmOptions = List.of();
		this.bench.arguments = List.of();
		this.bench.displayName = "orders";
		this.bench.description = "";
		assertThat(this.bench.run(Verb.STATUS)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).doesNotContain("differs");
	}

	@Test
	void whenTheJarIsAnotherVersionThenTheImagePathHasDrifted() {
		this.bench.run(Verb.INSTALL);
		this.bench.jvmOptions = List.of();
		this.bench.archive = new ApplicationArchive(this.bench.directory().resolve("app").resolve("orders-2.jar"));
		this.bench.run(Verb.STATUS);
		assertThat(this.bench.printed()).contains("~ image path:")
			.containsPattern("to .* -Xmx256m .*orders-2.jar --server");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenConfiguredPartsOfTheCommandLineAreMissingThenTheImagePathHasDrifted(String format) {
		this.bench.run(Verb.INSTALL);
		this.bench.configured = new ConfiguredLaunch(List.of("-Xss2m", "-Duser.dir=D:"), List.of("--shop=north"),
				LayoutKind.IN_PLACE, true);
		Screen.of(this.bench, format).shows(Verb.STATUS, ExitStatus.DONE, "status-drift-launch");
	}

	@Test
	void whenConfiguredPartsAreRegisteredAmongOthersThenThatIsNoDrift() {
		this.bench.configured = new ConfiguredLaunch(
				List.of("-Xss2m", "-Dshop=1", "-agentlib:jdwp=server=y", "-Duser.dir=D:"), List.of("--shop=north"),
				LayoutKind.IN_PLACE, true);
		this.bench.jvmOptions = List.of("-Xmx256m", "-Dshop=2");
		this.bench.run(Verb.INSTALL);
		this.bench.jvmOptions = List.of();
		this.bench.arguments = List.of();
		this.bench.run(Verb.STATUS);
		assertThat(this.bench.printed()).contains("-Xss2m", "--shop=north").doesNotContain("differs", "jdwp");
	}

	@Test
	void whenAConfiguredPartIsASecretThenItIsNotPrinted() {
		this.bench.run(Verb.INSTALL);
		this.bench.configured = new ConfiguredLaunch(List.of(), List.of("--db.password=swordfish"), LayoutKind.IN_PLACE,
				true);
		this.bench.run(Verb.STATUS);
		assertThat(this.bench.printed()).contains("cannot be compared", "'db.password' looks like a secret")
			.doesNotContain("swordfish");
	}

	@Test
	void whenAnOptionOfWinsvcIsMissingThenTheImagePathHasDrifted() {
		this.bench.run(Verb.INSTALL);
		apply(new ImagePath(imagePath().replace(" -Xrs", "")));
		this.bench.run(Verb.STATUS);
		assertThat(this.bench.printed()).contains("~ image path:");
	}

	@Test
	void whenUpdatedThenTheDriftIsGone() {
		this.bench.run(Verb.INSTALL);
		apply(new ServiceSetting.Start(StartType.MANUAL));
		this.bench.run(Verb.STATUS);
		assertThat(this.bench.printed()).contains("~ start type: \"manual\" -> \"auto\"");
		this.bench.run(Verb.UPDATE);
		this.bench.run(Verb.STATUS);
		assertThat(this.bench.printed()).doesNotContain("differs");
	}

	@Test
	void whenTheServiceRunsAJarInAnotherDirectoryThenItIsNotCompared() {
		this.bench.run(Verb.INSTALL);
		this.bench.archive = new ApplicationArchive(this.bench.directory().resolve("copy").resolve("orders.jar"));
		this.bench.json = true;
		assertThat(this.bench.run(Verb.STATUS)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).doesNotContain("drift");
	}

	private String imagePath() {
		return this.bench.registration().settings().get(ImagePath.class).value();
	}

	private void apply(ServiceSetting setting) {
		this.bench.scm.openManager().apply(Workbench.NAME, setting);
	}

}
