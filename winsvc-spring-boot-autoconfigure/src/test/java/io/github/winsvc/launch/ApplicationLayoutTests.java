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

package io.github.winsvc.launch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.github.winsvc.scm.ProtectedDirectories;
import io.github.winsvc.scm.ServiceName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link ApplicationLayout}.
 */
class ApplicationLayoutTests {

	private static final JarExtractor COPY = (java, jar, destination) -> {
		Files.createDirectory(destination);
		Files.copy(jar, destination.resolve(jar.getFileName()));
	};

	private static final ProtectedDirectories DIRECTORIES = new ProtectedDirectories() {

		@Override
		public void createForAdministrators(Path directory) throws IOException {
			Files.createDirectories(directory);
		}

		@Override
		public void createForService(Path directory, ServiceName name) throws IOException {
			Files.createDirectories(directory);
		}

	};

	@TempDir
	private Path directory;

	private Path jar;

	private ServiceHome home;

	@BeforeEach
	void writeJar() throws IOException {
		this.jar = Files.writeString(this.directory.resolve("orders.jar"), "first");
		this.home = new ServiceHome(this.directory.resolve("home"));
	}

	@Test
	void whenTheContentIsTheSameThenTheLayoutIs() throws IOException {
		Path copy = Files.copy(this.jar, this.directory.resolve("copy.jar"));
		assertThat(layout().id()).isEqualTo(ApplicationLayout.of(new ApplicationArchive(copy), this.home).id())
			.matches("[0-9a-f]{12}");
	}

	@Test
	void whenTheContentDiffersThenTheLayoutDoes() throws IOException {
		String first = layout().id();
		Files.writeString(this.jar, "other");
		assertThat(layout().id()).isNotEqualTo(first);
	}

	@Test
	void whenWrittenThenItIsComplete() throws IOException {
		assertThat(layout().isComplete()).isFalse();
		layout().write(this.jar, COPY, DIRECTORIES);
		assertThat(layout().isComplete()).isTrue();
		assertThat(layout().jar()).hasContent("first");
	}

	@Test
	void whenItIsCompleteThenItIsNotTouched() throws IOException {
		layout().write(this.jar, COPY, DIRECTORIES);
		layout().write(this.jar, (java, jar, destination) -> {
			throw new AssertionError();
		}, DIRECTORIES);
		assertThat(layout().jar()).hasContent("first");
	}

	@Test
	void whenTheProcessDiesWhileItIsWrittenThenTheNextOneWritesItAnew() throws IOException {
		assertThatExceptionOfType(StackOverflowError.class)
			.isThrownBy(() -> layout().write(this.jar, (java, jar, destination) -> {
				COPY.extract(java, jar, destination);
				Files.writeString(destination.resolve(jar.getFileName()), "half");
				throw new StackOverflowError();
			}, DIRECTORIES));
		assertThat(layout().isComplete()).isFalse();
		layout().write(this.jar, COPY, DIRECTORIES);
		assertThat(layout().jar()).hasContent("first");
		assertThat(this.home.applications()).isDirectoryNotContaining("glob:**.new");
	}

	@Test
	void whenTwoWriteItAtATimeThenBothSucceed() throws Exception {
		CyclicBarrier both = new CyclicBarrier(2);
		ExecutorService installs = Executors.newFixedThreadPool(2);
		try {
			Callable<Void> install = () -> {
				layout().write(this.jar, (java, jar, destination) -> {
					COPY.extract(java, jar, destination);
					await(both);
				}, DIRECTORIES);
				return null;
			};
			for (Future<Void> done : installs.invokeAll(List.of(install, install))) {
				done.get();
			}
		}
		finally {
			installs.shutdown();
		}
		assertThat(layout().jar()).hasContent("first");
		assertThat(this.home.applications()).isDirectoryNotContaining("glob:**.new");
	}

	private static void await(CyclicBarrier barrier) throws IOException {
		try {
			barrier.await(10, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IOException(ex);
		}
	}

	@Test
	void whenTheJarIsNotExtractedThenThatIsAFailure() {
		assertThatIOException()
			.isThrownBy(() -> layout().write(this.jar, (java, jar, destination) -> Files.createDirectory(destination),
					DIRECTORIES))
			.withMessageContaining("has left no orders.jar");
	}

	@Test
	void whenTheDirectoryCannotBeProtectedThenNothingIsExtracted() {
		ProtectedDirectories denied = new ProtectedDirectories() {

			@Override
			public void createForAdministrators(Path directory) throws IOException {
				throw new AccessDeniedException(directory.toString());
			}

			@Override
			public void createForService(Path directory, ServiceName name) throws IOException {
				throw new AccessDeniedException(directory.toString());
			}

		};
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> layout().write(this.jar, COPY, denied));
		assertThat(this.home.directory()).doesNotExist();
	}

	private ApplicationLayout layout() throws IOException {
		return ApplicationLayout.of(new ApplicationArchive(this.jar), this.home);
	}

}
