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
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the width of what commands print.
 */
class ScreenWidthTests {

	/**
	 * What is copied or searched for stays on one line: paths, command lines and errors.
	 */
	private static final Pattern WHOLE = Pattern
		.compile("<dir>|[A-Z]:\\\\|D:\\(|^Error: |^ *(icacls|(sc|reg)\\.exe|@?java) ");

	private static Stream<Path> screens() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src/test/resources/io/github/winsvc/command/screens"))) {
			return files.filter((file) -> file.toString().endsWith(".txt") && !isHelp(file)).sorted().toList().stream();
		}
	}

	/**
	 * The help is laid out by hand, and a script is not read.
	 */
	private static boolean isHelp(Path file) {
		return file.getFileName().toString().matches("(help|completion).*");
	}

	@ParameterizedTest
	@MethodSource("screens")
	void whenCommandPrintsThenItFitsAConsole(Path screen) throws IOException {
		List<String> lines = Files.readAllLines(screen);
		assertThat(lines).filteredOn((line) -> !WHOLE.matcher(line).find())
			.allSatisfy((line) -> assertThat(line).hasSizeLessThan(80));
	}

}
