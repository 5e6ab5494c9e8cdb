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

package io.github.winsvc.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.winsvc.sample.machine.MachineDirectory;
import io.github.winsvc.sample.machine.ProgramResult;
import io.github.winsvc.sample.machine.WindowsMachine;

/**
 * An operator of the packaged sample, who has but its jar and a console.
 *
 * @param machine where the operator works
 * @param jar the jar
 * @param options the options of the JVM
 */
record Operator(WindowsMachine machine, MachineDirectory jar, List<String> options) {

	/** The name of the service, unless another one is asked for. */
	static final String SERVICE = "order-intake";

	/** How long a start or a stop may take. */
	static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final String SERVICES = "HKLM\\System\\CurrentControlSet\\Services\\";

	// C1 and one thread of garbage collection leave the two cores of a test machine to
	// the rest.
	private static final List<String> THRIFT = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");

	/**
	 * Give an operator the jar as the build made it.
	 */
	static Operator withExecutableJar(WindowsMachine machine, String directory) {
		MachineDirectory jar = machine.directory(directory).resolve("order-intake.jar");
		try {
			Files.copy(PackagedSample.jar(), jar.host());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new Operator(machine, jar, List.of());
	}

	/**
	 * Give an operator the application extracted, which starts faster.
	 */
	static Operator withExtractedJar(WindowsMachine machine) {
		MachineDirectory directory = machine.directory(SERVICE);
		PackagedSample.copyExtracted(directory.host());
		return new Operator(machine, directory.resolve(PackagedSample.jar().getFileName().toString()), THRIFT);
	}

	/**
	 * Give an operator an executable jar of an application that does nothing.
	 */
	static Operator withSmallJar(WindowsMachine machine) {
		MachineDirectory jar = machine.directory("small").resolve("small.jar");
		SmallJar.write(jar.host(), "1");
		return new Operator(machine, jar, THRIFT);
	}

	/**
	 * Find a port that nobody listens on.
	 */
	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Run the jar to its end.
	 */
	ProgramResult run(String... arguments) {
		return run(List.of(), arguments);
	}

	/**
	 * Run the jar to its end, with further options of the JVM.
	 */
	ProgramResult run(List<String> furtherOptions, String... arguments) {
		return this.machine.run(directory(), PATIENCE, command(furtherOptions, arguments));
	}

	/**
	 * Hand on what a verb prints, as it comes.
	 */
	void show(Consumer<String> lines, String... arguments) {
		this.machine.show(directory(), PATIENCE, command(List.of(), arguments), lines);
	}

	private List<String> command(List<String> furtherOptions, String... arguments) {
		List<String> command = new ArrayList<>(List.of(this.machine.javaExecutable()));
		command.addAll(this.options);
		command.addAll(furtherOptions);
		command.addAll(List.of("-jar", this.jar.windows()));
		command.addAll(Arrays.asList(arguments));
		return command;
	}

	/**
	 * Add classes of the tests to the extracted application.
	 */
	void add(Class<?>... classes) {
		try (FileSystem contents = FileSystems.newFileSystem(this.jar.host())) {
			for (Class<?> type : classes) {
				String name = type.getName().replace('.', '/') + ".class";
				try (InputStream stream = type.getClassLoader().getResourceAsStream(name)) {
					Files.copy(stream, contents.getPath(name));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Let everyone write to the jar, or administrators alone again.
	 */
	void letEveryoneWrite(boolean everyone) {
		PosixFileAttributeView view = Files.getFileAttributeView(this.jar.host(), PosixFileAttributeView.class);
		if (view == null) {
			this.machine
				.system("icacls.exe", this.jar.windows(), everyone ? "/grant" : "/remove:g",
						everyone ? "*S-1-1-0:(M)" : "*S-1-1-0")
				.orFail();
			return;
		}
		try {
			// Wine makes an access control list of these
			view.setPermissions(PosixFilePermissions.fromString(everyone ? "rw-rw-rw-" : "rw-r--r--"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	MachineDirectory directory() {
		String windows = this.jar.windows();
		return new MachineDirectory(this.jar.host().getParent(), windows.substring(0, windows.lastIndexOf('\\')));
	}

	/**
	 * Return the home of the service on this host.
	 */
	Path home() {
		return this.machine.host("C:\\ProgramData\\winsvc\\" + SERVICE);
	}

	/**
	 * Return what the service has logged.
	 */
	List<String> log() {
		try {
			return Files.readAllLines(home().resolve("logs").resolve(SERVICE + ".log"), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return what the service has left about its last failed start.
	 */
	String startFailure() {
		try {
			return Files.readString(home().resolve("logs/start-failure.properties"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the names of the files in a directory, all in it included.
	 */
	static List<String> files(Path directory) {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter(Files::isRegularFile)
				.map((file) -> directory.relativize(file).toString().replace('\\', '/'))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return what the registry holds of a service.
	 */
	ProgramResult registration(String service) {
		return this.machine.system("reg.exe", "query", SERVICES + service, "/s");
	}

	/**
	 * Return what the registry holds of the event source of a service.
	 */
	ProgramResult eventSource(String service) {
		return this.machine.system("reg.exe", "query", SERVICES + "EventLog\\Application\\" + service, "/s");
	}

	/**
	 * Take away the event source of the service.
	 */
	void deleteEventSource() {
		this.machine.system("reg.exe", "delete", SERVICES + "EventLog\\Application\\" + SERVICE, "/f").orFail();
	}

	/**
	 * Return the process of the service.
	 */
	long processId() {
		return this.machine.query(SERVICE).orElseThrow().processId();
	}

}
