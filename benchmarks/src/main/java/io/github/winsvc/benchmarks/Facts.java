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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarFile;

import io.github.winsvc.sample.machine.WindowsMachine;
import io.github.winsvc.scm.ServiceState;

/**
 * What was measured, and on what.
 */
final class Facts {

	private Facts() {
	}

	static Map<String, String> of(WindowsMachine machine, int rounds, double load) throws IOException {
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("winsvc", ServiceState.class.getPackage().getImplementationVersion() + commit());
		facts.put("Spring Boot", springBoot());
		facts.put("Java", java(machine));
		facts.put("procrun", Procrun.VERSION);
		facts.put("NSSM", Nssm.version());
		facts.put("Windows", windows());
		facts.put("Machine", "%s, %d processors".formatted(processor(), Runtime.getRuntime().availableProcessors()));
		facts.put("Load before", String.format(Locale.ROOT, "%.1f", load));
		facts.put("Rounds", Integer.toString(rounds));
		return facts;
	}

	private static String commit() throws IOException {
		return output("git", "describe", "--always", "--dirty").map((commit) -> ", commit " + commit).orElse("");
	}

	private static String springBoot() throws IOException {
		try (JarFile jar = new JarFile(Sample.source().toFile())) {
			return jar.getManifest().getMainAttributes().getValue("Spring-Boot-Version");
		}
	}

	/**
	 * A Java runtime describes itself in a file beside its programs.
	 */
	private static String java(WindowsMachine machine) throws IOException {
		String launcher = machine.javaExecutable();
		Path release = machine.host(launcher.substring(0, launcher.lastIndexOf("\\bin\\"))).resolve("release");
		Properties properties = new Properties();
		try (var reader = Files.newBufferedReader(release)) {
			properties.load(reader);
		}
		return "%s %s"
			.formatted(properties.getProperty("IMPLEMENTOR", ""),
					properties.getProperty("JAVA_RUNTIME_VERSION", properties.getProperty("JAVA_VERSION", "")))
			.replace("\"", "")
			.strip();
	}

	private static String windows() throws IOException {
		if (ProcessTable.WINDOWS) {
			return System.getProperty("os.name") + " " + System.getProperty("os.version");
		}
		for (String directory : List.of("/usr/lib/wine", "/opt/wine-stable/bin", "/usr/bin")) {
			Path wine = Path.of(directory, "wine64");
			if (Files.isExecutable(wine)) {
				return output(wine.toString(), "--version").orElse("Wine");
			}
		}
		return "Wine in a container";
	}

	private static String processor() throws IOException {
		Path file = Path.of("/proc/cpuinfo");
		if (!Files.exists(file)) {
			return System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", "unknown processor");
		}
		return Files.readAllLines(file)
			.stream()
			.filter((line) -> line.startsWith("model name"))
			.map((line) -> line.substring(line.indexOf(':') + 1).strip())
			.findFirst()
			.orElse(System.getProperty("os.arch"));
	}

	private static Optional<String> output(String... command) throws IOException {
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		try (var reader = process.inputReader()) {
			return reader.lines().findFirst();
		}
	}

}
