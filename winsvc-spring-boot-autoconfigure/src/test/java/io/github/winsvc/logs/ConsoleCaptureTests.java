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
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConsoleCapture} and its {@link ConsoleFile}.
 */
class ConsoleCaptureTests {

	private final PrintStream out = System.out;

	private final PrintStream err = System.err;

	@TempDir
	private Path logs;

	@AfterEach
	void restore() {
		System.out.close();
		System.setOut(this.out);
		System.setErr(this.err);
	}

	@Test
	void whenSomethingIsPrintedThenItIsInTheFileAtOnceAndInOrder() throws IOException {
		new ConsoleCapture(this.logs, "orders").begin();
		System.out.println("Gr\u00fc\u00dfe \ud83d\ude80");
		System.err.println("error");
		System.out.print("no end");
		assertThat(Files.readString(this.logs.resolve("orders-console.log")))
			.isEqualTo("Gr\u00fc\u00dfe \ud83d\ude80%nerror%nno end".formatted());
	}

	@Test
	void whenNothingIsPrintedThenThereIsNoFile() {
		new ConsoleCapture(this.logs, "orders").begin();
		assertThat(this.logs).isEmptyDirectory();
	}

	@Test
	void whenTheServiceStartsAgainThenItGoesOn() throws IOException {
		new ConsoleCapture(this.logs, "orders").begin();
		System.out.println("first");
		System.out.close();
		new ConsoleCapture(this.logs, "orders").begin();
		System.out.println("second");
		assertThat(Files.readAllLines(ConsoleCapture.file(this.logs, "orders"))).containsExactly("first", "second");
	}

	@Test
	void whenALotIsPrintedThenTwoFilesAreKept() throws IOException {
		try (ConsoleFile file = new ConsoleFile(this.logs.resolve("a"), this.logs.resolve("b"), 100)) {
			for (int i = 0; i < 1000; i++) {
				file.write("%04d line\n".formatted(i).getBytes(StandardCharsets.UTF_8));
			}
		}
		assertThat(this.logs).isDirectoryRecursivelyContaining("regex:.*/[ab]");
		assertThat(Files.size(this.logs.resolve("a"))).isPositive().isLessThanOrEqualTo(100);
		assertThat(Files.size(this.logs.resolve("b"))).isPositive().isLessThanOrEqualTo(100);
		assertThat(Files.readString(this.logs.resolve("b")) + Files.readString(this.logs.resolve("a")))
			.endsWith("0998 line\n0999 line\n");
	}

	@Test
	void whenThereIsNoDirectoryThenTheApplicationGoesOnAndPrintsAsSoonAsThereIs() throws IOException {
		Path missing = this.logs.resolve("missing");
		new ConsoleCapture(missing, "orders").begin();
		System.out.println("lost");
		Files.createDirectory(missing);
		System.out.println("kept");
		assertThat(Files.readAllLines(ConsoleCapture.file(missing, "orders"))).containsExactly("kept");
	}

}
