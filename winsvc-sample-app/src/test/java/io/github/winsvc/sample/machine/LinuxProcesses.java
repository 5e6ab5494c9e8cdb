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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds processes of Linux by their environment.
 */
final class LinuxProcesses {

	private LinuxProcesses() {
	}

	/**
	 * Find the live processes that were started with a variable in their environment.
	 * @param name the name of the variable
	 * @param value its value
	 * @return the processes
	 */
	static List<ProcessHandle> withVariable(String name, String value) {
		String variable = "\0" + name + "=" + value + "\0";
		return ProcessHandle.allProcesses().filter((process) -> environment(process).contains(variable)).toList();
	}

	private static String environment(ProcessHandle process) {
		try {
			byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ"));
			return "\0" + new String(bytes, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			// Ended meanwhile, or of another user and therefore not ours.
			return "";
		}
	}

}
