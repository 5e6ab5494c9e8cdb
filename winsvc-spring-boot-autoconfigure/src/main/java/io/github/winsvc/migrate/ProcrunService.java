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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.winsvc.scm.RegistryValues;

/**
 * A service of Apache procrun, whose parameters are in the registry, in the part of
 * 32-bit programs in most versions.
 */
final class ProcrunService {

	private static final String RUN = "//RS//";

	private static final List<String> ROOTS = List.of("SOFTWARE\\WOW6432Node\\", "SOFTWARE\\");

	private static final String LAUNCHERS = "org[./]springframework[./]boot[./]loader[./](launch[./])?"
			+ "(Jar|War|Properties)Launcher";

	private final InstalledService service;

	private final String key;

	private final MigrationBuilder builder;

	private ProcrunService(InstalledService service, String name) {
		this.service = service;
		this.key = ROOTS.stream()
			.map((root) -> root + "Apache Software Foundation\\Procrun 2.0\\" + name + "\\Parameters")
			.filter((path) -> Stream.of("\\Start", "\\Java", "\\Log", "")
				.anyMatch((part) -> !service.read(path + part).names().isEmpty()))
			.findFirst()
			.orElse("");
		this.builder = service.builder("Apache procrun");
	}

	static boolean matches(InstalledService service) {
		return name(service).isPresent();
	}

	private static Optional<String> name(InstalledService service) {
		return service.arguments()
			.stream()
			.filter((argument) -> argument.regionMatches(true, 0, RUN, 0, RUN.length()))
			.map((argument) -> argument.substring(RUN.length()))
			.findFirst();
	}

	static Migration read(InstalledService service) {
		return new ProcrunService(service, name(service).orElse(service.name())).migrate();
	}

	private RegistryValues values(String part) {
		return this.service.read(this.key + part);
	}

	private Migration migrate() {
		if (this.key.isEmpty()) {
			this.builder.notCarried("the parameters", "Procrun 2.0 has none of this service in the registry.",
					"Run prunmgr.exe //ES//%s to see what is there.".formatted(this.service.name()));
		}
		else {
			this.builder.environment("Environment", values("").list("Environment"));
			start();
			stop();
			log();
			if (values("").text("LibraryPath").isPresent()) {
				this.builder.notCarried("LibraryPath", "The service finds its libraries as any process does.",
						"Add -Djava.library.path=<directory> to winsvc.jvm-options.");
			}
		}
		this.service.recovery(this.builder);
		return this.builder.build();
	}

	private void start() {
		RegistryValues start = values("\\Start");
		String workingDirectory = start.text("WorkingPath").orElse("");
		if (start.text("Mode").orElse("").toLowerCase(Locale.ROOT).equals("exe")) {
			new ProgramReader(this.builder).read("StartImage", start.text("Image").orElse(""), start.list("Params"),
					workingDirectory);
			return;
		}
		String type = start.text("Class").orElse("");
		String jar = values("\\Java").text("Classpath").orElse("").strip().replaceFirst("^;+|;+$", "");
		if (!jar.matches("(?i)[^;*]+\\.[jw]ar")) {
			this.builder.notCarried("Classpath", "It is not a single jar.",
					"Build the application as an executable jar.");
			jar = "<application>.jar";
		}
		if (!type.matches(LAUNCHERS)) {
			this.builder.notCarried("StartClass", "winsvc runs the main class of the jar, as java -jar does.",
					"Build the application as an executable jar whose main class starts it.");
		}
		this.builder.launch(new JavaLaunch(java(), options(), jar, arguments(start)), workingDirectory);
	}

	/**
	 * A single word tells the class that it shall start rather than stop.
	 */
	private List<String> arguments(RegistryValues start) {
		List<String> arguments = start.list("Params");
		if (arguments.size() == 1 && arguments.get(0).equalsIgnoreCase("start")) {
			this.builder.notCarried("StartParams start", "There is one way to start, and a stop is no call of a class.",
					"Nothing is to be done, unless the application reads it.");
			return List.of();
		}
		return arguments;
	}

	private String java() {
		RegistryValues java = values("\\Java");
		return java.text("JavaHome")
			.or(() -> java.text("Jvm")
				.map((dll) -> dll.replaceFirst("(?i)[\\\\/]bin[\\\\/](server|client)[\\\\/]jvm\\.dll$", ""))
				.filter((home) -> !home.toLowerCase(Locale.ROOT).endsWith(".dll"))
				.filter(WindowsPaths::isAbsolute))
			.map((home) -> WindowsPaths.resolve(home, "bin\\java.exe"))
			.orElse("java");
	}

	private List<String> options() {
		RegistryValues java = values("\\Java");
		List<String> options = new ArrayList<>();
		size(java, "JvmMs").ifPresent((size) -> options.add("-Xms" + size + "m"));
		size(java, "JvmMx").ifPresent((size) -> options.add("-Xmx" + size + "m"));
		size(java, "JvmSs").ifPresent((size) -> options.add("-Xss" + size + "k"));
		Stream.of("Options", "Options9")
			.flatMap((name) -> java.list(name).stream())
			.map(String::strip)
			.filter((option) -> !option.isEmpty())
			.forEach(options::add);
		return options;
	}

	private static Optional<Long> size(RegistryValues java, String name) {
		return java.number(name).stream().boxed().filter((size) -> size > 0).findFirst();
	}

	private void stop() {
		RegistryValues stop = values("\\Stop");
		stop.number("Timeout")
			.stream()
			.filter((seconds) -> seconds > 0 && seconds < Integer.MAX_VALUE)
			.forEach((seconds) -> this.builder.set("stop.timeout", Durations.text(Duration.ofSeconds(seconds))));
		if (Stream.of("Class", "Method", "Image", "Params").anyMatch((name) -> stop.text(name).isPresent())) {
			this.builder.notCarried("StopClass, StopMethod, StopImage, StopParams",
					"A stop closes the application context, no class or program does it.",
					"If the class did more, do that in a @PreDestroy method.");
		}
	}

	private void log() {
		RegistryValues log = values("\\Log");
		log.text("Path").ifPresent((path) -> this.builder.logDirectory("LogPath"));
		if (Stream.of("StdOutput", "StdError", "Prefix", "Level").anyMatch((name) -> log.text(name).isPresent())) {
			this.builder.notCarried("StdOutput, StdError, LogPrefix, LogLevel",
					"The output of the process goes nowhere; the application logs to a file.",
					"Set logging.file.name and logging.level of Spring Boot where the defaults do not suit.");
		}
		if (log.text("PidFile").isPresent()) {
			this.builder.notCarried("PidFile", "Windows knows the process of a service.",
					"--winsvc.status shows the process id, spring.pid.file with ApplicationPidFileWriter writes it.");
		}
	}

}
