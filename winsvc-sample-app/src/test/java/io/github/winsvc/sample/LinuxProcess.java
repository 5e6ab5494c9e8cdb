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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.winsvc.sample.machine.WindowsMachine;

/**
 * A process of Wine as Linux sees it.
 *
 * @param id the process id in the words of Linux
 */
record LinuxProcess(long id) {

	/**
	 * Find a live process of a machine.
	 * @param machine the machine
	 * @param text what the command line of the process contains
	 */
	static Optional<LinuxProcess> find(WindowsMachine machine, String text) {
		String prefix = "WINEPREFIX=" + machine.host("C:\\").getParent() + "\0";
		return ProcessHandle.allProcesses()
			.map((process) -> new LinuxProcess(process.pid()))
			.filter((process) -> process.read("environ").contains(prefix) && process.read("cmdline").contains(text))
			.findFirst();
	}

	private String read(String name) {
		try {
			return new String(Files.readAllBytes(file(name)), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			// Ended meanwhile
			return "";
		}
	}

	boolean isAlive() {
		return ProcessHandle.of(this.id).isPresent();
	}

	void kill() {
		ProcessHandle.of(this.id).ifPresent(ProcessHandle::destroyForcibly);
	}

	/**
	 * Return the memory in use that belongs to this process alone or to others too.
	 * @return the resident set size in MB
	 */
	long memory() {
		return status("VmRSS") / 1024;
	}

	long threads() {
		return status("Threads");
	}

	long files() {
		try (Stream<Path> files = Files.list(file("fd"))) {
			return files.count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private long status(String name) {
		try {
			return Files.readAllLines(file("status"))
				.stream()
				.filter((line) -> line.startsWith(name + ":"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
				.findFirst()
				.orElseThrow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path file(String name) {
		return Path.of("/proc", Long.toString(this.id), name);
	}

}
