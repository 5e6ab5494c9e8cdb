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

package io.github.winsvc.logs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link LogReader}.
 */
class LogReaderTests {

	private final List<String> read = new ArrayList<>();

	private Path file;

	@BeforeEach
	void log(@TempDir Path directory) {
		this.file = directory.resolve("orders.log");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 99, 100, 101, 5000 })
	void whenSomeLinesAreWantedThenTheLastOnesAreRead(int lines) throws IOException {
		List<String> all = IntStream.range(0, 100).mapToObj((i) -> "line %d \u20ac".formatted(i)).toList();
		write(String.join("\n", all) + "\n");
		assertThat(readAll(lines)).isEqualTo(all.subList(Math.max(0, 100 - lines), 100));
	}

	@Test
	void whenTheLogIsLongerThanABlockThenLinesAreWhole() throws IOException {
		List<String> all = IntStream.range(0, 20_000).mapToObj((i) -> "line %d \ud83d\ude80".formatted(i)).toList();
		write(String.join("\r\n", all));
		assertThat(readAll(9_999)).isEqualTo(all.subList(10_001, 20_000));
	}

	@Test
	void whenTheLogIsEmptyThenThereAreNoLines() throws IOException {
		write("");
		assertThat(readAll(10)).isEmpty();
	}

	@Test
	void whenThereAreEmptyLinesThenTheyCount() throws IOException {
		write("a\n\n\nb\n\n");
		assertThat(readAll(3)).containsExactly("", "b", "");
	}

	@Test
	void whenBytesAreNoTextThenTheyAreReplaced() throws IOException {
		Files.write(this.file, new byte[] { 'a', (byte) 0xFF, 'b', '\n' });
		assertThat(readAll(1)).containsExactly("a\ufffdb");
	}

	@Test
	void whenALineIsEndlessThenItIsBroken() throws IOException {
		write("x".repeat(3 * 1024 * 1024));
		assertThat(readAll(1)).hasSize(3).allMatch((line) -> line.length() == 1024 * 1024);
	}

	@Test
	void whenTheTailIsWantedThenItBeginsWithALine() throws IOException {
		write("x".repeat(500) + "\nline 1\nline 2\n");
		try (LogReader reader = LogReader.openTail(this.file, 100)) {
			reader.read(this.read::add);
		}
		assertThat(this.read).containsExactly("line 1", "line 2");
	}

	@Test
	void whenThereIsNoLogThenThatIsSaid() {
		assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> LogReader.open(this.file, 1));
	}

	@Test
	void whenTheLogGrowsThenWholeLinesAreReadOnce() throws IOException {
		write("a\nb");
		try (LogReader reader = LogReader.open(this.file, 10)) {
			reader.read(this.read::add);
			write("c\n");
			reader.read(this.read::add);
			reader.read(this.read::add);
			write("d\n");
			reader.read(this.read::add);
		}
		assertThat(this.read).containsExactly("a", "bc", "d");
	}

	@Test
	void whenTheLogIsRolledThenNoLineIsMissingOrReadTwice() throws IOException {
		write("a\n");
		try (LogReader reader = LogReader.open(this.file, 10)) {
			reader.read(this.read::add);
			write("last of the former\n");
			roll();
			reader.read(this.read::add);
			reader.read(this.read::add);
			write("b\n");
			reader.read(this.read::add);
			write("c\n");
			roll();
			write("longer than all that was in the former file, so that its size tells nothing\n");
			reader.read(this.read::add);
		}
		assertThat(this.read).containsExactly("a", "last of the former", "b", "c",
				"longer than all that was in the former file, so that its size tells nothing");
	}

	@Test
	void whenAnEmptyLogIsReplacedThenTheNewOneIsRead() throws IOException {
		write("");
		try (LogReader reader = LogReader.open(this.file, 10)) {
			reader.read(this.read::add);
			roll();
			write("a\n");
			reader.read(this.read::add);
		}
		assertThat(this.read).containsExactly("a");
	}

	@Test
	void whenTheLogIsEmptiedThenItIsReadFromItsBeginning() throws IOException {
		write("a long line\n");
		try (LogReader reader = LogReader.open(this.file, 10)) {
			reader.read(this.read::add);
			Files.writeString(this.file, "b\n");
			reader.read(this.read::add);
		}
		assertThat(this.read).containsExactly("a long line", "b");
	}

	private List<String> readAll(int lines) throws IOException {
		try (LogReader reader = LogReader.open(this.file, lines)) {
			reader.read(this.read::add);
			reader.finish(this.read::add);
		}
		return this.read;
	}

	private void write(String text) throws IOException {
		Files.write(this.file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE,
				StandardOpenOption.APPEND);
	}

	private void roll() throws IOException {
		Files.move(this.file, this.file.resolveSibling("orders.log.gz"), StandardCopyOption.REPLACE_EXISTING);
	}

}
