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

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import io.github.winsvc.sample.machine.WindowsMachine;

/**
 * Runs the sample in every way there is, in turn, on one machine.
 */
final class ContendersMain {

	private static final int ROUNDS = 3;

	private final WindowsMachine machine;

	private final Set<String> chosen;

	private final List<Contender> contenders = new ArrayList<>();

	private final Map<String, String> unavailable = new LinkedHashMap<>();

	private ContendersMain(WindowsMachine machine, Set<String> chosen) {
		this.machine = machine;
		this.chosen = chosen;
	}

	/**
	 * Run the benchmark.
	 * @param arguments the number of rounds, and which contenders, with commas between;
	 * all by default
	 * @throws Exception if a contender cannot be run
	 */
	public static void main(String[] arguments) throws Exception {
		int rounds = (arguments.length > 0) ? Integer.parseInt(arguments[0]) : ROUNDS;
		Set<String> chosen = (arguments.length > 1) ? Set.of(arguments[1].split(",")) : Set.of();
		double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
		int processors = Runtime.getRuntime().availableProcessors();
		if (load > processors / 4.0) {
			System.out.printf("This machine is busy, its load is %.1f: the figures will say little%n", load);
		}
		Report report;
		try (WindowsMachine machine = WindowsMachine.open()) {
			report = new ContendersMain(machine, chosen).run(rounds, load);
		}
		Path target = Path.of(System.getProperty("benchmarks.target"));
		Files.writeString(target.resolve("benchmarks.txt"), report.text());
		Files.writeString(target.resolve("benchmarks.json"), report.json());
		Files.writeString(target.resolve("benchmarks.svg"), Chart.svg(report));
		System.out.printf("%n%s", report.text());
	}

	private Report run(int rounds, double load) throws Exception {
		add("plain", () -> new Plain(this.machine, Sample.copy(this.machine, "bench-plain")));
		add("in-place", () -> Winsvc.inPlace(this.machine));
		add("prepared", () -> Winsvc.prepared(this.machine));
		add("procrun", () -> Procrun.install(this.machine));
		add("nssm", () -> Nssm.install(this.machine));
		Map<String, List<Run>> runs = new LinkedHashMap<>();
		Race race = new Race(this.machine);
		List<Contender> turns = new ArrayList<>(this.contenders);
		for (int round = 1; round <= rounds; round++) {
			for (Contender contender : List.copyOf(turns)) {
				try {
					Run run = race.run(contender);
					System.out.printf("round %d, %s: %s%n", round, contender.name(), run);
					runs.computeIfAbsent(contender.name(), (name) -> new ArrayList<>()).add(run);
				}
				catch (RuntimeException | AssertionError ex) {
					leaveOut(contender.name(), "round %d has failed: %s".formatted(round, ex));
					turns.remove(contender);
				}
			}
			// Nobody is always the first
			Collections.rotate(turns, 1);
		}
		this.contenders.retainAll(turns);
		List<Result> results = new ArrayList<>();
		for (Contender contender : this.contenders) {
			Killed killed = race.kill(contender);
			System.out.printf("killed, %s: %s%n", contender.name(), killed);
			results.add(new Result(contender.name(), runs.getOrDefault(contender.name(), List.of()), killed));
		}
		return new Report(Facts.of(this.machine, rounds, load), results, this.unavailable);
	}

	private void add(String key, Callable<Contender> installation) throws Exception {
		if (!this.chosen.isEmpty() && !this.chosen.contains(key)) {
			this.unavailable.put(key, "not asked for");
			return;
		}
		try {
			System.out.printf("preparing %s%n", key);
			this.contenders.add(installation.call());
		}
		catch (NotAvailableException ex) {
			leaveOut(key, String.valueOf(ex.getMessage()));
		}
	}

	private void leaveOut(String contender, String reason) {
		System.out.printf("%s: not available: %s%n", contender, reason);
		this.unavailable.put(contender, reason);
	}

}
