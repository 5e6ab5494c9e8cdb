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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.winsvc.sample.machine.MachineDirectory;
import io.github.winsvc.sample.machine.WindowsMachine;

/**
 * The sample as {@code java -jar} runs it, of which no SCM knows.
 *
 * @param machine where it runs
 * @param sample the sample
 */
record Plain(WindowsMachine machine, Sample sample) implements Contender {

	private static final Duration BOUND = Duration.ofHours(1);

	@Override
	public String name() {
		return Report.PLAIN;
	}

	@Override
	public int port() {
		return this.sample.port();
	}

	@Override
	public Path log() {
		return this.sample.log().host();
	}

	@Override
	public Watch watch() {
		return Watch.ofNone();
	}

	@Override
	public void start() {
		MachineDirectory directory = this.sample.directory();
		List<String> command = this.sample.command(this.machine.javaExecutable());
		Thread thread = new Thread(() -> this.machine.run(directory, BOUND, command), "plain");
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Ctrl+C. On Windows, where nothing sends it to a process without a console of its
	 * own, the process is killed.
	 */
	@Override
	public void stop(List<MachineProcess> processes) {
		if (ProcessTable.WINDOWS) {
			kill(processes);
			return;
		}
		try {
			for (MachineProcess process : processes) {
				new ProcessBuilder("kill", "-INT", Long.toString(process.id())).start();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void kill(List<MachineProcess> processes) {
		processes.forEach(MachineProcess::kill);
	}

	@Override
	public String scm() {
		return "-";
	}

}
