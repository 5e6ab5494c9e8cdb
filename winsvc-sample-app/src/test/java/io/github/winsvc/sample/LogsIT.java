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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import io.github.winsvc.sample.machine.Await;
import io.github.winsvc.sample.machine.ProgramResult;
import io.github.winsvc.sample.machine.WindowsMachine;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a service writes, and who can read it.
 */
@TestMethodOrder(OrderAnnotation.class)
class LogsIT {

	private static final int PORT = Operator.freePort();

	private static final List<String> FIELDS = List.of("timestamp", "level", "service_name", "host_ip", "instance",
			"logger", "thread", "message", "exception", "mdc_customer");

	@AutoClose
	private static WindowsMachine machine;

	private static Operator operator;

	@BeforeAll
	static void open() {
		machine = WindowsMachine.open();
		operator = Operator.withExtractedJar(machine);
		operator.add(Talk.class);
		operator.run("--winsvc.install", "--server.port=" + PORT, "--orders.talk=true").orFail();
	}

	private static Path log(String suffix) {
		return operator.home().resolve("logs").resolve(Operator.SERVICE + suffix);
	}

	private static Map<String, Object> json(String line) {
		return JsonPath.read(line, "$");
	}

	@Test
	@Order(1)
	void whenNothingIsConfiguredThenTheServiceLogsToItsFileInUtf8() throws IOException {
		assertThat(operator.log()).anyMatch((line) -> line.contains(" WARN ") && line.contains(Talk.TEXT + ", logged"))
			.anyMatch((line) -> line.startsWith("java.lang.IllegalStateException: None is free"))
			.noneMatch((line) -> line.contains("printed"));
	}

	@Test
	@Order(1)
	void whenTheApplicationPrintsThenThatIsInAFileAndTheLogIsNot() throws IOException {
		assertThat(Files.readAllLines(log("-console.log"), StandardCharsets.UTF_8))
			.contains(Talk.TEXT + ", printed", Talk.TEXT + ", an error")
			.noneMatch((line) -> line.contains("logged"));
	}

	@Test
	@Order(1)
	void whenTheServiceRunsThenTheJvmHasAFileForItsWarnings() {
		assertThat(log("-jvm.log")).exists();
	}

	@Test
	@Order(1)
	@SuppressWarnings("unchecked")
	void whenLogsAreAskedForThenTheyArePrinted() {
		List<String> log = operator.log();
		ProgramResult text = operator.run("--winsvc.logs=100000").orFail();
		assertThat(text.output()).contains(", logged", "IllegalStateException: None is free");
		ProgramResult json = operator.run("--winsvc.logs=100000", "--winsvc.output=json").orFail();
		assertThat((List<Object>) json(json.output()).get("lines")).startsWith(log.toArray())
			.anyMatch((line) -> line.toString().contains(Talk.TEXT));
		assertThat(operator.run("--winsvc.logs=3").orFail().output().lines()).hasSize(3);
	}

	@Test
	@Order(1)
	@Tag("wine")
	void whenLogsAreFollowedThenNewLinesArePrintedAsTheyCome() throws InterruptedException {
		List<String> lines = new CopyOnWriteArrayList<>();
		Thread follower = new Thread(() -> operator.show(lines::add, "--winsvc.logs=1", "--winsvc.follow"));
		follower.start();
		Await.until(lines::size, (size) -> size > 0, Operator.PATIENCE, "the last line");
		assertThat(lines).noneMatch((line) -> line.startsWith("\"winsvc-status\""));
		operator.run("--winsvc.control=255").orFail();
		Await.until(() -> lines, (all) -> all.stream().anyMatch((line) -> line.startsWith("\"winsvc-status\"")),
				Operator.PATIENCE, "the threads that the control has written to the log");
		LinuxProcess.find(machine, "--winsvc.follow").orElseThrow().kill();
		follower.join();
	}

	@Test
	@Order(1)
	void whenStatusIsAskedForThenItTellsWhereTheLogIsAndHowLong() {
		assertThat(operator.run("--winsvc.status").orFail().output())
			.containsPattern("Log file +C:\\\\ProgramData\\\\winsvc\\\\order-intake\\\\logs\\\\order-intake\\.log")
			.containsPattern("Log rolling +at 10MB, kept for 30 days, at most 1GB in all");
	}

	@Test
	@Order(2)
	void whenTheFlatFormIsConfiguredThenEachLineIsJson() throws IOException {
		operator.run("--winsvc.stop").orFail();
		Files.delete(log(".log"));
		operator.run("--winsvc.install", "--server.port=" + PORT, "--orders.talk=true", "--winsvc.logs.format=flat")
			.orFail();
		operator.run("--winsvc.stop").orFail();
		Map<String, Object> event = operator.log()
			.stream()
			.map(LogsIT::json)
			.filter((each) -> each.containsKey("mdc_customer"))
			.findFirst()
			.orElseThrow();
		assertThat(event).containsKeys(FIELDS.toArray(String[]::new))
			.containsEntry("service_name", "order-intake")
			.containsEntry("instance", "order-intake")
			.containsEntry("level", "WARN");
		assertThat(event.get("message")).asString().startsWith(Talk.TEXT + ", logged").contains("\n\"twice\"");
	}

	@Test
	@Order(3)
	@Tag("wine")
	void whenACollectorReadsTheLogThenItFindsTheFieldsOfEachEvent(@TempDir Path directory)
			throws IOException, InterruptedException {
		List<String> events = operator.log();
		List<String> collected = Rsyslog.collect(log(".log"), directory, events.size(), FIELDS);
		assertThat(collected).hasSameSizeAs(events);
		IntStream.range(0, events.size()).forEach((i) -> {
			Map<String, Object> event = json(events.get(i));
			event.keySet().retainAll(FIELDS);
			assertThat(json(collected.get(i))).containsAllEntriesOf(event);
		});
	}

}
