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
import java.util.List;

import io.github.winsvc.sample.machine.MachineDirectory;
import io.github.winsvc.sample.machine.ProgramResult;
import io.github.winsvc.sample.machine.WindowsMachine;

/**
 * Installs the sample with Apache procrun, which loads the JVM into its own process.
 */
final class Procrun {

	static final String VERSION = System.getProperty("procrun-version", "");

	private static final Path PROGRAM = Path.of(System.getProperty("procrun", ""));

	private static final String SERVICE = "bench-procrun";

	private Procrun() {
	}

	static Contender install(WindowsMachine machine) throws IOException, NotAvailableException {
		if (!Files.isRegularFile(PROGRAM)) {
			throw new NotAvailableException("it could not be fetched");
		}
		Sample sample = Sample.copy(machine, SERVICE);
		MachineDirectory program = sample.directory().resolve("prunsrv.exe");
		Files.copy(PROGRAM, program.host());
		String java = machine.javaExecutable();
		String home = java.substring(0, java.lastIndexOf("\\bin\\"));
		ProgramResult result = machine.run(sample.directory(), WindowsMachine.PATIENCE,
				List.of(program.windows(), "//IS//" + SERVICE, "--ServiceUser=LocalSystem", "--StartMode=jvm",
						"--StopMode=jvm", "--Jvm=" + home + "\\bin\\server\\jvm.dll",
						"--Classpath=" + sample.jar().windows(), "--StartPath=" + sample.directory().windows(),
						"--StartClass=org.springframework.boot.loader.launch.JarLauncher", "--StartMethod=main",
						"--StartParams=" + String.join("#", sample.argumentsWithLog()), "--StopClass=java.lang.System",
						"--StopMethod=exit", "--LogPath=" + sample.directory().windows(), "--StdOutput=auto",
						"--StdError=auto"));
		if (result.exitCode() != 0) {
			throw new NotAvailableException("prunsrv //IS failed: " + result);
		}
		return new InstalledService(machine, "procrun", SERVICE, sample.port(), sample.log().host());
	}

}
