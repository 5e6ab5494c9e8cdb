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

package io.github.winsvc.boot;

import java.util.Locale;

import io.github.winsvc.command.CommandRequest;
import io.github.winsvc.launch.ServiceCommandLine;

/**
 * Why this process was started.
 */
enum ProcessRole {

	/** To be a service. */
	SERVICE,

	/** To be a service of the console, for its developer. */
	CONSOLE,

	/** To run a verb and end. */
	COMMAND,

	/** For the application's sake alone. */
	PLAIN;

	/**
	 * Find out the role from what the process was started with: the marker that install
	 * wrote, be it as an argument, else a verb, else the parent process, which tells a
	 * service that was registered by other means.
	 */
	static ProcessRole of(String[] arguments) {
		if (Boolean.getBoolean("spring.aot.processing")) {
			return PLAIN;
		}
		if (System.getProperty(ServiceCommandLine.MARKER) != null) {
			return SERVICE;
		}
		ProcessRole wanted = wantedBy(arguments);
		return (wanted != PLAIN || !isStartedByScm()) ? wanted : SERVICE;
	}

	private static ProcessRole wantedBy(String[] arguments) {
		for (String argument : arguments) {
			if (argument.equals("--winsvc.console")) {
				return CONSOLE;
			}
			if (argument.startsWith("--" + ServiceCommandLine.MARKER + "=")) {
				return SERVICE;
			}
			// Spares a plain run the classes that read a command line
			if (argument.startsWith("--winsvc.") && CommandRequest.isCommand(arguments)) {
				return COMMAND;
			}
		}
		return PLAIN;
	}

	private static boolean isStartedByScm() {
		return isWindows() && ProcessHandle.current()
			.parent()
			.map(ProcessHandle::info)
			.flatMap(ProcessHandle.Info::command)
			.filter((command) -> command.toLowerCase(Locale.ROOT).endsWith("\\services.exe"))
			.isPresent();
	}

	static boolean isWindows() {
		return System.getProperty("os.name", "").startsWith("Windows");
	}

}
