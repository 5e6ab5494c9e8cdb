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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import io.github.winsvc.logs.ServiceLog;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code logs} prints, and what {@code status} tells of the log.
 */
class LogsScreenTests {

	private static final String LINE = "2026-01-02T03:04:05.678Z  INFO 4711 --- [orders] [main] shop.Orders  : ";

	@AutoClose
	private Workbench bench;

	private Path log;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
		this.log = this.bench.home.logs().resolve("orders.log");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenThereIsALogThenItsLastLinesArePrinted(String format) throws IOException {
		this.bench.run(Verb.INSTALL);
		write(LINE + "Order 1\n" + LINE + "Gr\u00fc\u00dfe \ud83d\ude80\n" + LINE
				+ "failed\njava.io.IOException: broken\n" + "\tat shop.Orders.take(Orders.java:17)\n");
		Screen.of(this.bench, format).shows(Verb.LOGS, "4", ExitStatus.DONE, "logs");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenThereIsNoLogYetThenThatIsSaid(String format) {
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.LOGS, "100", ExitStatus.DONE, "logs-none");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsNotInstalledThenThatIsSaid(String format) {
		Screen.of(this.bench, format).shows(Verb.LOGS, "100", ExitStatus.NOT_INSTALLED, "logs-not-installed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsForeignThenNobodyKnowsItsLog(String format) {
		this.bench.scm.register("orders", new ImagePath("C:\\orders.exe"));
		Screen.of(this.bench, format).shows(Verb.LOGS, "100", ExitStatus.FAILED, "logs-foreign");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheApplicationConfiguresItsLogThenStatusSaysWhereThatIs(String format) {
		this.bench.log = new ServiceLog("mine.log", "1MB", "7", "0B", "classpath:logback-mine.xml");
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.STATUS, ExitStatus.DONE, "status-log-configured");
	}

	@Test
	void whenAnArgumentOfTheServiceNamesTheLogThenItIsRead() throws IOException {
		Path other = this.bench.directory().resolve("other.log");
		this.bench.arguments = List.of("--logging.file.name=" + other);
		this.bench.run(Verb.INSTALL);
		this.bench.arguments = List.of();
		Files.writeString(other, "of the argument\n");
		assertThat(this.bench.run(Verb.LOGS, "1")).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).isEqualTo("of the argument\n");
	}

	@Test
	void whenALineHasControlCharactersThenTheConsoleIsLeftAlone() throws IOException {
		this.bench.run(Verb.INSTALL);
		write("red \u001b[31malert\u0007\r\n");
		this.bench.run(Verb.LOGS, "1");
		assertThat(this.bench.printed()).isEqualTo("red  [31malert \n");
	}

	@Test
	void whenTheLogIsADirectoryThenThatIsSaid() throws IOException {
		this.bench.run(Verb.INSTALL);
		Files.createDirectory(this.log);
		assertThat(this.bench.run(Verb.LOGS, "1")).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.printed()).startsWith("Error: Could not read the log of the service 'orders': ");
	}

	@Test
	void whenTheLogIsFollowedThenItIsAcrossRolling() throws IOException {
		this.bench.run(Verb.INSTALL);
		write(String.join("\n", IntStream.range(0, 200).mapToObj((i) -> "old " + i).toList()) + "\n");
		after(1, () -> write("new 1\nhalf "));
		after(2, () -> write("whole\nlast of the former\n"));
		after(2, () -> Files.move(this.log, this.log.resolveSibling("orders.log.gz"),
				StandardCopyOption.REPLACE_EXISTING));
		after(4, () -> write("first of the next\n"));
		assertThat(follow("2")).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed().lines()).containsExactly("old 198", "old 199", "new 1", "half whole",
				"last of the former", "first of the next");
	}

	@Test
	void whenThereIsNoLogYetThenItIsWaitedFor() throws IOException {
		this.bench.run(Verb.INSTALL);
		after(2, () -> write("first\n"));
		assertThat(follow("10")).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed().lines())
			.containsExactly("There is no log yet: <dir>/ProgramData/winsvc/orders/logs/orders.log", "first");
	}

	@Test
	void whenTheLogIsFollowedInJsonThenEachLineIsAnObject() throws IOException {
		this.bench.run(Verb.INSTALL);
		write("{\"message\":\"Gr\u00fc\u00dfe\"}\n");
		after(1, () -> write("second\n"));
		this.bench.json = true;
		assertThat(follow("10")).isEqualTo(ExitStatus.DONE);
		// A line each, but not in this test
		List<String> objects = List.of(this.bench.printed().split("(?<=\n})\n"));
		assertThat(objects).hasSize(3);
		assertThat(JsonPath.<String>read(objects.get(0), "$.line")).isEqualTo("{\"message\":\"Gr\u00fc\u00dfe\"}");
		assertThat(JsonPath.<String>read(objects.get(1), "$.line")).isEqualTo("second");
	}

	private ExitStatus follow(String lines) {
		this.bench.follow = true;
		after(6, Thread.currentThread()::interrupt);
		try {
			return this.bench.run(Verb.LOGS, lines);
		}
		finally {
			assertThat(Thread.interrupted()).isTrue();
		}
	}

	private void after(int seconds, Action action) {
		this.bench.time.after(Duration.ofSeconds(seconds), () -> {
			try {
				action.run();
			}
			catch (IOException ex) {
				throw new AssertionError(ex);
			}
		});
	}

	private void write(String text) throws IOException {
		Files.write(this.log, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE,
				StandardOpenOption.APPEND);
	}

	/**
	 * Something that happens to the file.
	 */
	@FunctionalInterface
	private interface Action {

		void run() throws IOException;

	}

}
