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

package io.github.winsvc.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The jar that the build has made of the sample.
 */
final class PackagedSample {

	private static @Nullable Path extracted;

	private PackagedSample() {
	}

	/**
	 * Return the executable jar.
	 */
	static Path jar() {
		Path jar = Path.of(System.getProperty("sample-jar", "target/winsvc-sample-app-0.1.0-SNAPSHOT.jar"));
		assertThat(jar).as("the jar that 'mvn package' makes").isRegularFile();
		return jar;
	}

	/**
	 * Copy the application in its extracted form, which takes no time to look into nested
	 * jars.
	 * @param directory an empty directory
	 */
	static void copyExtracted(Path directory) {
		try {
			Path source = extract();
			try (Stream<Path> paths = Files.walk(source)) {
				for (Path path : paths.filter((path) -> !path.equals(source)).toList()) {
					Files.copy(path, directory.resolve(source.relativize(path).toString()),
							StandardCopyOption.COPY_ATTRIBUTES);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Other JVMs may extract at the same time.
	 */
	private static Path ownDirectory() throws IOException {
		Path directory = Files.createTempDirectory(jar().toAbsolutePath().getParent(), "extracted-");
		Runtime.getRuntime()
			.addShutdownHook(
					new Thread(() -> FileSystemUtils.deleteRecursively(directory.toFile()), "winsvc-extracted-end"));
		return directory;
	}

	private static synchronized Path extract() throws IOException {
		if (extracted == null) {
			Path directory = ownDirectory();
			Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-Djarmode=tools", "-jar", jar().toString(), "extract", "--destination", directory.toString(),
					"--force")
				.inheritIO()
				.start();
			assertThat(process.onExit().join().exitValue()).isZero();
			extracted = directory;
		}
		return extracted;
	}

}
