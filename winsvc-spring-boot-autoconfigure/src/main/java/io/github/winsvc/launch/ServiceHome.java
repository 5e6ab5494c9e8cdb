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
import java.nio.file.Path;

import io.github.winsvc.scm.ProtectedDirectories;
import io.github.winsvc.scm.ServiceName;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a service outside the application's own:
 * {@code %ProgramData%\winsvc\<name>}. Only administrators can write to it, except for
 * {@code logs} and {@code data}, to which the service can write too.
 *
 * @param directory the directory
 * @since 0.1.0
 */
public record ServiceHome(Path directory) {

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
		return (home != null) ? new ServiceHome(Path.of(home)) : null;
	}

	/**
	 * Create what does not exist and protect what does.
	 * @param name the service
	 * @param directories creates protected directories
	 * @throws IOException if a directory cannot be created or protected
	 */
	public void create(ServiceName name, ProtectedDirectories directories) throws IOException {
		Path root = this.directory.getParent();
		if (root != null) {
			directories.createForAdministrators(root);
		}
		directories.createForAdministrators(this.directory);
		directories.createForAdministrators(nativeLibraries());
		directories.createForService(logs(), name);
		directories.createForService(data(), name);
	}

	/**
	 * Return the directory of the native libraries.
	 * @return a directory that only administrators can write to
	 */
	public Path nativeLibraries() {
		return this.directory.resolve("native");
	}

	/**
	 * Return the directory of the logs.
	 * @return a directory that the service can write to
	 */
	public Path logs() {
		return this.directory.resolve("logs");
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
		return logs().resolve("start-failure.properties");
	}

}
