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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link OperatorFile}.
 */
class OperatorFileTests {

	@TempDir
	private Path directory;

	private final StandardEnvironment environment = new StandardEnvironment();

	@BeforeEach
	void configure() {
		this.environment.getPropertySources()
			.addFirst(new SimpleCommandLinePropertySource("--winsvc.name=from-command-line"));
		this.environment.getPropertySources()
			.addLast(new MapPropertySource("application.yml",
					Map.of("winsvc.name", "from-application", "winsvc.display-name", "from-application")));
	}

	private void write(String content) throws IOException {
		Files.writeString(this.directory.resolve(OperatorFile.NAME), content);
	}

	@Test
	void whenThereIsNoFileThenNothingIsAdded() {
		int before = this.environment.getPropertySources().size();
		OperatorFile.addTo(this.environment, this.directory);
		assertThat(this.environment.getPropertySources()).hasSize(before);
	}

	@Test
	void whenThereIsFileThenItGoesBeforeApplicationAndAfterCommandLine() throws IOException {
		write("winsvc:\n  name: from-file\n  display-name: Auftr\u00e4ge\n");
		OperatorFile.addTo(this.environment, this.directory);
		assertThat(this.environment.getProperty("winsvc.name")).isEqualTo("from-command-line");
		assertThat(this.environment.getProperty("winsvc.display-name")).isEqualTo("Auftr\u00e4ge");
	}

	@Test
	void whenFileIsEmptyThenNothingIsAdded() throws IOException {
		write("# nothing yet\n");
		OperatorFile.addTo(this.environment, this.directory);
		assertThat(this.environment.getProperty("winsvc.display-name")).isEqualTo("from-application");
	}

	@Test
	void whenFileIsNoYamlThenItIsNamed() throws IOException {
		write("winsvc: [\n");
		assertThatIllegalStateException().isThrownBy(() -> OperatorFile.addTo(this.environment, this.directory))
			.withMessageContaining("winsvc.yml cannot be read: ");
	}

	@Test
	void whenFileHasSeveralDocumentsThenItIsRefused() throws IOException {
		write("winsvc.name: a\n---\nwinsvc.name: b\n");
		assertThatIllegalStateException().isThrownBy(() -> OperatorFile.addTo(this.environment, this.directory))
			.withMessageContaining("winsvc.yml has several documents");
	}

}
