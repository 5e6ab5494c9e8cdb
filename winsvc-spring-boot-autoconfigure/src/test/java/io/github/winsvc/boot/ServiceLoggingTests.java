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

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import com.jayway.jsonpath.JsonPath;
import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.logs.ConsoleCapture;
import io.github.winsvc.logs.JvmLog;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.test.FakeProcessEnd;
import io.github.winsvc.test.scm.FakeProcess;
import io.github.winsvc.test.scm.FakeScm;
import io.github.winsvc.test.scm.FakeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the log of a service, with the real Logback.
 */
@ExtendWith(OutputCaptureExtension.class)
class ServiceLoggingTests {

	private static final String TEXT = "Gr\u00fc\u00dfe \ud83d\ude80";

	@AutoClose
	private final FakeScm scm = new FakeScm();

	private final FakeService service = this.scm.register("orders");

	/** Spring Boot leaves some behind, and does not replace them. */
	private final Properties properties = (Properties) System.getProperties().clone();

	@TempDir
	private Path home;

	private Path logs;

	private @Nullable ConsoleCapture capture;

	@BeforeEach
	void markAsService() throws IOException {
		System.getProperties().keySet().removeIf((key) -> key.toString().startsWith("LOGBACK_ROLLINGPOLICY_"));
		this.logs = Files.createDirectory(new ServiceHome(this.home).logs());
		System.setProperty(ServiceCommandLine.MARKER, "orders");
		System.setProperty(ServiceCommandLine.HOME, this.home.toString());
	}

	@AfterEach
	void unmark() {
		System.setProperties(this.properties);
		MDC.clear();
		LoggingSystem.get(getClass().getClassLoader()).cleanUp();
	}

	@Test
	void whenNothingIsConfiguredThenItLogsToARollingFileInUtf8() throws Exception {
		Path log = run(() -> logger().info(TEXT));
		assertThat(log).hasFileName("orders.log");
		assertThat(Files.readAllLines(log)).filteredOn((line) -> line.contains(TEXT))
			.singleElement()
			.asString()
			.contains(" INFO ");
	}

	@Test
	void whenNothingIsConfiguredThenThereAreLimits() throws Exception {
		run((context) -> {
			assertThat(context.getEnvironment().getProperty("logging.logback.rollingpolicy.max-file-size"))
				.isEqualTo("10MB");
			assertThat(System.getProperty("LOGBACK_ROLLINGPOLICY_MAX_HISTORY")).isEqualTo("30");
			assertThat(System.getProperty("LOGBACK_ROLLINGPOLICY_TOTAL_SIZE_CAP"))
				.isEqualTo(String.valueOf(1024L * 1024 * 1024));
		});
	}

	@Test
	void whenLimitsAreConfiguredThenTheyCount() throws Exception {
		run((context) -> {
			assertThat(System.getProperty("LOGBACK_ROLLINGPOLICY_MAX_HISTORY")).isEqualTo("3");
			assertThat(System.getProperty("LOGBACK_ROLLINGPOLICY_MAX_FILE_SIZE")).isEqualTo("102400");
			assertThat(System.getProperty("LOGBACK_ROLLINGPOLICY_TOTAL_SIZE_CAP"))
				.isEqualTo(String.valueOf(1024L * 1024 * 1024));
		}, "--logging.logback.rollingpolicy.max-file-size=100KB", "--logging.logback.rollingpolicy.max-history=3");
	}

	@Test
	void whenAFileIsConfiguredThenThatIsTheLog() throws Exception {
		Path other = this.home.resolve("other.log");
		Path log = run(() -> logger().info(TEXT), "--logging.file.name=" + other);
		assertThat(Files.readString(other)).contains(TEXT);
		assertThat(log).doesNotExist();
	}

	@Test
	void whenADirectoryIsConfiguredThenTheLogIsThere() throws Exception {
		Path log = run(() -> logger().info(TEXT), "--logging.file.path=" + this.home.resolve("other"));
		assertThat(Files.readString(this.home.resolve("other/spring.log"))).contains(TEXT);
		assertThat(log).doesNotExist();
	}

