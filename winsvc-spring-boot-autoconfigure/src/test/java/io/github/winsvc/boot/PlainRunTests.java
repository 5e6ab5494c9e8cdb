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

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the starter is inert in an application that is started neither as a service
 * nor with a verb: two processes, one with the starter on its class path and one without,
 * are compared.
 */
class PlainRunTests {

	private static Run with;

	private static Run without;

	@BeforeAll
	static void run(@TempDir Path directory) throws Exception {
		// An application has one logging library; Log4j loads every appender that it
		// finds
		List<String> libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.endsWith(File.separator + "test-classes"))
			.filter((entry) -> !entry.contains("log4j-core"))
			.filter((entry) -> !entry.contains("jakarta.validation") && !entry.contains("hibernate-validator"))
			.toList();
		List<String> others = libraries.stream()
			.filter((entry) -> !entry.endsWith("target" + File.separator + "classes"))
			.toList();
		assertThat(others).isNotEqualTo(libraries);
		Path application = directory.resolve("application");
		copy(PlainMain.class, application);
		String classPath = classPath(application, libraries);
		String bare = classPath(application, others);
		with = Run.of(classPath, directory.resolve("with.log"), "--orders.max-lines=5");
		without = Run.of(bare, directory.resolve("without.log"), "--orders.max-lines=5");
	}

	/**
	 * Leave out all else of the tests, which are a part of what is compared.
	 */
	private static void copy(Class<?> type, Path directory) throws IOException {
		String name = type.getName().replace('.', '/') + ".class";
		Path target = directory.resolve(name);
		Files.createDirectories(target.getParent());
		try (InputStream source = type.getClassLoader().getResourceAsStream(name)) {
			Files.copy(source, target);
		}
	}

	private static String classPath(Path application, List<String> libraries) {
		return application + File.pathSeparator + String.join(File.pathSeparator, libraries);
	}

	@Test
	void whenRunIsPlainThenNothingIsDifferent() {
		assertThat(with.facts()).isNotEmpty().isEqualTo(without.facts());
	}

	@Test
	void whenRunIsPlainThenNoClassOfJnaIsLoaded() {
		assertThat(with.classes("com.sun.jna")).isEmpty();
	}

	@Test
	void whenRunIsPlainThenOnlyTheHookIsLoaded() {
		assertThat(with.classes("io.github.winsvc")).filteredOn((name) -> !name.contains("PlainMain"))
			.containsExactlyInAnyOrder("io.github.winsvc.boot.WinsvcRunListener",
					"io.github.winsvc.boot.WinsvcRunListener$1", "io.github.winsvc.boot.ProcessRole",
					"io.github.winsvc.boot.ActiveRun", "io.github.winsvc.boot.ReadyRunListener",
					"io.github.winsvc.boot.ServiceImportFilter", "io.github.winsvc.scm.ServiceDispatcher");
	}

	private record Run(List<String> output, List<String> log) {

		static Run of(String classPath, Path log, String... arguments) throws IOException, InterruptedException {
			List<String> command = Stream
				.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						"-Xlog:class+load:file=" + log, "-cp", classPath, PlainMain.class.getName()),
						Arrays.stream(arguments))
				.toList();
			Path output = log.resolveSibling(log.getFileName() + ".out");
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("ended in time").isTrue();
			assertThat(process.exitValue()).as(Files.readString(output)).isZero();
			return new Run(Files.readAllLines(output), Files.readAllLines(log));
		}

		List<String> facts() {
			return this.output.stream().filter((line) -> line.startsWith("fact: ")).toList();
		}

		List<String> classes(String prefix) {
			return this.log.stream()
				.map((line) -> line.replaceFirst("^(\\[[^]]*])+ ", "").split(" ", 2)[0])
				.filter((name) -> name.startsWith(prefix + "."))
				.distinct()
				.toList();
		}

	}

}
