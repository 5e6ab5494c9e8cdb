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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import io.github.winsvc.sample.machine.ProgramResult;
import io.github.winsvc.sample.machine.WindowsMachine;

/**
 * Installs the sample with winsvc.
 */
final class Winsvc {

	/** How long an archive of classes may take to be recorded, which Wine is slow at. */
	private static final Duration PATIENCE = Duration.ofMinutes(25);

	private static final Duration INTERVAL = Duration.ofSeconds(20);

	/** What is idle so long gets its archive, in the place of the longer default. */
	private static final String ARCHIVE_DELAY = "--winsvc.archive.delay=5s";

	private final WindowsMachine machine;

	private final Sample sample;

	private final String service;

	private Winsvc(WindowsMachine machine, String layout) throws IOException {
		this.machine = machine;
		this.service = "bench-" + layout;
		this.sample = Sample.copy(machine, this.service);
	}

	/**
	 * Install a service that runs from the jar where it lies, with an archive of the
	 * classes of Java.
	 */
	static Contender inPlace(WindowsMachine machine) throws IOException, NotAvailableException, InterruptedException {
		return contender(machine, "in-place", "winsvc in place");
	}

	/**
	 * Install a service that runs from a copy made for fast starts, with an archive of
	 * all classes.
	 */
	static Contender prepared(WindowsMachine machine) throws IOException, NotAvailableException, InterruptedException {
		return contender(machine, "prepared", "winsvc prepared");
	}

	private static Contender contender(WindowsMachine machine, String layout, String name)
			throws IOException, NotAvailableException, InterruptedException {
		Winsvc winsvc = new Winsvc(machine, layout);
		ProgramResult installed = winsvc.install(layout);
		if (installed.exitCode() != 0) {
			throw new NotAvailableException("install has failed: " + installed);
		}
		machine.sc("start", winsvc.service).orFail();
		winsvc.awaitArchive();
		winsvc.run("--winsvc.stop").orFail();
		return winsvc.contender(name);
	}

	private ProgramResult install(String layout) {
		List<String> arguments = new ArrayList<>(
				List.of("--winsvc.install", "--winsvc.no-start", "--winsvc.layout=" + layout, ARCHIVE_DELAY));
		arguments.addAll(this.sample.arguments());
		return run(arguments.toArray(String[]::new));
	}

	private void awaitArchive() throws NotAvailableException, InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		String archive = archive();
		while (!archive.startsWith("ready")) {
			if (System.nanoTime() > deadline) {
				throw new NotAvailableException(
						"the archive is still '%s' after %d minutes".formatted(archive, PATIENCE.toMinutes()));
			}
			Thread.sleep(INTERVAL.toMillis());
			archive = archive();
		}
	}

	private String archive() {
		ProgramResult status = run("--winsvc.status", "--winsvc.output=json");
		return JsonMapper.shared().readTree(status.output()).path("archive").asString("unknown");
	}

	private ProgramResult run(String... arguments) {
		List<String> command = new ArrayList<>(
				List.of(this.machine.javaExecutable(), "-jar", this.sample.jar().windows()));
		command.addAll(Arrays.asList(arguments));
		command.add("--winsvc.name=" + this.service);
		return this.machine.run(this.sample.directory(), WindowsMachine.PATIENCE, command);
	}

	private Contender contender(String name) {
		Path log = this.machine.host("C:\\ProgramData\\winsvc\\" + this.service)
			.resolve("logs")
			.resolve(this.service + ".log");
		return new InstalledService(this.machine, name, this.service, this.sample.port(), log);
	}

}
