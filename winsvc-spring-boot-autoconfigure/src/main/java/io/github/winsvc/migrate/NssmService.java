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

package io.github.winsvc.migrate;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import io.github.winsvc.launch.CommandLine;
import io.github.winsvc.scm.RegistryValues;

/**
 * A service of NSSM, whose parameters are in the registry.
 */
final class NssmService {

	private static final Map<Long, String> PRIORITIES = Map.of(0x40L, "idle", 0x4000L, "below_normal", 0x20L, "normal",
			0x8000L, "above_normal", 0x80L, "high", 0x100L, "realtime");

	private static final List<String> ROTATION = List.of("AppRotateFiles", "AppRotateOnline", "AppTimestampLog");

	private static final List<String> HOOKS = List.of("Start", "Stop", "Exit", "Power", "Rotate");

	private static final int CONSOLE_SKIPPED = 1;

	private final InstalledService service;

	private final RegistryValues parameters;

	private final MigrationBuilder builder;

	private NssmService(InstalledService service) {
		this.service = service;
		this.parameters = service.parameters("");
		this.builder = service.builder("NSSM");
	}

	static boolean matches(InstalledService service) {
		return WindowsPaths.name(service.program()).toLowerCase(Locale.ROOT).matches("nssm.*\\.exe")
				|| service.parameters("").text("Application").isPresent();
	}

	static Migration read(InstalledService service) {
		return new NssmService(service).migrate();
	}

	private Migration migrate() {
		program();
		this.builder.environment("AppEnvironment", this.parameters.list("AppEnvironment"));
		this.builder.environment("AppEnvironmentExtra", this.parameters.list("AppEnvironmentExtra"));
		if (!this.parameters.list("AppEnvironment").isEmpty()) {
			this.builder.notCarried("AppEnvironment", "It took the place of the whole environment of the process.",
					"The service has its variables beside those of the machine, which should do.");
		}
		output();
		recovery();
		stop();
		OptionalLong priority = this.parameters.number("AppPriority");
		if (priority.isPresent()) {
			this.builder.priority("AppPriority", PRIORITIES.getOrDefault(priority.getAsLong(), "?"));
		}
		leftovers();
		return this.builder.build();
	}

	private void program() {
		String program = this.parameters.text("Application").orElse("");
		String arguments = this.parameters.text("AppParameters").orElse("");
		String directory = this.parameters.text("AppDirectory").orElse("");
		List<String> parts = CommandLine.split("java " + arguments).stream().skip(1).toList();
		boolean ofJava = WindowsPaths.same(directory, WindowsPaths.directory(program)) && !directory.isEmpty();
		if (ofJava) {
			this.builder.notCarried("AppDirectory",
					"It is the directory of Java, which NSSM takes unless told otherwise.",
					"The service works in the directory of its jar. Set winsvc.working-directory if it needs another.");
		}
		new ProgramReader(this.builder).read("Application", program, parts, ofJava ? "" : directory);
	}

	private void output() {
		Optional<String> file = this.parameters.text("AppStdout").or(() -> this.parameters.text("AppStderr"));
		file.map(WindowsPaths::directory)
			.filter((directory) -> !directory.isEmpty())
			.ifPresent((directory) -> this.builder.logDirectory("AppStdout"));
		if (file.isPresent() || ROTATION.stream().anyMatch((name) -> InstalledService.isOn(this.parameters, name))) {
			this.builder.notCarried("AppStdout, AppStderr and rotation",
					"The output of the process goes nowhere; the application logs to a file, and rotates that itself.",
					"See logging.logback.rollingpolicy.max-file-size, max-history and the like of Spring Boot.");
		}
	}

	/**
	 * NSSM starts a process again itself, unless it is told to leave that to Windows.
	 */
	private void recovery() {
		RegistryValues exits = this.service.parameters("\\AppExit");
		String exit = exits.text("").orElse("Restart").toLowerCase(Locale.ROOT);
		OptionalLong delay = this.parameters.number("AppRestartDelay");
		switch (exit) {
			case "restart" -> delay.stream()
				.filter((millis) -> millis > 0)
				.forEach((millis) -> this.builder.set("recovery.delays",
						List.of(Durations.text(Duration.ofMillis(millis)))));
			case "exit", "suicide" -> this.service.recovery(this.builder);
			default -> this.builder.notCarried("AppExit " + exit.replaceAll("\\W.*", ""),
					"A service whose application has ended is not running.",
					"It is started again. If it shall stay down, set winsvc.recovery.delays to an empty list.");
		}
		if (exits.names().stream().anyMatch((name) -> !name.isEmpty())) {
			this.builder.notCarried("AppExit for single exit codes", "Windows knows success and failure only.",
					"End with 0 where the service shall stay down, and with another code where it shall not.");
		}
		if (this.parameters.number("AppThrottle").isPresent()) {
			this.builder.notCarried("AppThrottle", "Windows waits before each restart, however long the service ran.",
					"Give winsvc.recovery.delays growing times.");
		}
	}

	private void stop() {
		boolean skipped = (this.parameters.number("AppStopMethodSkip").orElse(0) & CONSOLE_SKIPPED) != 0;
		OptionalLong console = this.parameters.number("AppStopMethodConsole");
		if (!skipped && console.isPresent()) {
			this.builder.set("stop.timeout", Durations.text(Duration.ofMillis(console.getAsLong())));
		}
		boolean others = this.parameters.names()
			.stream()
			.anyMatch((name) -> name.matches("(?i)AppStopMethod(Skip|Window|Threads)|AppKillProcessTree"));
		if (others) {
			this.builder.notCarried("AppStopMethod and AppKillProcessTree",
					"A stop closes the application context, and there is one process.",
					"Set winsvc.stop.timeout if it takes long.");
		}
	}

	private void leftovers() {
		if (this.parameters.text("AppAffinity").isPresent()) {
			this.builder.notCarried("AppAffinity", "winsvc binds no processors.",
					"-XX:ActiveProcessorCount limits what the JVM uses, as an option of winsvc.jvm-options.");
		}
		if (this.parameters.text("AppStdin").isPresent()) {
			this.builder.notCarried("AppStdin", "A service has no input.", "Have the application read the file.");
		}
		boolean hooks = HOOKS.stream()
			.anyMatch((event) -> !this.service.parameters("\\AppEvents\\" + event).names().isEmpty());
		if (hooks) {
			this.builder.notCarried("AppEvents", "winsvc runs no other programs.",
					"Listen to the event in the application, see docs/controls.md.");
		}
	}

}
