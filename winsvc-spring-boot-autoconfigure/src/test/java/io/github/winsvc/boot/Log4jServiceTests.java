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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.launch.ServiceLaunch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.json.BasicJsonParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a service that logs with Log4j, in a process without Logback and without
 * Jakarta Validation.
 */
class Log4jServiceTests {

	private static final List<String> OTHERS = List.of("logback-classic", "logback-core", "log4j-to-slf4j",
			"jul-to-slf4j", "hibernate-validator", "jakarta.validation-api");

	@TempDir
	private Path directory;

	private List<String> run(String... arguments) throws IOException, InterruptedException {
		String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> OTHERS.stream()
				.noneMatch((library) -> Path.of(entry).getFileName().toString().startsWith(library + "-")))
			.collect(Collectors.joining(File.pathSeparator));
		List<String> command = Stream
			.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					ServiceLaunch.EXIT_STATUS, "-D" + ServiceCommandLine.HOME + "=" + this.directory, "-cp", classPath,
					Log4jMain.class.getName()), Stream.of(arguments))
			.toList();
		Path output = this.directory.resolve("output");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("ended in time").isTrue();
		assertThat(process.exitValue()).as(Files.readString(output)).isZero();
		List<String> lines = Files.readAllLines(output);
		assertThat(lines).contains("logging: Log4J2LoggingSystem, active: false");
		return lines.stream().filter((line) -> line.startsWith("event: ")).toList();
	}

	@Test
	void whenApplicationWarnsThenTheEventLogIsTold() throws Exception {
		assertThat(run())
			.anySatisfy((line) -> assertThat(line).startsWith("event: 1 The service 'orders' has started."))
			.anySatisfy((line) -> assertThat(line).startsWith("event: 101 low stock Logger: shop.Orders Thread: main"))
			.anySatisfy((line) -> assertThat(line)
				.startsWith("event: 102 no stock java.lang.IllegalStateException: empty at " + Log4jMain.class.getName()
						+ ".main"))
			.noneSatisfy((line) -> assertThat(line).contains("fine"))
			.last()
			.isEqualTo("event: 2 The service 'orders' has stopped.");
	}

	@Test
	void whenTheConfigurationNamesAnAppenderThenThatAloneIsUsed() throws Exception {
		Path configuration = this.directory.resolve("log4j2.xml");
		Files.writeString(configuration, """
				<Configuration>
					<Appenders><WinsvcEventLog name="events" level="ERROR"/></Appenders>
					<Loggers><Root level="INFO"><AppenderRef ref="events"/></Root></Loggers>
				</Configuration>
				""");
		assertThat(run("--logging.config=" + configuration)).noneMatch((line) -> line.startsWith("event: 101"))
			.filteredOn((line) -> line.startsWith("event: 102"))
			.hasSize(1);
	}

	private List<String> log(String... arguments) throws Exception {
		run(arguments);
		return Files.readAllLines(this.directory.resolve("logs").resolve("orders.log"));
	}

	@Test
	void whenServiceHasAHomeThenItLogsToAFileThere() throws Exception {
		assertThat(log()).anySatisfy((line) -> assertThat(line).contains(" WARN ", "s.Orders", ": low stock"))
			.anySatisfy((line) -> assertThat(line).contains(" INFO ", "s.Orders", ": fine"))
			.anySatisfy((line) -> assertThat(line).startsWith("java.lang.IllegalStateException: empty"));
	}

	@Test
	void whenLogIsFlatThenEachLineHasItsFields() throws Exception {
		assertThat(log("--winsvc.logs.format=flat"))
			.allSatisfy((line) -> assertThat(new BasicJsonParser().parseMap(line))
				.containsKeys("timestamp", "level", "host_ip", "instance")
				.containsEntry("service_name", "orders"))
			.anySatisfy((line) -> assertThat(line).contains("low stock"));
	}

	@Test
	void whenLogIsOfElasticThenItsEntriesAreThoseOfTheService() throws Exception {
		assertThat(log("--winsvc.logs.format=ecs"))
			.allSatisfy((line) -> assertThat(new BasicJsonParser().parseMap(line)).containsKey("ecs"))
			.anySatisfy((line) -> assertThat(line).contains("low stock"));
	}

}
