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

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A Windows with a real Service Control Manager (SCM) and a Java runtime, where a
 * packaged application can be installed as a service: Windows itself, or Wine. A server
 * in it listens on the loopback interface of this host.
 * <p>
 * A test class holds its machine in a static field with
 * {@link org.junit.jupiter.api.AutoClose @AutoClose} and opens it before all tests.
 * <p>
 * Closing the machine leaves neither a process nor a file of it, also when a test has
 * failed; so does the end of this JVM.
 */
public interface WindowsMachine extends AutoCloseable {

	/**
	 * How long a program may take unless a test says otherwise.
	 */
	Duration PATIENCE = Duration.ofMinutes(2);

	/**
	 * Boot the machine that is to be had here.
	 * @return the machine, booted
	 * @throws IllegalStateException if there is none; the message says what to install
	 */
	static WindowsMachine open() {
		return WindowsMachineChoice.open();
	}

	/**
	 * Create a directory for an application.
	 * @param name any file name, blanks and letters of all languages included
	 * @return the directory, empty
	 */
	MachineDirectory directory(String name);

	/**
	 * Find a file of the machine on this host.
	 * @param windows an absolute path in the words of Windows
	 * @return the path on this host; there may be nothing
	 */
	Path host(String windows);

	/**
	 * Return the Java launcher.
	 * @return the absolute path of {@code java.exe} in the words of Windows
	 */
	String javaExecutable();

	/**
	 * Run a program to its end.
	 * @param directory the working directory
	 * @param patience how long it may take
	 * @param command the absolute path of the program in the words of Windows, and its
	 * arguments
	 * @return how it ended
	 * @throws AssertionError if it takes longer; the program is killed
	 */
	ProgramResult run(MachineDirectory directory, Duration patience, List<String> command);

	/**
	 * Run a program to its end and hand on what it writes, line by line, as it comes.
	 * @param directory the working directory
	 * @param patience how long it may take
	 * @param command the absolute path of the program in the words of Windows, and its
	 * arguments
	 * @param lines gets the lines of both streams
	 * @return the exit code
	 * @throws AssertionError if it takes longer; the program is killed
	 */
	int show(MachineDirectory directory, Duration patience, List<String> command, Consumer<String> lines);

	/**
	 * Run {@code java.exe} to its end.
	 * @param directory the working directory
	 * @param arguments the arguments
	 * @return how it ended
	 */
	default ProgramResult java(MachineDirectory directory, String... arguments) {
		return run(directory, PATIENCE, Commands.of(javaExecutable(), Arrays.asList(arguments)));
	}

	/**
	 * Run a program of the directory {@code System32} to its end.
	 * @param program the file name of the program
	 * @param arguments the arguments
	 * @return how it ended
	 */
	ProgramResult system(String program, String... arguments);

	/**
	 * Run {@code sc.exe} to its end. Not all of its verbs exist in Wine.
	 * @param arguments the arguments
	 * @return how it ended
	 */
	default ProgramResult sc(String... arguments) {
		return system("sc.exe", arguments);
	}

	/**
	 * Ask the SCM for the status of a service.
	 * @param service the name of the service
	 * @return the status, empty if there is no such service
	 */
	Optional<ServiceSnapshot> query(String service);

	/**
	 * Follow the reports of a service from now on. The service need not exist yet.
	 * @param service the name of the service
	 * @return the reports
	 */
	StatusWatch watch(String service);

	/**
	 * Return what an event source has written to the Application log since this machine
	 * was opened.
	 * @param source the name of the event source
	 * @return the events, oldest first
	 */
	List<LoggedEvent> events(String source);

	/**
	 * Kill a process as a crash would.
	 * @param processId the process id in the words of Windows
	 */
	void kill(long processId);

	/**
	 * Wait for the end of a process.
	 * @param processId the process id in the words of Windows
	 * @throws AssertionError if it does not end in time
	 */
	default void awaitEnd(long processId) {
		ProcessProgram.run(this, "end", processId).orFail();
	}

	/**
	 * Return the libraries that a process has loaded.
	 * @param processId the process id in the words of Windows
	 * @return their paths
	 */
	default List<String> libraries(long processId) {
		return ProcessProgram.run(this, "libraries", processId).orFail().output().lines().toList();
	}

	@Override
	void close();

}
