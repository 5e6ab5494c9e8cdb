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

package io.github.winsvc.sample.machine;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32Util;
import com.sun.jna.platform.win32.Tlhelp32;

/**
 * Tells about another process of the machine it runs in.
 */
final class ProcessProgram {

	private ProcessProgram() {
	}

	/**
	 * Run the program.
	 * @param machine where to run it
	 * @param question what to tell
	 * @param processId the other process
	 * @return its output
	 */
	static ProgramResult run(WindowsMachine machine, String question, long processId) {
		MachineDirectory directory = machine.directory("process-" + UUID.randomUUID());
		String classPath = MachineClassPath.copy(directory, ProcessProgram.class, Native.class, Kernel32Util.class);
		return machine.java(directory, "-Xmx64m", "-XX:TieredStopAtLevel=1", "-cp", classPath,
				ProcessProgram.class.getName(), question, Long.toString(processId));
	}

	public static void main(String[] args) throws Exception {
		long processId = Long.parseLong(args[1]);
		switch (args[0]) {
			case "end" -> awaitEnd(processId);
			case "libraries" -> Kernel32Util.getModules((int) processId)
				.stream()
				.map(Tlhelp32.MODULEENTRY32W::szExePath)
				.forEach(System.out::println);
			default -> throw new IllegalArgumentException(args[0]);
		}
	}

	private static void awaitEnd(long processId) throws Exception {
		Optional<ProcessHandle> process = ProcessHandle.of(processId);
		if (process.isPresent()) {
			process.get().onExit().get(30, TimeUnit.SECONDS);
		}
	}

}
