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

package io.github.winsvc.console;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;

/**
 * Writes for a developer, between the lines of the application's log.
 */
final class ConsoleScreen {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

	private final PrintStream output;

	ConsoleScreen(PrintStream output) {
		this.output = output;
	}

	void say(String text) {
		this.output.println("[winsvc] " + LocalTime.now().format(TIME) + "  " + text);
	}

	void show(ServiceStatus status) {
		say(text(status));
	}

	static String text(ServiceStatus status) {
		ServiceState state = status.state();
		if (state.isPending()) {
			return "%s, checkpoint %d, wait hint %d s".formatted(state, status.checkpoint(),
					status.waitHint().toSeconds());
		}
		return (state == ServiceState.STOPPED) ? "%s, exit code %s".formatted(state, status.exitCode())
				: "%s, accepts 0x%x".formatted(state, AcceptedControl.mask(status.accepted()));
	}

}
