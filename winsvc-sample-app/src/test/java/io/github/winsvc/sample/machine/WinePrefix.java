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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One Windows of Wine: its files, its environment and its server. Nothing of it lies
 * outside its directory, and nothing of the user's environment reaches it.
 */
final class WinePrefix {

	static final String QUIET = "-all";

	private static final String TRACE = "-all,+pid,trace+service,fixme+advapi,trace+eventlog,warn+eventlog,err+eventlog";

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final WineHost host;

	private final Path root;

	WinePrefix(WineHost host, Path root) {
		this.host = host;
		this.root = root;
	}

	/**
	 * Return the directory that Wine knows as its prefix.
	 * @return a directory in the directory of this prefix
	 */
	Path directory() {
		return this.root.resolve("prefix");
	}

	Path driveC() {
		return directory().resolve("drive_c");
	}

	/**
	 * Return the file to which every process of the machine writes its trace.
	 * @return the file
	 */
	Path trace() {
		return this.root.resolve("trace");
	}

	/**
	 * Start the server, which runs until it is told to {@link #stop()}.
	 * @throws IOException if a directory cannot be created
	 */
	void startServer() throws IOException {
		for (String name : List.of("prefix", "home", "tmp")) {
			Files.createDirectories(this.root.resolve(name));
		}
		Programs.run(linux(QUIET, List.of(this.host.server(), "-p")), PATIENCE).orFail();
	}

	/**
	 * Start the server, the SCM and all automatic services. From then on every process
	 * that the SCM starts writes to the {@link #trace()}.
	 * @throws IOException if a directory cannot be created
	 */
	void boot() throws IOException {
		startServer();
		Programs
			.run(linux(TRACE, List.of("sh", "-c", "exec \"$@\" >/dev/null 2>>\"$0\"", trace().toString(),
					this.host.wine(), "C:\\windows\\system32\\cmd.exe", "/c", "exit")), PATIENCE)
			.orFail();
	}

	/**
	 * End every process.
	 */
	void stop() {
		try {
			if (Files.isDirectory(directory())) {
				// Fails if no server runs, which is as well.
				Programs.run(linux(QUIET, List.of(this.host.server(), "-k")), PATIENCE);
			}
		}
		finally {
			this.host.killProcesses(directory());
		}
	}

	/**
	 * Prepare to run a program of Windows.
	 * @param directory the working directory
	 * @param debug the value of {@code WINEDEBUG}
	 * @param command the program and its arguments
	 * @return the process to start
	 */
	ProcessBuilder windows(Path directory, String debug, List<String> command) {
		return this.host.program(directory, environment(debug), Commands.of(this.host.wine(), command));
	}

	/**
	 * Prepare to run a program of Windows that traces as services do.
	 * @param directory the working directory
	 * @param command the program and its arguments
	 * @return the process to start
	 */
	ProcessBuilder traced(Path directory, List<String> command) {
		return windows(directory, TRACE, command).redirectError(ProcessBuilder.Redirect.appendTo(trace().toFile()));
	}

	/**
	 * Stop and delete all files.
	 */
	void delete() {
		try {
			stop();
		}
		finally {
			try {
				FileTrees.delete(this.root);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private ProcessBuilder linux(String debug, List<String> command) {
		return this.host.program(this.root, environment(debug), command);
	}

	private Map<String, String> environment(String debug) {
		return Map.ofEntries(Map.entry("PATH", "/usr/local/bin:/usr/bin:/bin"),
				Map.entry("HOME", this.root.resolve("home").toString()),
				Map.entry("TMPDIR", this.root.resolve("tmp").toString()), Map.entry("USER", "winsvc"),
				Map.entry("LC_ALL", "C.UTF-8"), Map.entry("TZ", "UTC"), Map.entry("WINEPREFIX", directory().toString()),
				Map.entry("WINEARCH", "win64"), Map.entry("WINEDEBUG", debug),
				Map.entry("WINEDLLOVERRIDES", "mscoree,mshtml=;winemenubuilder.exe=d"));
	}

}
