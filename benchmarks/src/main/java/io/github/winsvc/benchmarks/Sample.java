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

import io.github.winsvc.sample.machine.MachineDirectory;
import io.github.winsvc.sample.machine.WindowsMachine;

/**
 * A copy of the executable jar of the sample, in a directory of its own.
 *
 * @param directory the directory
 * @param jar the jar
 * @param port where the sample is to answer
 */
record Sample(MachineDirectory directory, MachineDirectory jar, int port) {

	/** What Windows and this program call it. */
	static final String JAR = "order-intake.jar";

	static Path source() {
		return Path.of(System.getProperty("sample-jar")).toAbsolutePath();
	}

	static Sample copy(WindowsMachine machine, String name) throws IOException {
		MachineDirectory directory = machine.directory(name);
		MachineDirectory jar = directory.resolve(JAR);
		Files.copy(source(), jar.host());
		return new Sample(directory, jar, Health.freePort());
	}

	/**
	 * Return where the sample logs, unless it has a better place.
	 */
	MachineDirectory log() {
		return this.directory.resolve("sample.log");
	}

	/**
	 * Return the arguments that all contenders have in common. The database is in memory,
	 * so that a kill leaves nothing for the next start to repair.
	 */
	List<String> arguments() {
		return List.of("--server.port=" + this.port, "--spring.datasource.url=jdbc:h2:mem:benchmark");
	}

	/**
	 * Return the arguments of a contender whose log is nobody else's business. A service
	 * of winsvc logs to a file too.
	 */
	List<String> argumentsWithLog() {
		List<String> arguments = new ArrayList<>(arguments());
		arguments.add("--logging.file.name=" + log().windows());
		return arguments;
	}

	List<String> command(String java) {
		List<String> command = new ArrayList<>(List.of(java, "-jar", this.jar.windows()));
		command.addAll(argumentsWithLog());
		return command;
	}

}
