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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import io.github.winsvc.sample.machine.MachineDirectory;
import io.github.winsvc.sample.machine.ProgramResult;
import io.github.winsvc.sample.machine.WindowsMachine;

/**
 * Installs the sample with NSSM, which starts Java as a process of its own.
 */
final class Nssm {

	private static final Path PROGRAM = Path.of(System.getProperty("nssm", ""));

	private static final String SERVICE = "bench-nssm";

	private Nssm() {
	}

	static String version() {
		Path description = PROGRAM.resolveSibling("package.json");
		return Files.isRegularFile(description)
				? JsonMapper.shared().readTree(description.toFile()).path("version").asString("unknown") : "none";
	}

	static Contender install(WindowsMachine machine) throws IOException, NotAvailableException {
		if (!Files.isRegularFile(PROGRAM)) {
			throw new NotAvailableException("it could not be fetched");
		}
		Sample sample = Sample.copy(machine, SERVICE);
		MachineDirectory program = sample.directory().resolve("nssm.exe");
		Files.copy(PROGRAM, program.host());
		List<String> install = new ArrayList<>(List.of(program.windows(), "install", SERVICE));
		install.addAll(sample.command(machine.javaExecutable()));
		run(machine, sample, install);
		run(machine, sample, List.of(program.windows(), "set", SERVICE, "AppDirectory", sample.directory().windows()));
		String output = sample.directory().resolve("console.log").windows();
		for (String stream : List.of("AppStdout", "AppStderr")) {
			run(machine, sample, List.of(program.windows(), "set", SERVICE, stream, output));
		}
		return new InstalledService(machine, "NSSM", SERVICE, sample.port(), sample.log().host());
	}

	private static void run(WindowsMachine machine, Sample sample, List<String> command) throws NotAvailableException {
		ProgramResult result = machine.run(sample.directory(), WindowsMachine.PATIENCE, command);
		if (result.exitCode() != 0) {
			throw new NotAvailableException("%s failed: %s".formatted(command, result));
		}
	}

}
