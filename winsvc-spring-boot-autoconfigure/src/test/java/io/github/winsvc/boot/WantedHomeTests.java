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

package io.github.winsvc.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.github.winsvc.command.UsageException;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.scm.ServiceName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link WantedHome}.
 */
class WantedHomeTests {

	private final RegistrationProperties properties = new RegistrationProperties();

	private Path directory;

	private Map<String, String> variables;

	@BeforeEach
	void open(@TempDir Path directory) {
		this.directory = directory;
		this.variables = Map.of("ProgramData", directory.resolve("ProgramData").toString(), "SystemRoot",
				directory.resolve("Windows").toString(), "ProgramFiles", directory.resolve("Program Files").toString());
	}

	private ServiceHome home(String home, String logDirectory) {
		this.properties.setHome(home);
		this.properties.setLogDirectory(logDirectory);
		return new WantedHome(new ServiceName("orders"), this.properties, this.variables::get).home();
	}

	private String path(String path) {
		return this.directory.resolve(path).toString();
	}

	private void assertRefused(String home, String logDirectory, String... parts) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> home(home, logDirectory))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(parts));
	}

	@Test
	void whenNothingIsConfiguredThenTheHomeIsInProgramData() {
		ServiceHome home = home(null, " ");
		assertThat(home.directory()).isEqualTo(this.directory.resolve("ProgramData/winsvc/orders"));
		assertThat(home.logs()).isEqualTo(home.directory().resolve("logs"));
	}

	@Test
	void whenTheHomeIsConfiguredThenTheLogsAreInIt() {
		ServiceHome home = home(path("a/../services/orders"), null);
		assertThat(home.directory()).isEqualTo(this.directory.resolve("services/orders"));
		assertThat(home.logs()).isEqualTo(this.directory.resolve("services/orders/logs"));
		assertThat(home.standard()).isEqualTo(this.directory.resolve("ProgramData/winsvc/orders"));
	}

	@Test
	void whenTheLogDirectoryIsConfiguredThenTheRestStaysInTheHome() {
		ServiceHome home = home(null, path("logs/orders"));
		assertThat(home.logs()).isEqualTo(this.directory.resolve("logs/orders"));
		assertThat(home.data()).isEqualTo(this.directory.resolve("ProgramData/winsvc/orders/data"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "services", "services/orders", "..", "." })
	void whenThePathIsNotWholeThenItIsRefused(String home) {
		assertRefused(home, null, "'" + home + "' cannot be the value of winsvc.home", "a whole path with its drive");
		assertRefused(null, home, "'" + home + "' cannot be the value of winsvc.log-directory");
	}

	@Test
	void whenItIsADriveThenItIsRefused() {
		String root = this.directory.getRoot().toString();
		assertRefused(root, null, "winsvc.home", "a whole drive");
		assertRefused(null, root, "winsvc.log-directory", "a whole drive");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Windows", "Program Files", "ProgramData", "ProgramData/winsvc", "Windows/x/..", "" })
	void whenOthersUseTheDirectoryThenItIsRefused(String shared) {
		assertRefused(path(shared), null, "winsvc.home", "others use this directory too");
		assertRefused(null, path(shared), "winsvc.log-directory", "others use this directory too");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ProgramData/winsvc/billing", "ProgramData/winsvc/billing/logs" })
	void whenItLiesInTheUsualHomeOfAnotherServiceThenItIsRefused(String other) {
		assertRefused(path(other), null, "winsvc.home", "the home of another service");
		assertRefused(null, path(other), "winsvc.log-directory", "the home of another service");
	}

	@Test
	void whenItLiesInTheChosenHomeOfAnotherServiceThenItIsRefused() throws IOException {
		Files.createDirectories(this.directory.resolve("services/billing/native"));
		Files.createDirectories(this.directory.resolve("services/billing/data"));
		assertRefused(path("services/billing/orders"), null, "winsvc.home", "the home of another service");
		assertRefused(null, path("services/billing/logs/orders"), "winsvc.log-directory", "another service");
		assertThat(home(path("services/orders"), path("services/orders/log")).logs()).isNotNull();
	}

	@Test
	void whenTheLogsLieInItsOwnHomeThenTheyMay() throws IOException {
		Files.createDirectories(this.directory.resolve("services/orders/native"));
		Files.createDirectories(this.directory.resolve("services/orders/data"));
		assertThat(home(path("services/orders"), path("services/orders/log")).logs())
			.isEqualTo(this.directory.resolve("services/orders/log"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "services/orders", "services/orders/native", "services/orders/native/x", "services" })
	void whenTheServiceCouldWriteToItsProgramsThenTheLogDirectoryIsRefused(String logs) {
		assertRefused(path("services/orders"), path(logs), "winsvc.log-directory", "must not write to what it runs");
	}

	@Test
	void whenItIsNoPathThenItIsRefused() {
		assertRefused("/a\0b", null, "'/a?b' cannot be the value of winsvc.home", "no path");
	}

}