	@Test
	void whenTheConsoleIsReplacedThenNothingIsLoggedTwice(CapturedOutput output) throws Exception {
		Path log = runWithoutConsole(() -> {
			logger().info(TEXT);
			System.out.println("Printed " + TEXT);
		});
		assertThat(Files.readString(log)).contains(TEXT).doesNotContain("Printed");
		assertThat(Files.readString(this.logs.resolve("orders-console.log"))).contains("Printed " + TEXT)
			.doesNotContain(" INFO ");
		assertThat(output).doesNotContain(TEXT);
	}

	@Test
	void whenTheLogDirectoryCannotBeWrittenThenTheServiceRunsAndSaysSo(CapturedOutput output) throws Exception {
		Files.delete(this.logs);
		Files.writeString(this.logs, "no directory");
		run(() -> logger().info(TEXT));
		assertThat(output).contains("WARN")
			.containsOnlyOnce("logs to no file, because it cannot be written")
			.contains(TEXT);
	}

	@Test
	void whenTheConfiguredFileCannotBeWrittenThenTheServiceRunsAndSaysSo(CapturedOutput output) throws Exception {
		run(() -> logger().info(TEXT), "--logging.file.name=" + this.logs);
		assertThat(output).containsOnlyOnce("logs to no file, because it cannot be written").contains(TEXT);
	}

	@Test
	void whenThereIsNeitherFileNorConsoleThenWhatTakesItsPlaceGetsTheLog() throws Exception {
		runWithoutConsole(() -> logger().info(TEXT), "--logging.file.name=" + this.logs);
		assertThat(Files.readString(this.logs.resolve("orders-console.log")))
			.containsOnlyOnce("logs to no file, because it cannot be written")
			.contains(TEXT);
	}

	@Test
	void whenTheDiskIsFullThenTheServiceRunsSaysSoOnceAndLogsAgainWhenThereIsSpace(CapturedOutput output)
			throws Exception {
		Path full = this.logs.resolve("full.log");
		Files.createSymbolicLink(full, Path.of("/dev/full"));
		run(() -> {
			addFile(full);
			await(() -> logger().info("lost"), () -> output.getOut().contains("The log cannot be written."));
			Files.delete(full);
			await(() -> logger().info("kept"), () -> Files.exists(full) && Files.readString(full).contains("kept"));
			await(() -> logger().info("kept"), () -> Files.readString(full).contains("The log can be written again."));
		});
		assertThat(output).containsOnlyOnce("The log cannot be written.").contains("No space left on device");
		assertThat(Files.readString(full)).doesNotContain("lost").contains("is missing");
	}

	/**
	 * Add a file that is not rolled, because a device cannot be renamed.
	 */
	private static void addFile(Path file) {
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setContext(context);
		encoder.setPattern("%msg%n");
		encoder.start();
		FileAppender<ILoggingEvent> appender = new FileAppender<>();
		appender.setContext(context);
		appender.setFile(file.toString());
		appender.setEncoder(encoder);
		appender.start();
		context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
	}

	@Test
	void whenFlatIsWantedThenEachEventIsALineOfJson() throws Exception {
		Path log = run(() -> {
			MDC.put("customer", "17");
			logger().atError()
				.addKeyValue("order", 4711)
				.setCause(new IllegalStateException("broken"))
				.log("%s%nsecond \"line\"\t".formatted(TEXT));
		}, "--winsvc.logs.format=flat", "--spring.application.name=shop");
		List<Map<String, Object>> events = events(log);
		assertThat(events).hasSizeGreaterThan(3)
			.allSatisfy((event) -> assertThat(event).containsKeys("timestamp", "level", "service_name", "instance",
					"logger", "thread", "message"));
		Map<String, Object> event = events.stream()
			.filter((each) -> each.containsKey("mdc_customer"))
			.findFirst()
			.orElseThrow();
		assertThat(event).containsEntry("level", "ERROR")
			.containsEntry("service_name", "shop")
			.containsEntry("instance", "orders")
			.containsEntry("logger", ServiceLoggingTests.class.getName())
			.containsEntry("message", "%s%nsecond \"line\"\t".formatted(TEXT))
			.containsEntry("mdc_customer", "17")
			.containsEntry("thread", Thread.currentThread().getName());
		assertThat(event.get("kv_order")).hasToString("4711");
		assertThat(Instant.parse(event.get("timestamp").toString())).isBetween(Instant.now().minusSeconds(60),
				Instant.now());
		assertThat(event.get("exception")).asString().startsWith("java.lang.IllegalStateException: broken");
		assertThat(event.values()).noneMatch(Map.class::isInstance);
	}

