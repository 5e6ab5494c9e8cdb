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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.launch.StartFailure;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is printed of a service whose home and logs are where an operator chose.
 */
class HomeScreenTests {

	@AutoClose
	private Workbench bench;

	private ServiceHome usual;

	private ServiceHome chosen;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
		this.usual = this.bench.home;
		this.chosen = new ServiceHome(directory.resolve("services").resolve("orders"),
				directory.resolve("logs").resolve("orders"), this.usual.directory());
		this.bench.home = this.chosen;
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheHomeIsElsewhereThenItIsCreatedAndProtectedThere(String format) {
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.DONE, "install-home");
		assertThat(this.bench.scm.directories().isForAdministrators(this.chosen.directory().getParent())).isTrue();
		assertThat(this.bench.scm.directories().isForAdministrators(this.chosen.directory())).isTrue();
		assertThat(this.bench.scm.directories().isForAdministrators(this.chosen.nativeLibraries())).isTrue();
		assertThat(this.bench.scm.directories().isForAdministrators(this.chosen.logs().getParent())).isTrue();
		assertThat(this.bench.scm.directories().isForService(this.chosen.logs(), Workbench.NAME)).isTrue();
		assertThat(this.bench.scm.directories().isForService(this.chosen.data(), Workbench.NAME)).isTrue();
		assertThat(this.usual.directory()).doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheDirectoriesWereThereBeforeThenTheyAreLeftAsTheyAre(String format) throws IOException {
		Files.createDirectories(this.chosen.logs());
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.DONE, "install-home-existing");
		assertThat(this.bench.scm.directories().isForService(this.chosen.logs(), Workbench.NAME)).isFalse();
		assertThat(this.bench.scm.directories().isForService(this.chosen.data(), Workbench.NAME)).isTrue();
	}

	@Test
	void whenOthersMayWriteToLogsThatWereThereBeforeThenThatIsRefused() throws IOException {
		Files.createDirectories(this.chosen.logs());
		this.bench.surroundings.inspection().letWrite(this.chosen.logs(), "BUILTIN\\Users");
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.USAGE);
		assertThat(this.bench.isRegistered()).isFalse();
	}

	@Test
	void whenTheHomeIsALinkThenNothingIsInstalled() throws IOException {
		Files.createDirectories(this.chosen.directory().getParent());
		Files.createSymbolicLink(this.chosen.directory(), Files.createDirectory(this.bench.directory().resolve("x")));
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.printed()).contains("a file or a link");
		assertThat(this.bench.isRegistered()).isFalse();
	}

	@Test
	void whenInstalledThenTheServiceIsToldItsDirectories() {
		this.bench.run(Verb.INSTALL);
		assertThat(this.bench.registration().settings().get(ImagePath.class).value())
			.contains("-Dwinsvc.home=" + this.chosen.directory())
			.contains("-Dwinsvc.log-directory=" + this.chosen.logs())
			.contains("-XX:ErrorFile=" + this.chosen.logs());
	}

	/**
	 * The directories may have been named on the command line of install alone.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheConfigurationDoesNotTellThenStatusKnowsWhereTheLogsAre(String format) throws IOException {
		failToStart();
		this.bench.home = this.usual;
		Screen.of(this.bench, format).shows(Verb.STATUS, ExitStatus.NOT_RUNNING, "status-home");
	}

	@Test
	void whenTheConfigurationDoesNotTellThenAFailedStartIsExplainedAllTheSame() throws IOException {
		failToStart();
		this.bench.home = this.usual;
		assertThat(this.bench.run(Verb.START)).isEqualTo(ExitStatus.NOT_RUNNING);
		assertThat(this.bench.printed()).contains("Log directory: <dir>/logs/orders").contains("Port 8081");
	}

	@Test
	void whenTheConfigurationDoesNotTellThenTheDoctorLooksThere() throws IOException {
		failToStart();
		Files.writeString(this.chosen.logs().resolve("orders.log"), "2026-01-01T00:00:02.000Z ERROR 1 --- broken\n");
		this.bench.home = this.usual;
		this.bench.run(Verb.DOCTOR);
		assertThat(this.bench.printed()).contains("--- broken")
			.contains("Port 8081")
			.contains("data in")
			.contains("MB free for");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheConfigurationDoesNotTellThenUninstallCleansUpThere(String format) {
		this.bench.run(Verb.INSTALL);
		this.bench.home = this.usual;
		Screen.of(this.bench, format).shows(Verb.UNINSTALL, ExitStatus.DONE, "uninstall-home");
		assertThat(this.chosen.nativeLibraries()).doesNotExist();
		assertThat(this.chosen.logs()).isDirectory();
		assertThat(this.chosen.data()).isDirectory();
	}

	private void failToStart() {
		this.bench.program(new ScriptedService(this.bench.time).failing(Duration.ofSeconds(1), 1,
				() -> this.bench.explain(new StartFailure(1000, this.bench.time.now(), "Port 8081 is in use.", ""))));
		this.bench.run(Verb.INSTALL);
		ServiceHome home = this.chosen;
		this.bench.program(new ScriptedService(this.bench.time).failing(Duration.ofSeconds(1), 1, () -> {
			try {
				new StartFailure(1000, this.bench.time.now(), "Port 8081 is in use.", "").write(home.startFailure());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}));
	}

}
