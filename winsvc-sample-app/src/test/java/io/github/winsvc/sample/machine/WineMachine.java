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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.github.winsvc.scm.Win32Error;

/**
 * A Windows of Wine.
 */
final class WineMachine implements WindowsMachine {

	private static final Charset CHARSET = Charset.forName("windows-1252");

	private static final String SYSTEM = "C:\\windows\\system32\\";

	private final WineHost host;

	private final OwnedDirectory directory;

	private final AtomicInteger scratches = new AtomicInteger();

	private volatile @Nullable ReadTrace trace;

	private WineMachine(WineHost host, OwnedDirectory directory) {
		this.host = host;
		this.directory = directory;
	}

	/**
	 * Boot a machine.
	 * @param host the Wine, closed with the machine
	 * @param cache the directory that holds machines and templates
	 * @param windowsJre a Java runtime for Windows
	 * @return the machine
	 */
	static WineMachine open(WineHost host, Path cache, Path windowsJre) {
		try {
			Path template = WineTemplate.get(host, cache);
			WineMachine machine = new WineMachine(host, OwnedDirectory.create(host, cache));
			try {
				machine.boot(template, windowsJre);
				return machine;
			}
			catch (IOException | RuntimeException | Error ex) {
				machine.close();
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void boot(Path template, Path windowsJre) throws IOException {
		WinePrefix prefix = this.directory.prefix();
		WineTemplate.clone(template, prefix.directory());
		Files.createSymbolicLink(prefix.driveC().resolve("jre"), windowsJre.toAbsolutePath());
		Files.createDirectory(prefix.driveC().resolve("apps"));
		prefix.boot();
	}

	/**
	 * Return the directory that holds all files of the machine.
	 * @return the directory
	 */
	Path root() {
		return this.directory.path();
	}

	@Override
	public MachineDirectory directory(String name) {
		try {
			Path path = this.directory.prefix().driveC().resolve("apps").resolve(name);
			return new MachineDirectory(Files.createDirectory(path), "C:\\apps\\" + name);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return a new directory that is no application's.
	 * @param name what it is for
	 * @return the directory, empty
	 */
	MachineDirectory scratch(String name) {
		return directory(name + "-" + this.scratches.incrementAndGet());
	}

	@Override
	public Path host(String windows) {
		return this.directory.prefix().driveC().resolve(windows.substring("C:\\".length()).replace('\\', '/'));
	}

	@Override
	public String javaExecutable() {
		return "C:\\jre\\bin\\java.exe";
	}

	@Override
	public ProgramResult run(MachineDirectory directory, Duration patience, List<String> command) {
		ProcessBuilder builder = this.directory.prefix().windows(directory.host(), WinePrefix.QUIET, command);
		return Programs.run(builder, patience, CHARSET);
	}

	@Override
	public int show(MachineDirectory directory, Duration patience, List<String> command, Consumer<String> lines) {
		ProcessBuilder builder = this.directory.prefix().windows(directory.host(), WinePrefix.QUIET, command);
		return Programs.show(builder, patience, CHARSET, lines);
	}

	/**
	 * Prepare to run a program that traces as services do.
	 * @param directory the working directory
	 * @param command the program and its arguments
	 * @return the process to start
	 */
	ProcessBuilder traced(MachineDirectory directory, List<String> command) {
		return this.directory.prefix().traced(directory.host(), command);
	}

	@Override
	public Optional<ServiceSnapshot> query(String service) {
		ProgramResult result = sc("query", service);
		if (result.errors().contains(" " + Win32Error.SERVICE_DOES_NOT_EXIST.code())) {
			return Optional.empty();
		}
		Optional<ServiceSnapshot> snapshot = ServiceSnapshot.parse(result.output(), trace().processId(service));
		if (snapshot.isEmpty()) {
			throw new AssertionError("sc query has failed: " + result);
		}
		return snapshot;
	}

	@Override
	public StatusWatch watch(String service) {
		int past = trace().reports(service).size();
		return () -> {
			List<StatusReport> reports = trace().reports(service);
			return reports.subList(past, reports.size());
		};
	}

	@Override
	public List<LoggedEvent> events(String source) {
		return trace().events(source);
	}

	@Override
	public void kill(long processId) {
		system("taskkill.exe", "/F", "/PID", Long.toString(processId)).orFail();
	}

	@Override
	public void close() {
		try {
			this.directory.close();
		}
		finally {
			this.host.close();
		}
	}

	@Override
	public ProgramResult system(String program, String... arguments) {
		// Wine's tools say why they fail on this channel alone.
		ProcessBuilder builder = this.directory.prefix()
			.windows(root(), "-all,err+sc", Commands.of(SYSTEM + program, Arrays.asList(arguments)));
		return Programs.run(builder, PATIENCE, CHARSET);
	}

	/**
	 * Whoever waits asks again and again, mostly before there is anything new.
	 */
	private ServiceTrace trace() {
		try {
			Path file = this.directory.prefix().trace();
			long size = Files.size(file);
			ReadTrace current = this.trace;
			if (current == null || current.size() != size) {
				current = new ReadTrace(size, ServiceTrace.parse(Files.readString(file, StandardCharsets.ISO_8859_1)));
				this.trace = current;
			}
			return current.trace();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record ReadTrace(long size, ServiceTrace trace) {

	}

}
