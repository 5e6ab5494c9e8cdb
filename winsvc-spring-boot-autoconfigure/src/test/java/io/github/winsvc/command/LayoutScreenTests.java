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
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.github.winsvc.launch.ArchiveDirectory;
import io.github.winsvc.launch.ConfiguredLaunch;
import io.github.winsvc.launch.LayoutKind;
import io.github.winsvc.launch.RunRecord;
import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.scm.EndedRun;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what operators see of a service that runs a layout of its jar.
 */
class LayoutScreenTests {

	@TempDir
	private Path directory;

	@AutoClose
	private Workbench bench;

	private Path jar;

	@BeforeEach
	void prepare() throws IOException {
		this.bench = new Workbench(this.directory);
		this.bench.configured = new ConfiguredLaunch(List.of(), List.of(), LayoutKind.PREPARED, true);
		this.jar = this.directory.resolve("app").resolve("orders.jar");
		FakeExtractor.write(this.jar, "first");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenInstalledThenTheServiceRunsALayout(String format) throws IOException {
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.DONE, "install-layout");
		Path running = running();
		assertThat(running).isRegularFile()
			.hasFileName("orders.jar")
			.startsWith(this.bench.home.applications())
			.hasSameBinaryContentAs(this.jar);
		assertThat(commandLine().source()).isEqualTo(this.jar.toString());
		assertThat(commandLine().options()).contains("-Duser.dir=" + this.jar.getParent());
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenPlannedThenTheLayoutIsShownAndNotWritten(String format) {
		Screen.of(this.bench, format).shows(Verb.PLAN, ExitStatus.DONE, "plan-layout");
		assertThat(this.bench.home.applications()).doesNotExist();
	}

	@Test
	void whenInstalledAgainThenThereIsNothingToDo() {
		this.bench.run(Verb.INSTALL);
		this.bench.run(Verb.INSTALL);
		assertThat(this.bench.printed()).contains("Nothing to do");
		assertThat(this.bench.extractor.extracted).isEqualTo(1);
	}

	@Test
	void whenTheLayoutIsGoneThenUpdateMendsIt() throws IOException {
		this.bench.run(Verb.INSTALL);
		Files.delete(running());
		this.bench.run(Verb.STATUS);
		assertThat(this.bench.printed()).contains("incomplete: mend it with --winsvc.update");
		this.bench.run(Verb.UPDATE);
		assertThat(this.bench.printed()).contains("+ layout: ");
		assertThat(running()).exists();
	}

	@Test
	void whenTheJarIsReplacedThenStatusSaysSoAndUpdateBringsItIn() throws IOException {
		this.bench.run(Verb.INSTALL);
		Path first = running();
		FakeExtractor.write(this.jar, "second");
		this.bench.run(Verb.STATUS);
		assertThat(this.bench.printed()).containsPattern("Jar now +changed .*: --winsvc.update brings it in")
			.doesNotContain("differs");
		this.bench.run(Verb.DOCTOR);
		assertThat(this.bench.printed()).contains("orders.jar has changed since it");
		begin(first);
		this.bench.run(Verb.UPDATE);
		assertThat(this.bench.printed()).contains("+ layout: ", "This takes effect when the service starts");
		assertThat(running()).exists().isNotEqualTo(first);
		this.bench.run(Verb.STATUS);
		assertThat(this.bench.printed()).doesNotContain("Jar now")
			.containsPattern("Running +" + id(first) + ", an older layout: --winsvc.restart");
	}

	@Test
	void whenTheOptionsOfTheJvmAreMissingThenTheDoctorSaysSoAndUpdateMendsIt() throws IOException {
		this.bench.run(Verb.INSTALL);
		Path options = Path.of(commandLine().options().get(0).substring(1));
		assertThat(options).isNotEmptyFile();
		Files.delete(options);
		this.bench.run(Verb.DOCTOR);
		assertThat(this.bench.printed()).contains("is missing, and Java does not start without it");
		this.bench.run(Verb.UPDATE);
		assertThat(options).isNotEmptyFile();
	}

	@Test
	void whenNoArchiveIsWantedThenTheServiceHasNoFurtherOptions() {
		this.bench.configured = new ConfiguredLaunch(List.of(), List.of(), LayoutKind.PREPARED, false);
		this.bench.run(Verb.INSTALL);
		assertThat(commandLine().options()).noneMatch((option) -> option.startsWith("@"));
		assertThat(this.bench.home.archives()).doesNotExist();
	}

	@Test
	void whenTheJarIsMissingThenStatusSaysSo() throws IOException {
		this.bench.run(Verb.INSTALL);
		Files.delete(this.jar);
		this.bench.run(Verb.STATUS);
		assertThat(this.bench.printed()).containsPattern("Jar now +missing; the service goes on with its layout");
	}

	@Test
	void whenARunningServiceUsesTheFormerLayoutThenItIsKeptUntilTheRestart() throws IOException {
		this.bench.run(Verb.INSTALL);
		Path first = running();
		begin(first);
		FakeExtractor.write(this.jar, "second");
		this.bench.run(Verb.UPDATE);
		assertThat(first).exists();
		Files.delete(this.bench.home.lastRun());
		FakeExtractor.write(this.jar, "third");
		this.bench.run(Verb.UPDATE);
		assertThat(layouts()).as("nobody knows what runs").hasSize(3);
		begin(running());
		this.bench.run(Verb.RESTART);
		assertThat(layouts()).containsExactly(running().getParent());
	}

	@Test
	void whenTheServiceIsStoppedThenUpdateRemovesTheFormerLayoutAndItsArchive() throws IOException {
		this.bench.run(Verb.INSTALL);
		Path archive = Files.createDirectories(this.bench.home.archives().resolve(id(running())).resolve("any"));
		this.bench.run(Verb.STOP);
		Files.createDirectory(this.bench.home.applications().resolve("0123456789ab.new"));
		FakeExtractor.write(this.jar, "second");
		this.bench.run(Verb.UPDATE);
		assertThat(layouts()).containsExactly(running().getParent());
		assertThat(archive).doesNotExist();
	}

	@Test
	void whenTheJarCannotBeExtractedThenNothingIsInstalled() throws IOException {
		this.bench.extractor.failure = new IOException("Its extraction ended with exit code 1.");
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.printed()).contains("Its extraction ended with exit code 1.", "winsvc.layout=in-place");
		assertThat(this.bench.isRegistered()).isFalse();
		this.bench.extractor.failure = null;
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.DONE);
		assertThat(layouts()).containsExactly(running().getParent());
	}

	@Test
	void whenTheJarCannotBeExtractedThenAnInstalledServiceStaysAsItIs() throws IOException {
		this.bench.run(Verb.INSTALL);
		ServiceCommandLine before = commandLine();
		FakeExtractor.write(this.jar, "second");
		this.bench.extractor.failure = new IOException("Its extraction ended with exit code 1.");
		assertThat(this.bench.run(Verb.UPDATE)).isEqualTo(ExitStatus.FAILED);
		assertThat(commandLine()).isEqualTo(before);
		assertThat(running()).exists();
	}

	@Test
	void whenTheJarShallBeUsedInPlaceThenUpdateChangesBackAndRemovesTheLayout() throws IOException {
		this.bench.run(Verb.INSTALL);
		this.bench.run(Verb.STOP);
		this.bench.configured = new ConfiguredLaunch(List.of(), List.of(), LayoutKind.IN_PLACE, true);
		this.bench.run(Verb.UPDATE);
		assertThat(running()).isEqualTo(this.jar);
		assertThat(layouts()).isEmpty();
		assertThat(archives()).containsExactly("in-place");
		assertThat(commandLine().options()).contains(ArchiveDirectory.inPlace(this.bench.home).argument());
	}

	@Test
	void whenTheJarWasUsedInPlaceThenUpdateLaysItOutAndRemovesTheFormerArchive() throws IOException {
		this.bench.configured = new ConfiguredLaunch(List.of(), List.of(), LayoutKind.IN_PLACE, true);
		this.bench.run(Verb.INSTALL);
		this.bench.run(Verb.STOP);
		this.bench.configured = new ConfiguredLaunch(List.of(), List.of(), LayoutKind.PREPARED, true);
		this.bench.run(Verb.UPDATE);
		assertThat(archives()).isEqualTo(layouts().stream().map((path) -> path.getFileName().toString()).toList())
			.hasSize(1);
	}

	@Test
	void whenAServiceThatStillRunsInPlaceIsLaidOutThenItsArchiveIsKeptUntilTheRestart() throws IOException {
		this.bench.configured = new ConfiguredLaunch(List.of(), List.of(), LayoutKind.IN_PLACE, true);
		this.bench.run(Verb.INSTALL);
		begin(this.jar);
		this.bench.configured = new ConfiguredLaunch(List.of(), List.of(), LayoutKind.PREPARED, true);
		this.bench.run(Verb.UPDATE);
		assertThat(archives()).hasSize(2).contains("in-place");
	}

	@Test
	void whenUninstalledThenLayoutAndArchiveAreRemoved() throws IOException {
		this.bench.run(Verb.INSTALL);
		Files.createDirectories(this.bench.home.archives());
		this.bench.run(Verb.UNINSTALL);
		assertThat(this.bench.printed()).contains("- layouts of the application: ", "- archives: ");
		assertThat(this.bench.home.applications()).doesNotExist();
		assertThat(this.bench.home.archives()).doesNotExist();
		assertThat(this.bench.home.data()).exists();
	}

	private Path running() {
		return Path.of(commandLine().jar());
	}

	private ServiceCommandLine commandLine() {
		return ServiceCommandLine.read(this.bench.registration().settings().get(ImagePath.class).value()).orElseThrow();
	}

	private List<String> archives() throws IOException {
		try (Stream<Path> archives = Files.list(this.bench.home.archives())) {
			return archives.map((path) -> path.getFileName().toString()).toList();
		}
	}

	private List<Path> layouts() throws IOException {
		try (Stream<Path> layouts = Files.list(this.bench.home.applications())) {
			return layouts.toList();
		}
	}

	/**
	 * Leave word as a process does that runs a jar.
	 */
	private void begin(Path jar) throws IOException {
		new RunRecord(new EndedRun(Instant.now(), null, null, null), null, 1, List.of(), jar)
			.write(this.bench.home.lastRun());
	}

	private static String id(Path jar) {
		return jar.getParent().getFileName().toString();
	}

}
