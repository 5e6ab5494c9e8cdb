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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.winsvc.logs.ConsoleCapture;
import io.github.winsvc.logs.JvmLog;

/**
 * What does the log say at its end, and has the JVM crashed?
 */
final class LogCheck implements Check {

	@Override
	public String name() {
		return "log";
	}

	@Override
	public Diagnosis examine(Subject subject) throws IOException {
		subject.registration();
		Path directory = subject.home().logs();
		if (!Places.exists(directory)) {
			throw new NotCheckedException(directory + " does not exist");
		}
		List<Path> files = subject.surroundings().files(directory);
		List<Diagnosis> problems = new ArrayList<>();
		newest(files, LogCheck::isCrashReport)
			.ifPresent((file) -> problems.add(Diagnosis.warn("the JVM has crashed, and left " + file,
					"Read its beginning, which names the library at fault, and delete it when that is mended.")));
		Optional<Path> log = newest(files, (file) -> !isCrashReport(file) && !isConsole(file, subject) && isLog(file));
		if (log.isEmpty()) {
			return problems.isEmpty() ? Diagnosis.notChecked("there is no log in " + directory, null)
					: Diagnosis.of(problems);
		}
		List<String> lines = LogProblems.of(log.get());
		if (!lines.isEmpty()) {
			problems.add(Diagnosis.warn("the last warnings and errors are\n" + String.join("\n", lines),
					"Read on in " + log.get()));
		}
		return problems.isEmpty() ? Diagnosis.ok("no warnings or errors at the end of " + log.get())
				: Diagnosis.of(problems);
	}

	private static boolean isCrashReport(Path file) {
		return file.getFileName().toString().matches("hs_err_pid.*\\.log");
	}

	private static boolean isLog(Path file) {
		return file.getFileName().toString().endsWith(".log");
	}

	private static boolean isConsole(Path file, Subject subject) {
		Path logs = subject.home().logs();
		String service = subject.name().value();
		return Stream
			.of(ConsoleCapture.file(logs, service), ConsoleCapture.former(logs, service), JvmLog.file(logs, service))
			.map(Path::getFileName)
			.anyMatch(file.getFileName()::equals);
	}

	private Optional<Path> newest(List<Path> files, Predicate<Path> kind) {
		return files.stream().filter(kind).max(Comparator.comparingLong((file) -> file.toFile().lastModified()));
	}

}
