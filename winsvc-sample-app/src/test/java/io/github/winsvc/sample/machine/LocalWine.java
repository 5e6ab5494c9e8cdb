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

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Wine that is installed on this host.
 *
 * @param version the version
 * @param wine the path of {@code wine64}
 * @param server the path of the server
 */
record LocalWine(String version, String wine, String server) implements WineHost {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final List<String> DIRECTORIES = List.of("/usr/lib/wine", "/opt/wine-stable/bin", "/usr/bin");

	/**
	 * Look for Wine.
	 * @return the installed one, if there is one
	 */
	static Optional<LocalWine> find() {
		for (String directory : DIRECTORIES) {
			Optional<Path> wine = executable(directory, "wine64");
			Optional<Path> server = executable(directory, "wineserver64").or(() -> executable(directory, "wineserver"));
			if (wine.isPresent() && server.isPresent()) {
				return Optional.of(new LocalWine(version(wine.get()), wine.get().toString(), server.get().toString()));
			}
		}
		return Optional.empty();
	}

	private static Optional<Path> executable(String directory, String name) {
		return Optional.of(Path.of(directory, name)).filter(Files::isExecutable);
	}

	private static String version(Path wine) {
		return Programs.run(new ProcessBuilder(wine.toString(), "--version"), PATIENCE).orFail().output().strip();
	}

	@Override
	public ProcessBuilder program(Path directory, Map<String, String> environment, List<String> command) {
		ProcessBuilder builder = new ProcessBuilder(command).directory(new File(directory.toString()));
		builder.environment().clear();
		builder.environment().putAll(environment);
		return builder;
	}

	@Override
	public void killProcesses(Path prefix) {
		Await.until(() -> {
			List<ProcessHandle> processes = LinuxProcesses.withVariable("WINEPREFIX", prefix.toString());
			processes.forEach(ProcessHandle::destroyForcibly);
			return processes;
		}, List::isEmpty, PATIENCE, "the end of all processes of " + prefix);
	}

	@Override
	public void close() {
	}

}