	@Test
	void whenEcsIsWantedThenItTellsServiceAndInstance() throws Exception {
		Path log = run(() -> logger().warn(TEXT), "--winsvc.logs.format=ecs", "--spring.application.name=shop",
				"--spring.profiles.active=prod");
		assertThat(events(log)).filteredOn((event) -> TEXT.equals(event.get("message")))
			.singleElement()
			.satisfies((event) -> {
				assertThat(event).containsKey("@timestamp");
				assertThat(event.get("service")).asString()
					.contains("name=shop")
					.contains("environment=prod")
					.contains("node={name=orders}");
			});
	}

	@Test
	void whenSpringBootIsToldAFormatThenThatCounts() throws Exception {
		Path log = run(() -> logger().warn(TEXT), "--winsvc.logs.format=flat",
				"--logging.structured.format.file=logstash");
		assertThat(events(log)).allSatisfy((event) -> assertThat(event).containsKey("@version"));
	}

	private static List<Map<String, Object>> events(Path log) throws IOException {
		return Files.readAllLines(log).stream().map((line) -> JsonPath.<Map<String, Object>>read(line, "$")).toList();
	}

	private static Logger logger() {
		return LoggerFactory.getLogger(ServiceLoggingTests.class);
	}

	private static void await(Action action, Condition condition) throws Exception {
		Instant end = Instant.now().plus(Duration.ofSeconds(20));
		while (!condition.holds()) {
			assertThat(Instant.now()).isBefore(end);
			action.run();
			Thread.sleep(20);
		}
	}

	private Path runWithoutConsole(Action action, String... arguments) throws Exception {
		PrintStream out = System.out;
		PrintStream err = System.err;
		this.capture = new ConsoleCapture(this.logs, "orders");
		try {
			return run(action, arguments);
		}
		finally {
			System.setOut(out);
			System.setErr(err);
			awaitFileOfJvm();
		}
	}

	/**
	 * The JVM opens it on a thread of its own, and may do so while the directory is being
	 * deleted.
	 */
	private void awaitFileOfJvm() throws Exception {
		await(() -> {
		}, () -> Files.exists(JvmLog.file(this.logs, "orders")));
	}

	private Path run(Action action, String... arguments) throws Exception {
		return run((context) -> action.run(), arguments);
	}

	private Path run(Use use, String... arguments) throws Exception {
		FakeProcess process = this.service.begin();
		SpringApplication application = new SpringApplicationBuilder(Orders.class).build();
		application.addBootstrapRegistryInitializer((registry) -> {
			registry.register(ServiceDispatcher.class, InstanceSupplier.of(process));
			registry.register(ProcessEnd.class, InstanceSupplier.of(new FakeProcessEnd()));
			if (this.capture != null) {
				registry.register(ConsoleCapture.class, InstanceSupplier.of(this.capture));
			}
		});
		ConfigurableApplicationContext context = application.run(arguments);
		this.service.awaitState(ServiceState.RUNNING);
		try {
			use.with(context);
		}
		finally {
			this.service.send(ServiceControl.Standard.STOP);
			this.service.awaitState(ServiceState.STOPPED);
		}
		return this.logs.resolve("orders.log");
	}

	/**
	 * Something that the application does.
	 */
	@FunctionalInterface
	private interface Action {

		void run() throws Exception;

	}

	/**
	 * Something that is done with the application.
	 */
	@FunctionalInterface
	private interface Use {

		void with(ConfigurableApplicationContext context) throws Exception;

	}

	/**
	 * Something that becomes true.
	 */
	@FunctionalInterface
	private interface Condition {

		boolean holds() throws Exception;

	}

	@Configuration(proxyBeanMethods = false)
	static class Orders {

	}

}
