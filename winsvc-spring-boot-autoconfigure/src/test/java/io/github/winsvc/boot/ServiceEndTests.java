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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.winsvc.launch.ServiceLaunch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the end of a service in a process of its own, whose SCM is the console. Most
 * of the time is spent waiting for these processes.
 */
@Execution(ExecutionMode.CONCURRENT)
class ServiceEndTests {

	private static final String OK = "0";

	@ParameterizedTest
	@CsvSource({ "exit-0, 0, 0", "exit-3, 3, 3", "spring-exit, 5, 5", "hook, 3, 3", "exit-in-runner, 3, 3",
			"exit-in-post-construct, 3, 3", "throw-in-post-construct, 1, 1", "throw-with-exit-code, 42, 42",
			"close, 0, 0" })
	void whenApplicationEndsByItselfThenServiceEndsWithItsCode(String way, int serviceCode, int exitCode) {
		End end = run("--way=" + way);
		assertThat(end.stopped()).containsExactly(code(serviceCode));
		assertThat(end.exitCode).isEqualTo(exitCode);
		assertThat(end.lines).last().asString().contains("STOPPED");
	}

	@Test
	void whenOtherHooksAreStillAtWorkThenServiceIsNotYetStopped() {
		assertThat(run("--way=hook").lines).containsSubsequence("destroyed", "the hook has finished")
			.last()
			.asString()
			.contains("STOPPED");
	}

	@Test
	void whenNoThreadIsLeftThenServiceEndsWell() {
		assertThat(run("--spring.main.keep-alive=false").stopped()).containsExactly(OK);
	}

	@Test
	void whenMainFailsBeforeTheContextThenNothingIsReported() {
		End end = run("--way=throw-in-main");
		assertThat(end.exitCode).isEqualTo(1);
		assertThat(end.reports()).isEmpty();
	}

	@Test
	void whenProcessIsHaltedThenNobodyReportsItStopped() {
		End end = run("--way=halt");
		assertThat(end.exitCode).isEqualTo(9);
		assertThat(end.reports()).last().asString().contains("RUNNING");
	}

	@ParameterizedTest
	@CsvSource({ "hang-in-post-construct, winsvc.start.no-progress-timeout, 1460",
			"steps-in-runner, winsvc.start.timeout, 1461", "broken, winsvc.liveness.grace, 1462" })
	void whenApplicationExceedsItsTimeThenThreadsAreLoggedAndServiceEndsAsFailed(String way, String property,
			int code) {
		End end = run("--way=" + way, "--" + property + "=3s");
		assertThat(end.stopped()).containsExactly(code(code));
		assertThat(end.exitCode).isEqualTo(code & 0xff);
		assertThat(end.lines).anyMatch((line) -> line.contains(property) && line.contains("Threads:"))
			.anyMatch((line) -> line.startsWith("\"winsvc-status\" "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "out-of-memory", "out-of-memory-logged" })
	void whenMemoryRunsOutThenServiceEndsAsFailed(String way) {
		End end = run("--way=" + way);
		assertThat(end.stopped()).containsExactly(code(1463));
		assertThat(end.lines).anyMatch((line) -> line.contains("The JVM has run out of memory"));
	}

	@Test
	void whenThreadsAreDeadlockedThenServiceEndsAsFailedIfThatIsWanted() {
		End end = run("--way=deadlock", "--winsvc.liveness.deadlocks=true", "--winsvc.liveness.interval=200ms");
		assertThat(end.stopped()).containsExactly(code(1466));
		assertThat(end.lines)
			.anyMatch((line) -> line.contains("Threads that wait for each other: ") && line.contains("takes orders")
					&& line.contains("takes stock"))
			.anyMatch((line) -> line.startsWith("\"takes stock\" "));
	}

	@Test
	void whenBeanDoesNotLetGoThenStopIsForcedAndIsNoFailure() {
		End end = type("s", "--way=hang-in-pre-destroy", "--winsvc.stop.timeout=1s");
		assertThat(end.stopped()).containsExactly(OK);
		assertThat(end.exitCode).isZero();
		assertThat(end.lines).anyMatch((line) -> line.contains("winsvc.stop.timeout"))
			.anyMatch((line) -> line.contains("EndingMain.hang"));
	}

	@Test
	void whenBeanExitsWhileItIsDestroyedThenTheStopCounts() {
		End end = type("s", "--way=exit-in-pre-destroy", "--winsvc.stop.timeout=2s");
		assertThat(end.stopped()).containsExactly(OK);
	}

	@Test
	void whenStoppedThenContextIsClosedAndServiceEndsWell() {
		End end = type("s");
		assertThat(end.stopped()).containsExactly(OK);
		assertThat(end.exitCode).isZero();
		assertThat(end.lines).contains("destroyed").last().asString().contains("STOPPED");
		assertThat(end.lines).anyMatch((line) -> line.contains("The service ends with exit code 0"));
	}

	@Test
	void whenStackCannotBeReadThenExitIsAFailureAllTheSame() {
		End end = new Running(List.of(), "--way=exit-3").end();
		assertThat(end.stopped()).containsExactly(code(1));
		assertThat(end.exitCode).isEqualTo(3);
	}

	private static String code(int serviceCode) {
		return (serviceCode != 0) ? "1066 ERROR_SERVICE_SPECIFIC_ERROR, service code " + serviceCode : OK;
	}

	private static End run(String... arguments) {
		return new Running(List.of(ServiceLaunch.EXIT_STATUS), arguments).end();
	}

	/**
	 * Run and type a line once the service is running.
	 */
	private static End type(String line, String... arguments) {
		Running running = new Running(List.of(ServiceLaunch.EXIT_STATUS), arguments);
		running.running.join();
		running.type(line);
		return running.end();
	}

	private record End(int exitCode, List<String> lines) {

		List<String> reports() {
			return this.lines.stream()
				.filter((line) -> line.matches("\\[winsvc] \\S+  (STOPPED|RUNNING|\\w+_PENDING|PAUSED),.*"))
				.toList();
		}

		List<String> stopped() {
			return reports().stream()
				.filter((line) -> line.contains("  STOPPED, exit code "))
				.map((line) -> line.substring(line.indexOf("exit code ") + "exit code ".length()))
				.toList();
		}

	}

	private static final class Running {

		private final Process process;

		private final List<String> lines = new ArrayList<>();

		private final CompletableFuture<Void> running = new CompletableFuture<>();

		private final Thread reader = new Thread(this::read);

		Running(List<String> options, String... arguments) {
			List<String> command = Stream
				.of(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
						"-XX:TieredStopAtLevel=1"), options,
						List.of("-cp", System.getProperty("java.class.path"), EndingMain.class.getName(),
								"--winsvc.console", "--spring.main.banner-mode=off",
								"--spring.main.web-application-type=none"),
						List.of(arguments))
				.flatMap(List::stream)
				.toList();
			try {
				this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			this.reader.start();
		}

		private void read() {
			this.process.inputReader(StandardCharsets.UTF_8).lines().forEach((line) -> {
				this.lines.add(line);
				if (line.contains("  RUNNING, ")) {
					this.running.complete(null);
				}
			});
			this.running.completeExceptionally(new AssertionError(String.join("\n", this.lines)));
		}

		void type(String line) {
			try {
				this.process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
				this.process.getOutputStream().flush();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		End end() {
			try {
				boolean ended = this.process.waitFor(60, TimeUnit.SECONDS);
				this.process.destroyForcibly();
				this.reader.join();
				assertThat(ended).as(() -> "ended in time: " + String.join("\n", this.lines)).isTrue();
				return new End(this.process.exitValue(), this.lines);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}

	}

}
