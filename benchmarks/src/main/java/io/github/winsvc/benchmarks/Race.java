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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.winsvc.sample.machine.WindowsMachine;

/**
 * Starts and ends a contender, and takes the times.
 *
 * @param machine where it runs
 */
record Race(WindowsMachine machine) {

	private static final long SETTLE_MILLISECONDS = 3_000;

	private static final String GRACEFUL = "Graceful shutdown complete";

	/**
	 * Start and stop once.
	 */
	Run run(Contender contender) throws IOException, InterruptedException {
		ProcessTable table = ProcessTable.before(this.machine);
		try {
			return run(contender, table);
		}
		finally {
			table.since().forEach(MachineProcess::kill);
		}
	}

	private static Run run(Contender contender, ProcessTable table) throws IOException, InterruptedException {
		Started started = start(contender);
		Thread.sleep(SETTLE_MILLISECONDS);
		List<MachineProcess> processes = table.since();
		long memory = processes.stream().mapToLong(MachineProcess::memory).sum();
		long logged = Files.size(contender.log());
		Watch watch = contender.watch();
		long begin = System.nanoTime();
		Moment stopped = Moment.of("STOPPED", begin, watch.stopped());
		Moment gone = Moment.of("the end of " + processes, begin,
				() -> processes.stream().noneMatch(MachineProcess::isAlive));
		contender.stop(processes);
		double end = gone.await();
		Double told = watch.service() ? Double.valueOf(stopped.await()) : null;
		boolean graceful = Files.readString(contender.log(), StandardCharsets.ISO_8859_1)
			.substring((int) logged)
			.contains(GRACEFUL);
		return new Run(started.running(), started.ready(), told, end, names(processes), memory, graceful);
	}

	/**
	 * Start once and kill the process that the SCM knows.
	 */
	Killed kill(Contender contender) throws InterruptedException {
		ProcessTable table = ProcessTable.before(this.machine);
		try {
			start(contender);
			List<MachineProcess> processes = table.since();
			contender.kill(processes);
			Thread.sleep(SETTLE_MILLISECONDS);
			List<MachineProcess> left = processes.stream().filter(MachineProcess::isAlive).toList();
			return new Killed(names(left), new Health(contender.port()).isUp(), contender.scm());
		}
		finally {
			table.since().forEach(MachineProcess::kill);
		}
	}

	private static List<String> names(List<MachineProcess> processes) {
		return processes.stream().map(MachineProcess::name).toList();
	}

	private static Started start(Contender contender) {
		Health health = new Health(contender.port());
		Watch watch = contender.watch();
		long begin = System.nanoTime();
		Moment running = Moment.of("RUNNING", begin, watch.running());
		Moment ready = Moment.of("the first 200", begin, health::isUp);
		contender.start();
		double answered = ready.await();
		return new Started(watch.service() ? Double.valueOf(running.await()) : null, answered);
	}

	private record Started(@Nullable Double running, double ready) {

	}

}
