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

package io.github.winsvc.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

import io.github.winsvc.scm.ProtectedDirectories;
import io.github.winsvc.scm.ServiceName;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a service outside the application's own, which is
 * {@code %ProgramData%\winsvc\<name>} unless an operator chose another one. Only
 * administrators can write to it, except for logs and data, to which the service can
 * write too.
 *
 * @param directory the directory
 * @param logs the directory of the logs, to which the service can write
 * @param standard the directory that the home has unless an operator chose another one
 * @since 0.1.0
 */
public record ServiceHome(Path directory, Path logs, Path standard) {

	/**
	 * Create a home in its usual place.
	 * @param directory the directory
	 */
	public ServiceHome(Path directory) {
		this(directory, logsOf(directory), directory);
	}

	/**
	 * Return the home of a service of this machine.
	 * @param name the service
	 * @param programData the value of the environment variable {@code ProgramData}
	 * @return the home; it may not exist
	 */
	public static ServiceHome of(ServiceName name, @Nullable String programData) {
		Path root = Path.of((programData != null) ? programData : "C:\\ProgramData");
		return new ServiceHome(root.resolve("winsvc").resolve(name.value()));
	}

	/**
	 * Return the home of the service that this process is.
	 * @return the home, {@code null} if the process was not started with a command line
	 * of this room
	 */
	public static @Nullable ServiceHome ofThisProcess() {
		String home = System.getProperty(ServiceCommandLine.HOME);
		if (home == null) {
			return null;
		}
		Path directory = Path.of(home);
		String logs = System.getProperty(ServiceCommandLine.LOG_DIRECTORY);
		return new ServiceHome(directory, (logs != null) ? Path.of(logs) : logsOf(directory), directory);
	}

	/**
	 * Return where a home has its logs unless an operator chose another directory.
	 * @param directory the directory of the home
	 * @return its directory of logs
	 */
	public static Path logsOf(Path directory) {
		return directory.resolve("logs");
	}

	/**
	 * Create what does not exist and protect it. What exists is protected too in the
	 * usual place. Elsewhere, who may do what with an existing directory is left as it
	 * is.
	 * @param name the service
	 * @param directories creates protected directories
	 * @throws IOException if a directory cannot be created or protected
	 */
	public void create(ServiceName name, ProtectedDirectories directories) throws IOException {
		createParents(this.directory, directories);
		create(this.directory, null, directories);
		create(nativeLibraries(), null, directories);
		createParents(this.logs, directories);
		create(this.logs, name, directories);
		create(data(), name, directories);
	}

	private void createParents(Path path, ProtectedDirectories directories) throws IOException {
		Path parent = path.getParent();
		if (parent != null && (isUsual(parent) || !Files.exists(parent))) {
			createParents(parent, directories);
			create(parent, null, directories);
		}
	}

	private void create(Path path, @Nullable ServiceName writer, ProtectedDirectories directories) throws IOException {
		if (isUsual(path) || !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
			if (writer != null) {
				directories.createForService(path, writer);
			}
			else {
				directories.createForAdministrators(path);
			}
			return;
		}
		BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class,
				LinkOption.NOFOLLOW_LINKS);
		if (!attributes.isDirectory() || attributes.isOther()) {
			throw new IOException("'" + path + "' is not a directory of its own but a file or a link. "
					+ "Remove it, or choose another directory.");
		}
	}

	/**
	 * Whether winsvc alone decides who may do what with a directory.
	 */
	private boolean isUsual(Path path) {
		Path root = this.standard.getParent();
		return path.startsWith(this.standard) || path.equals(root);
	}

	/**
	 * Return the directories that install leaves as they are, because they exist and lie
	 * outside the usual place.
	 * @return the directories that the service shall write to
	 */
	public List<Path> existing() {
		return Stream.of(this.logs, data()).filter((path) -> !isUsual(path) && Files.isDirectory(path)).toList();
	}

	/**
	 * Return the directory of the native libraries.
	 * @return a directory that only administrators can write to
	 */
	public Path nativeLibraries() {
		return this.directory.resolve("native");
	}

	/**
	 * Return the directory of the layouts of the application.
	 * @return a directory that only administrators can write to
	 */
	public Path applications() {
		return this.directory.resolve("application");
	}

	/**
	 * Return the directory of what makes the next start faster.
	 * @return a directory that holds one for each layout, to which the service can write
	 */
	public Path archives() {
		return this.directory.resolve("archive");
	}

	/**
	 * Return the directory of the application's own files.
	 * @return a directory that the service can write to
	 */
	public Path data() {
		return this.directory.resolve("data");
	}

	/**
	 * Return the file to which the JVM writes its heap when it runs out of memory.
	 * @param name the service
	 * @return a compressed file in {@link #logs()}
	 */
	public Path heapDump(ServiceName name) {
		return logs().resolve(name + ".hprof.gz");
	}

	/**
	 * Return the file in which the service explains why it did not start.
	 * @return a file in {@link #logs()}
	 */
	public Path startFailure() {
		return this.logs.resolve("start-failure.properties");
	}

	/**
	 * Return the file in which a run of the service leaves word of itself for the next
	 * one.
	 * @return a file in {@link #logs()}
	 */
	public Path lastRun() {
		return logs().resolve("last-run.properties");
	}

	/**
	 * Return the file in which the running service tells what has become of its reloads.
	 * @return a file in {@link #logs()}
	 */
	public Path lastReload() {
		return logs().resolve("last-reload.properties");
	}

}
