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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.winsvc.sample.machine.WindowsMachine;

/**
 * The processes of a machine that are there since a contender was started.
 */
final class ProcessTable {

	static final boolean WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

	private static final String SYSTEM = "c:\\windows\\system32\\";

	private static final String CONSOLE = "conhost.exe";

	private static final Set<String> CONTENDERS = Set.of("java.exe", "prunsrv.exe", "nssm.exe", CONSOLE);

	private static final Pattern PROGRAM = Pattern.compile("[^\\\\/\\x00\"]+\\.exe", Pattern.CASE_INSENSITIVE);

	private final WindowsMachine machine;

	private final Set<Long> before;

	private ProcessTable(WindowsMachine machine) {
		this.machine = machine;
		this.before = all().map(MachineProcess::id).collect(Collectors.toSet());
	}

	/**
	 * Remember what runs already.
	 */
	static ProcessTable before(WindowsMachine machine) {
		return new ProcessTable(machine);
	}

	/**
	 * Return what has been started since and still runs.
	 */
	List<MachineProcess> since() {
		return all().filter((process) -> !this.before.contains(process.id())).toList();
	}

	private Stream<MachineProcess> all() {
		return ProcessHandle.allProcesses()
			.map((process) -> WINDOWS ? ofWindows(process) : ofWine(process))
			.flatMap(Optional::stream);
	}

	/**
	 * Programs of Windows itself come and go, whatever the contender does. A console is
	 * there for a contender alone.
	 */
	private static Optional<MachineProcess> process(long id, String command) {
		Matcher matcher = PROGRAM.matcher(command);
		if (!matcher.find()) {
			return Optional.empty();
		}
		boolean windows = command.substring(0, matcher.start()).toLowerCase(Locale.ROOT).endsWith(SYSTEM);
		String name = matcher.group();
		return (windows && !name.equals(CONSOLE)) ? Optional.empty() : Optional.of(new MachineProcess(id, name));
	}

	private static Optional<MachineProcess> ofWindows(ProcessHandle process) {
		return process.info()
			.command()
			.flatMap((command) -> process(process.pid(), command))
			.filter((found) -> CONTENDERS.contains(found.name()));
	}

	private Optional<MachineProcess> ofWine(ProcessHandle process) {
		String prefix = "\0WINEPREFIX=" + this.machine.host("C:\\").getParent() + "\0";
		if (!("\0" + read(process, "environ")).contains(prefix)) {
			return Optional.empty();
		}
		return process(process.pid(), read(process, "cmdline"));
	}

	private static String read(ProcessHandle process, String name) {
		try {
			return Files.readString(Path.of("/proc", Long.toString(process.pid()), name), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			// Ended meanwhile, or of another user and therefore not ours
			return "";
		}
	}

}
