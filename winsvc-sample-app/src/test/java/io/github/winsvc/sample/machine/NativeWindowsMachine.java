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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Winsvc;

import io.github.winsvc.scm.ServiceState;

/**
 * The Windows that the tests run on, which must run with the rights of an administrator.
 * Not yet seen to work.
 */
final class NativeWindowsMachine implements WindowsMachine {

	private final Path root;

	private final Instant opened = Instant.now();

	private final List<ServicePoller> pollers = new ArrayList<>();

	private final Thread hook = new Thread(this::clean, "winsvc-machine-end");

	private NativeWindowsMachine(Path root) {
		this.root = root;
	}

	static NativeWindowsMachine open() {
		try {
			// The account of a service can read here, but not in a user's temporary
			// directory. Administrators alone can write here.
			Path parent = Path.of(System.getenv("ProgramFiles"));
			NativeWindowsMachine machine = new NativeWindowsMachine(
					Files.createTempDirectory(parent, "winsvc-machine").toRealPath());
			Runtime.getRuntime().addShutdownHook(machine.hook);
			return machine;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public MachineDirectory directory(String name) {
		try {
			Path path = Files.createDirectory(this.root.resolve(name));
			return new MachineDirectory(path, path.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public Path host(String windows) {
		return Path.of(windows);
	}

	@Override
	public String javaExecutable() {
		return Path.of(System.getProperty("java.home"), "bin", "java.exe").toString();
	}

	@Override
	public ProgramResult run(MachineDirectory directory, Duration patience, List<String> command) {
		return run(new ProcessBuilder(command).directory(directory.host().toFile()), patience);
	}

	@Override
	public int show(MachineDirectory directory, Duration patience, List<String> command, Consumer<String> lines) {
		return Programs.show(new ProcessBuilder(command).directory(directory.host().toFile()), patience, charset(),
				lines);
	}

	@Override
	public ProgramResult system(String program, String... arguments) {
		// Java does not escape quotes in arguments.
		List<String> escaped = Arrays.stream(arguments).map((argument) -> argument.replace("\"", "\\\"")).toList();
		return run(new ProcessBuilder(Commands.of(path(program), escaped)), PATIENCE);
	}

	@Override
	public Optional<ServiceSnapshot> query(String service) {
		return NativeServices.query(service).map(NativeWindowsMachine::snapshot);
	}

	private static ServiceSnapshot snapshot(Winsvc.SERVICE_STATUS_PROCESS status) {
		return new ServiceSnapshot(ServiceState.of(status.dwCurrentState), status.dwWin32ExitCode,
				status.dwServiceSpecificExitCode, status.dwProcessId);
	}

	@Override
	public StatusWatch watch(String service) {
		ServicePoller poller = new ServicePoller(service);
		this.pollers.add(poller);
		return poller;
	}

	@Override
	public List<LoggedEvent> events(String source) {
		List<LoggedEvent> events = new ArrayList<>();
		Advapi32Util.EventLogIterator records = new Advapi32Util.EventLogIterator("Application");
		try {
			while (records.hasNext()) {
				Advapi32Util.EventLogRecord item = records.next();
				if (item.getSource().equals(source)
						&& item.getRecord().TimeGenerated.longValue() >= this.opened.getEpochSecond()) {
					String[] strings = item.getStrings();
					events.add(new LoggedEvent(item.getRecord().EventType.intValue(),
							item.getRecord().EventCategory.intValue(), item.getRecord().EventID.intValue(),
							(strings != null) ? List.of(strings) : List.of()));
				}
			}
			return events;
		}
		finally {
			records.close();
		}
	}

	@Override
	public void kill(long processId) {
		run(new ProcessBuilder(path("taskkill.exe"), "/F", "/PID", Long.toString(processId)), PATIENCE).orFail();
	}

	@Override
	public void close() {
		clean();
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// The JVM is ending and runs the hook, which finds nothing left to do.
		}
	}

	private synchronized void clean() {
		this.pollers.forEach(ServicePoller::close);
		NativeServices.deleteThoseIn(this.root);
		Await.until(this::deleteFiles, Boolean::booleanValue, PATIENCE, "Windows to give back " + this.root);
	}

	private boolean deleteFiles() {
		try {
			FileTrees.delete(this.root);
			return true;
		}
		catch (IOException ex) {
			// A process that is ending still holds a file.
			return false;
		}
	}

	private static ProgramResult run(ProcessBuilder builder, Duration patience) {
		return Programs.run(builder, patience, charset());
	}

	private static Charset charset() {
		return Charset.forName(System.getProperty("native.encoding"));
	}

	private static String path(String program) {
		return Path.of(System.getenv("SystemRoot"), "System32", program).toString();
	}

}
