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

package io.github.winsvc.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.winsvc.launch.ServiceLaunch;

/**
 * Measures how long it takes to end on this system: from STOP to STOPPED as the service
 * of a console, and from SIGTERM to the end of the process without it. After STOPPED, the
 * JVM waits 300 ms for the thread that reads the keyboard, which no service has.
 */
final class EndMain {

	private static final int ROUNDS = 5;

	private EndMain() {
	}

	/**
	 * Run the benchmark.
	 * @param arguments none
	 * @throws Exception if the sample cannot be run
	 */
	public static void main(String[] arguments) throws Exception {
		long[] service = new long[ROUNDS];
		long[] plain = new long[ROUNDS];
		for (int round = 0; round < ROUNDS; round++) {
			service[round] = milliseconds(true);
			plain[round] = milliseconds(false);
		}
		System.out.printf("end: STOP to STOPPED %s ms, SIGTERM to end of plain process %s ms, ratio of medians %s%n",
				Arrays.toString(service), Arrays.toString(plain), Figures.of(service).ratioTo(Figures.of(plain)));
	}

	private static long milliseconds(boolean service) throws IOException, InterruptedException {
		int port = Health.freePort();
		Path directory = Files.createTempDirectory("winsvc-bench");
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), ServiceLaunch.EXIT_STATUS, "-jar",
				Sample.source().toString(), "--server.port=" + port, "--spring.datasource.url=jdbc:h2:mem:bench"));
		if (service) {
			command.add("--winsvc.console");
		}
		Process process = new ProcessBuilder(command).directory(directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(service ? Redirect.PIPE : Redirect.DISCARD)
			.start();
		CompletableFuture<Long> stopped = CompletableFuture.supplyAsync(() -> stopped(process));
		Moment.of("health", System.nanoTime(), new Health(port)::isUp).await();
		long begin = System.nanoTime();
		if (service) {
			OutputStream keyboard = process.getOutputStream();
			keyboard.write("s\n".getBytes(StandardCharsets.US_ASCII));
			keyboard.flush();
		}
		else {
			process.destroy();
		}
		process.waitFor();
		long end = service ? stopped.join() : System.nanoTime();
		Files.delete(directory);
		return Duration.ofNanos(end - begin).toMillis();
	}

	/**
	 * Read until the console says that the service is STOPPED.
	 */
	private static long stopped(Process process) {
		boolean seen = process.inputReader().lines().anyMatch((line) -> line.contains(" STOPPED, "));
		return seen ? System.nanoTime() : 0;
	}

}
