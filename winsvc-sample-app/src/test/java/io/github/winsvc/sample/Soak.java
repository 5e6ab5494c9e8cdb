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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.winsvc.sample.machine.Await;
import io.github.winsvc.sample.machine.ControlProgram;
import io.github.winsvc.sample.machine.StatusReport;
import io.github.winsvc.sample.machine.StatusWatch;
import io.github.winsvc.sample.machine.WindowsMachine;
import io.github.winsvc.scm.ServiceState;

/**
 * Starts and stops the packaged sample again and again on a machine of Wine, then pauses
 * and continues it again and again, and shows what is left or grows.
 */
final class Soak {

	private static final String MARKER = "-Dwinsvc.service=" + Operator.SERVICE;

	private static final int INTERVAL = 10;

	private static final int PAUSES = 500;

	private final WindowsMachine machine;

	private final Operator operator;

	private Soak(WindowsMachine machine) {
		this.machine = machine;
		this.operator = Operator.withExtractedJar(machine);
	}

	/**
	 * Run the soak.
	 * @param arguments how many times to start and stop
	 * @throws IOException if files of the machine cannot be read
	 */
	public static void main(String[] arguments) throws IOException {
		try (WindowsMachine machine = WindowsMachine.open()) {
			new Soak(machine).run(Integer.parseInt(arguments[0]));
		}
	}

	private void run(int cycles) throws IOException {
		// Nothing but what every application has, as it is the start that is repeated
		this.operator
			.run("--winsvc.install", "--spring.main.web-application-type=none",
					"--spring.main.lazy-initialization=true")
			.orFail();
		this.operator.run("--winsvc.stop").orFail();
		LinuxProcess server = LinuxProcess.find(this.machine, "wineserver").orElseThrow();
		LinuxProcess manager = LinuxProcess.find(this.machine, "services.exe").orElseThrow();
		System.out.println("cycle  ms of the cycle  service: MB threads files  SCM: MB threads files"
				+ "  server: MB files  temporary files  log directory");
		for (int cycle = 1; cycle <= cycles; cycle++) {
			cycle(cycle, server, manager, cycle % INTERVAL == 0 || cycle == 1 || cycle == cycles);
		}
		System.out.printf("Started and stopped %d times. Each ended with exit code 0, and no process is left.%n",
				cycles);
		pause();
	}

	private void cycle(int cycle, LinuxProcess server, LinuxProcess manager, boolean shown) throws IOException {
		long begin = System.nanoTime();
		StatusWatch watch = start();
		LinuxProcess service = LinuxProcess.find(this.machine, MARKER).orElseThrow();
		String inside = "%d %d %d".formatted(service.memory(), service.threads(), service.files());
		this.machine.sc("stop", Operator.SERVICE).orFail();
		StatusReport last = last(watch.await(ServiceState.STOPPED, Operator.PATIENCE));
		Await.until(service::isAlive, (alive) -> !alive, Duration.ofMinutes(1), "the end of the process");
		if (!last.equals(Statuses.STOPPED) || LinuxProcess.find(this.machine, MARKER).isPresent()) {
			throw new AssertionError("The service has ended with " + last + ", or a process is left");
		}
		if (shown) {
			System.out.printf("%5d  %15d  %s  %d %d %d  %d %d  %d  %s%n", cycle,
					(System.nanoTime() - begin) / 1_000_000, inside, manager.memory(), manager.threads(),
					manager.files(), server.memory(), server.files(), count("C:\\users"),
					Operator.files(this.operator.home().resolve("logs")));
		}
	}

	private void pause() {
		start();
		LinuxProcess service = LinuxProcess.find(this.machine, MARKER).orElseThrow();
		for (int round = 0; round < 3; round++) {
			ControlProgram.run(this.machine, Operator.SERVICE, "pause", Integer.toString(PAUSES)).orFail();
			System.out.printf("Paused and continued %d times: %d MB, %d threads, %d files%n", (round + 1) * PAUSES,
					service.memory(), service.threads(), service.files());
		}
		this.machine.sc("stop", Operator.SERVICE).orFail();
	}

	private StatusWatch start() {
		StatusWatch watch = this.machine.watch(Operator.SERVICE);
		this.machine.sc("start", Operator.SERVICE).orFail();
		watch.await(ServiceState.RUNNING, Operator.PATIENCE);
		return watch;
	}

	private static StatusReport last(List<StatusReport> reports) {
		return reports.get(reports.size() - 1);
	}

	private long count(String directory) throws IOException {
		Path path = this.machine.host(directory);
		try (Stream<Path> files = Files.walk(path)) {
			return files.filter(Files::isRegularFile).count();
		}
	}

}
