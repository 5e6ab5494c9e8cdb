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

package io.github.winsvc.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FileWatch}.
 */
class FileWatchTests {

	@TempDir
	private Path directory;

	private Path file;

	private FileWatch watch;

	@BeforeEach
	void begin() throws IOException {
		this.file = this.directory.resolve("application.yml");
		Files.writeString(this.file, "a: 1");
		this.watch = watch(Instant.now().plusSeconds(60), Duration.ZERO);
		assertThat(this.watch.begin()).isFalse();
	}

	private FileWatch watch(Instant readAt, Duration quietPeriod) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addLast(new MapPropertySource("test",
					Map.of("spring.config.location", "optional:file:%s/".formatted(this.directory),
							"spring.config.import[0]", "configtree:%s/tree/".formatted(this.directory))));
		return new FileWatch(() -> ConfigFiles.of(environment, this.directory.resolve("other/winsvc.yml")), readAt,
				quietPeriod);
	}

	/**
	 * The first look sees the change, the second one that it is over.
	 */
	private boolean changes() {
		boolean first = this.watch.hasChanged();
		assertThat(first).isFalse();
		return this.watch.hasChanged();
	}

	@Test
	void whenNothingChangesThenNothingIsSeen() {
		assertThat(changes()).isFalse();
		assertThat(this.watch.isUnsettled()).isFalse();
	}

	@Test
	void whenContentChangesThenItIsSeenOnce() throws IOException {
		Files.writeString(this.file, "a: 2");
		assertThat(changes()).isTrue();
		assertThat(changes()).isFalse();
	}

	@Test
	void whenContentChangesWithinTheSameInstantThenItIsSeen() throws IOException {
		FileTime time = Files.getLastModifiedTime(this.file);
		Files.writeString(this.file, "a: 2");
		Files.setLastModifiedTime(this.file, time);
		assertThat(changes()).isTrue();
	}

	@Test
	void whenFileIsWrittenWithTheSameContentThenNothingIsSeen() throws IOException {
		Files.writeString(this.file, "a: 1");
		Files.setLastModifiedTime(this.file, FileTime.from(Instant.now().plusSeconds(5)));
		assertThat(changes()).isFalse();
	}

	@Test
	void whenFileIsReplacedThenItIsSeen() throws IOException {
		Path other = Files.writeString(this.directory.resolve("application.tmp"), "a: 3");
		Files.move(other, this.file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		assertThat(changes()).isTrue();
	}

	@Test
	void whenFileIsDeletedAndWrittenAgainBeforeItWasQuietThenNothingIsSeen() throws IOException {
		Files.delete(this.file);
		assertThat(this.watch.hasChanged()).isFalse();
		assertThat(this.watch.isUnsettled()).isTrue();
		Files.writeString(this.file, "a: 1");
		assertThat(changes()).isFalse();
		assertThat(this.watch.isUnsettled()).isFalse();
	}

	@Test
	void whenFileGoesOnChangingThenItIsWaitedFor() throws IOException {
		for (int i = 0; i < 5; i++) {
			Files.writeString(this.file, "a: 1\nb: " + i);
			assertThat(this.watch.hasChanged()).isFalse();
		}
		assertThat(this.watch.hasChanged()).isTrue();
	}

	@Test
	void whenQuietPeriodIsNotOverThenItIsWaitedFor() throws IOException {
		this.watch = watch(Instant.now().plusSeconds(60), Duration.ofHours(1));
		this.watch.begin();
		Files.writeString(this.file, "a: 2");
		assertThat(changes()).isFalse();
		assertThat(this.watch.isUnsettled()).isTrue();
	}

	@Test
	void whenFilesComeAndGoThenItIsSeen() throws IOException {
		Files.writeString(this.directory.resolve("application-fast.properties"), "a=1");
		assertThat(changes()).isTrue();
		Files.createDirectories(this.directory.resolve("tree/b"));
		Files.writeString(this.directory.resolve("tree/b/c"), "1");
		assertThat(changes()).isTrue();
		Files.createDirectories(this.directory.resolve("other"));
		Files.writeString(this.directory.resolve("other/winsvc.yml"), "winsvc: {}");
		assertThat(changes()).isTrue();
		Files.delete(this.file);
		assertThat(changes()).isTrue();
	}

	@Test
	void whenFileIsNoConfigurationThenItIsNotLookedAt() throws IOException {
		Files.writeString(this.directory.resolve("orders.log"), "line");
		assertThat(changes()).isFalse();
	}

	@Test
	void whenFileChangesBetweenTheStartAndTheWatchThenItIsSeen() {
		assertThat(watch(Instant.now().minusSeconds(60), Duration.ZERO).begin()).isTrue();
	}

}
