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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.winsvc.launch.ServiceLaunch;
import io.github.winsvc.sample.machine.Await;
import io.github.winsvc.sample.machine.SmokeService;
import io.github.winsvc.sample.machine.ControlProgram;
import io.github.winsvc.sample.machine.StatusWatch;
import io.github.winsvc.sample.machine.WindowsMachine;
import io.github.winsvc.scm.ServiceState;

/**
 * Measures what being a service costs, beside the same without it and in turn, and prints
 * the figures and the ratio of their medians. Figures of a machine that does other work
 * at the same time say little; ratios say more.
 */
final class Bench {

	private static final int CONTROLS = 10_000;

	private static final int ROUNDS = 5;

	private static final Pattern ROUND_TRIP = Pattern.compile("p50 (\\d+) p99 (\\d+) max (\\d+)");

	private Bench() {
	}

	/**
	 * Run the benchmarks.
	 * @param arguments none
	 * @throws Exception if a program cannot be run
	 */
	public static void main(String[] arguments) throws Exception {
		handler();
		EventLogBench.run();
		shutdown();
		HealthBench.run();
		try (WindowsMachine machine = WindowsMachine.open()) {
			new Machine(machine, Operator.withExtractedJar(machine), Operator.freePort()).run();
		}
	}

	private static void handler() {
		HandlerBench.control(CONTROLS);
		HandlerBench.stop(100);
		print("control handler, %d controls, no SCM".formatted(CONTROLS), "ns", HandlerBench.control(CONTROLS));
		print("STOP until the context is to be closed, 200 services, no SCM", "ns", HandlerBench.stop(200));
	}

	private static void print(String what, String unit, Figures figures) {
		System.out.printf("%s: p50 %d %s, p99 %d %s, max %d %s%n", what, figures.p50(), unit, figures.p99(), unit,
				figures.max(), unit);
	}

	/**
	 * How long it takes to end on this system: from STOP to STOPPED as the service of a
	 * console, and from SIGTERM to the end of the process without it. After STOPPED, the
	 * JVM waits 300 ms for the thread that reads the keyboard, which no service has.
	 */
	private static void shutdown() throws IOException, InterruptedException {
		long[] service = new long[ROUNDS];
		long[] plain = new long[ROUNDS];
		for (int round = 0; round < ROUNDS; round++) {
			service[round] = milliseconds(true);
			plain[round] = milliseconds(false);
		}
		Figures serviceFigures = Figures.of(service);
		Figures plainFigures = Figures.of(plain);
		System.out.printf("end: STOP to STOPPED %s ms, SIGTERM to end of plain process %s ms, ratio of medians %s%n",
				Arrays.toString(service), Arrays.toString(plain), serviceFigures.ratioTo(plainFigures));
	}

	private static long milliseconds(boolean service) throws IOException, InterruptedException {
		int port = Operator.freePort();
		Path directory = Files.createTempDirectory("winsvc-bench");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), ServiceLaunch.EXIT_STATUS,
						"-jar", PackagedSample.jar().toAbsolutePath().toString(), "--server.port=" + port,
						"--spring.datasource.url=jdbc:h2:mem:bench"));
		if (service) {
			command.add("--winsvc.console");
		}
		Process process = new ProcessBuilder(command).directory(directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(service ? Redirect.PIPE : Redirect.DISCARD)
			.start();
		CompletableFuture<Long> stopped = CompletableFuture.supplyAsync(() -> stopped(process));
		Await.until(() -> new SampleClient(port).health().orElse(0), (status) -> status == 200, Operator.PATIENCE,
				"health");
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

	/**
	 * What is measured on a machine.
	 */
	private record Machine(WindowsMachine machine, Operator operator, int port) {

		void run() throws Exception {
			this.operator.add(Faults.class);
			this.operator.run("--winsvc.install", "--server.port=" + this.port, "--orders.fault=none").orFail();
			memory();
			controls();
			this.machine.sc("stop", Operator.SERVICE).orFail();
		}

		private void memory() throws InterruptedException {
			long service = measure("-Dwinsvc.service=" + Operator.SERVICE, this.port);
			int plainPort = Operator.freePort();
			Thread plain = new Thread(() -> this.operator.run("--server.port=" + plainPort, "--orders.fault=none",
					"--spring.datasource.url=jdbc:h2:mem:bench"));
			plain.start();
			long memory = measure("--server.port=" + plainPort, plainPort);
			System.out.printf("memory after start: service %d MB, plain %d MB, ratio %.2f%n", service, memory,
					(double) service / memory);
			LinuxProcess.find(this.machine, "--server.port=" + plainPort).orElseThrow().kill();
			plain.join();
		}

		private long measure(String text, int port) {
			Await.until(() -> new SampleClient(port).health().orElse(0), (status) -> status == 200, Operator.PATIENCE,
					"health");
			return LinuxProcess.find(this.machine, text).orElseThrow().memory();
		}

		private void controls() {
			SmokeService.create(this.machine, "bare");
			StatusWatch watch = this.machine.watch("bare");
			this.machine.sc("start", "bare").orFail();
			watch.await(ServiceState.RUNNING, Operator.PATIENCE);
			for (int round = 0; round < 3; round++) {
				Figures own = roundTrip(Operator.SERVICE);
				Figures bare = roundTrip("bare");
				print("ControlService of a service, %d controls".formatted(CONTROLS), "us", own);
				print("ControlService of a bare handler, %d controls".formatted(CONTROLS), "us", bare);
				System.out.println("ratio of medians " + own.ratioTo(bare));
			}
			this.machine.sc("stop", "bare").orFail();
		}

		private Figures roundTrip(String service) {
			String output = ControlProgram
				.run(this.machine, service, "send", Integer.toString(Faults.COUNTED_CONTROL),
						Integer.toString(CONTROLS))
				.orFail()
				.output();
			Matcher matcher = ROUND_TRIP.matcher(output);
			if (!matcher.find()) {
				throw new IllegalStateException(output);
			}
			return new Figures(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)),
					Long.parseLong(matcher.group(3)));
		}

	}

}
