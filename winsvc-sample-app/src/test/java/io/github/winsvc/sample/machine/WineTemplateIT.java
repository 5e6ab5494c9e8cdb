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

package io.github.winsvc.sample.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WineTemplate}.
 */
@Tag(PipeScm.TAG)
class WineTemplateIT {

	@TempDir
	private Path directory;

	private Path template;

	private Path clone;

	@BeforeEach
	void createTemplate() throws IOException {
		this.template = Files.createDirectory(this.directory.resolve("template"));
		this.clone = this.directory.resolve("clone");
		Files.createDirectories(this.template.resolve("drive_c/users/root"));
	}

	@Test
	void whenWineNeverRewritesFileThenCloneSharesIt() throws IOException {
		Path file = Files.writeString(this.template.resolve("drive_c/kernel32.dll"), "MZ");
		WineTemplate.clone(this.template, this.clone);
		assertThat(Files.isSameFile(file, this.clone.resolve("drive_c/kernel32.dll"))).isTrue();
	}

	@Test
	void whenWineRewritesFileInPlaceThenCloneHasItsOwn() throws IOException {
		for (String name : new String[] { "system.reg", ".update-timestamp", "drive_c/users/root/settings" }) {
			Files.writeString(this.template.resolve(name), "before");
		}
		WineTemplate.clone(this.template, this.clone);
		for (String name : new String[] { "system.reg", ".update-timestamp", "drive_c/users/root/settings" }) {
			Files.writeString(this.clone.resolve(name), "after");
			assertThat(this.template.resolve(name)).hasContent("before");
		}
	}

	@Test
	void whenServerHasRunInTemplateThenCloneDoesNotKnow() throws IOException {
		Files.writeString(this.template.resolve("wineserver"), "wine-abcdef");
		WineTemplate.clone(this.template, this.clone);
		assertThat(this.clone.resolve("wineserver")).doesNotExist();
	}

	@Test
	void whenDriveIsLinkThenCloneHasTheSameLink() throws IOException {
		Files.createSymbolicLink(this.template.resolve("c:"), Path.of("../drive_c"));
		WineTemplate.clone(this.template, this.clone);
		assertThat(Files.readSymbolicLink(this.clone.resolve("c:"))).isEqualTo(Path.of("../drive_c"));
	}

	@Test
	void whenUserDirectoryIsLinkIntoHomeThenCloneHasDirectory() throws IOException {
		Files.createSymbolicLink(this.template.resolve("drive_c/users/root/Desktop"), this.directory);
		WineTemplate.clone(this.template, this.clone);
		assertThat(this.clone.resolve("drive_c/users/root/Desktop")).isEmptyDirectory();
	}

}
