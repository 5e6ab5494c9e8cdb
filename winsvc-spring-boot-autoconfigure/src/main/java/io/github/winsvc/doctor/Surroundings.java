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

package io.github.winsvc.doctor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.winsvc.launch.NativeLibrary;
import io.github.winsvc.scm.AccountRights;
import io.github.winsvc.scm.ServiceInspection;

/**
 * What the doctor looks at beside the SCM and plain files.
 *
 * @since 0.1.0
 */
public interface Surroundings {

	/**
	 * Return the door to access control lists and the registry.
	 * @return the door
	 */
	ServiceInspection inspection();

	/**
	 * Return the door to accounts and their right to log on.
	 * @return the door, of which the doctor grants nothing
	 */
	AccountRights accounts();

	/**
	 * Return what the doctor runs on.
	 * @return the platform
	 */
	Platform platform();

	/**
	 * Read the native library that the application of the doctor would give a service.
	 * @return the library
	 * @throws IOException if there is none for this machine
	 */
	NativeLibrary nativeLibrary() throws IOException;

	/**
	 * Return how much room is left.
	 * @param directory a directory that exists
	 * @return the bytes that can still be written to its volume
	 * @throws IOException if the volume does not tell
	 */
	long usableSpace(Path directory) throws IOException;

	/**
	 * Return when a process began.
	 * @param processId the process
	 * @return the time, empty if the caller may not see it
	 */
	Optional<Instant> beginOf(long processId);

	/**
	 * Return the files of a directory.
	 * @param directory the directory
	 * @return the files in any order
	 * @throws IOException if the directory cannot be read
	 */
	List<Path> files(Path directory) throws IOException;

	/**
	 * Find out whether an application could listen to a port of this machine.
	 * @param port the port
	 * @return why not, empty if it could
	 */
	Optional<String> portProblem(int port);

	/**
	 * Ask the health endpoint.
	 * @param url where it is
	 * @return the answer
	 * @throws IOException if there is none in time
	 */
	HealthAnswer health(URI url) throws IOException;

}
