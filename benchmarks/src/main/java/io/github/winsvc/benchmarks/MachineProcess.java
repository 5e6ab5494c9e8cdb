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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process of a contender.
 *
 * @param id the process id in the words of this host
 * @param name the name of its program
 */
record MachineProcess(long id, String name) {

	/**
	 * Whether the process has not ended. One that has ended on Linux is still listed
	 * until its parent has heard of it.
	 */
	boolean isAlive() {
		if (ProcessTable.WINDOWS) {
			return ProcessHandle.of(this.id).map(ProcessHandle::isAlive).orElse(false);
		}
		try {
			String stat = Files.readString(Path.of("/proc", Long.toString(this.id), "stat"),
					StandardCharsets.ISO_8859_1);
			return "ZX".indexOf(stat.charAt(stat.lastIndexOf(')') + 2)) < 0;
		}
		catch (IOException ex) {
			// No longer listed
			return false;
		}
	}

	void kill() {
		ProcessHandle.of(this.id).ifPresent(ProcessHandle::destroyForcibly);
	}

	/**
	 * Return the memory in use: of what several processes share, this one's part. On
	 * Windows the working set.
	 * @return the memory in kB
	 */
	long memory() {
		try {
			if (ProcessTable.WINDOWS) {
				return workingSet();
			}
			return Files.readAllLines(Path.of("/proc", Long.toString(this.id), "smaps_rollup"))
				.stream()
				.filter((line) -> line.startsWith("Pss:"))
				.mapToLong(MachineProcess::digits)
				.findFirst()
				.orElseThrow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The last field of the line is the working set in kB, with the separators of the
	 * user's language.
	 */
	private long workingSet() throws IOException {
		Process process = new ProcessBuilder("tasklist", "/FO", "CSV", "/NH", "/FI", "PID eq " + this.id).start();
		try (var reader = process.inputReader()) {
			String line = reader.lines().filter((candidate) -> candidate.startsWith("\"")).findFirst().orElseThrow();
			return digits(line.substring(line.lastIndexOf(",\"")));
		}
	}

	private static long digits(String text) {
		return Long.parseLong(text.replaceAll("\\D", ""));
	}

	@Override
	public String toString() {
		return this.name;
	}

}
