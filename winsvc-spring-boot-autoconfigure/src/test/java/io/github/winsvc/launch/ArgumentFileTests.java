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
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ArgumentFile}.
 */
class ArgumentFileTests {

	private static final List<String> ARGUMENTS = List.of("-Da=with space", "-Db=\u00e4#'\"", "-Dc=C:\\new\\table\\",
			"-XX:SharedArchiveFile=C:/Program Data/\u00fc/archive-1.jsa");

	@TempDir
	private Path directory;

	@Test
	void whenWrittenThenItIsReadAsItWas() throws IOException {
		Path file = this.directory.resolve("jvm.options");
		new ArgumentFile(List.of("-Da=former")).write(file);
		new ArgumentFile(ARGUMENTS).write(file);
		assertThat(ArgumentFile.read(file).arguments()).isEqualTo(ARGUMENTS);
		assertThat(this.directory).isDirectoryNotContaining("glob:**.new");
	}

	@Test
	void whenArgumentIsWrittenThenBackslashesAndQuotesAreEscaped() {
		assertThat(new ArgumentFile(List.of("-Da=C:\\new", "-Db=\"x\"")).text().lines())
			.containsExactly("\"-Da=C:\\\\new\"", "\"-Db=\\\"x\\\"\"");
	}

	@Test
	void whenThereAreNoArgumentsThenFileIsEmpty() throws IOException {
		Path file = this.directory.resolve("jvm.options");
		new ArgumentFile(List.of()).write(file);
		assertThat(file).isEmptyFile();
		assertThat(ArgumentFile.read(file)).isEqualTo(new ArgumentFile(List.of()));
	}

	@Test
	void whenEncodingHasUmlautsThenTheyAreWrittenInIt() throws IOException {
		Path file = this.directory.resolve("jvm.options");
		new ArgumentFile(List.of("-Da=\u00e4")).write(file, Charset.forName("windows-1252"));
		assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("\"-Da=\u00e4\"");
	}

	@Test
	void whenEncodingLacksACharacterThenTheFormerFileStays() throws IOException {
		Path file = this.directory.resolve("jvm.options");
		new ArgumentFile(List.of("-Da=former")).write(file);
		assertThatExceptionOfType(CharacterCodingException.class)
			.isThrownBy(() -> new ArgumentFile(List.of("-Da=\u4e2d")).write(file, Charset.forName("windows-1252")));
		assertThat(ArgumentFile.read(file).arguments()).containsExactly("-Da=former");
	}

	@Test
	void whenLauncherReadsTheFileThenItSeesTheArguments() throws Exception {
		Path file = Files.createDirectory(this.directory.resolve("a b")).resolve("jvm.options");
		List<String> ascii = List.of("-Da=with space", "-Dc=C:\\new\\table\\", "-Dd=it's \"so\" # or not");
		new ArgumentFile(ascii).write(file);
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"@" + file, "-XshowSettings:properties", "-version")
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(output.lines().map(String::strip)).contains("a = with space", "c = C:\\new\\table\\",
				"d = it's \"so\" # or not");
	}

	@Test
	void whenManyWriteItAtATimeThenAllSucceedAndOneOfThemCounts(@TempDir Path directory) throws Exception {
		Path file = directory.resolve("jvm.options");
		ExecutorService writers = Executors.newFixedThreadPool(4);
		try {
			List<Callable<Void>> writes = new ArrayList<>();
			for (int i = 0; i < 200; i++) {
				ArgumentFile written = new ArgumentFile(List.of("-Dnumber=" + i));
				writes.add(() -> {
					written.write(file);
					return null;
				});
			}
			for (Future<Void> done : writers.invokeAll(writes)) {
				done.get();
			}
		}
		finally {
			writers.shutdown();
		}
		assertThat(ArgumentFile.read(file).arguments()).singleElement().asString().startsWith("-Dnumber=");
		assertThat(directory).isDirectoryNotContaining("glob:**.new");
	}

}
