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

package io.github.winsvc.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.winsvc.logs.LogReader;
import io.github.winsvc.scm.ServiceRegistration;
import org.jspecify.annotations.Nullable;

/**
 * Prints the end of the log, as it is: whoever may read the file may read all of it.
 */
final class LogsCommand implements Command {

	private static final Duration INTERVAL = Duration.ofMillis(250);

	private static final String TAB = "    ";

	private final int lines;

	LogsCommand(int lines) {
		this.lines = lines;
	}

	@Override
	public Result run(Context context) {
		ServiceRegistration registration = context.manager().find(context.name()).orElseThrow(context.notInstalled());
		ServiceLogs logs = Optional.of(Ownership.of(registration, context.settings()))
			.filter((ownership) -> ownership != Ownership.FOREIGN)
			.flatMap((ownership) -> ServiceLogs.of(context, registration))
			.orElseThrow(() -> new CommandException(ExitStatus.FAILED,
					"winsvc did not install the service '%s' and does not know its log.".formatted(context.name()))
				.remedy("Name another service with --winsvc.name=<name>")
				.detail("foreign", true));
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("changed", false);
		details.put("file", logs.file().toString());
		try {
			if (context.settings().manner().follow()) {
				follow(context, logs);
			}
			else {
				details.put("lines", print(context, logs));
			}
		}
		catch (IOException ex) {
			throw CommandException.of("read the log of the service '%s'".formatted(context.name()), ex)
				.detail("file", logs.file().toString());
		}
		return new Result(ExitStatus.DONE, details);
	}

	private List<String> print(Context context, ServiceLogs logs) throws IOException {
		List<String> printed = new ArrayList<>();
		try (LogReader reader = LogReader.open(logs.file(), this.lines)) {
			reader.read(printed::add);
			reader.finish(printed::add);
		}
		catch (NoSuchFileException ex) {
			sayThereIsNone(context, logs);
		}
		printed.forEach((line) -> context.line(text(line)));
		return printed;
	}

	private void follow(Context context, ServiceLogs logs) throws IOException {
		LogReader reader = open(logs.file());
		if (reader == null) {
			sayThereIsNone(context, logs);
		}
		try {
			while (true) {
				reader = (reader != null) ? reader : open(logs.file());
				if (reader != null) {
					reader.read((line) -> show(context, line));
				}
				if (!hasTime(context)) {
					return;
				}
			}
		}
		finally {
			if (reader != null) {
				reader.close();
			}
		}
	}

	private @Nullable LogReader open(Path file) throws IOException {
		try {
			return LogReader.open(file, this.lines);
		}
		catch (NoSuchFileException ex) {
			return null;
		}
	}

	/**
	 * Wait a little, unless the command shall end.
	 */
	private static boolean hasTime(Context context) {
		try {
			context.machine().time().sleep(INTERVAL);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return !Thread.currentThread().isInterrupted();
	}

	/**
	 * As there is no end, each line is an object of its own.
	 */
	private static void show(Context context, String line) {
		context.line(text(line));
		context.output().result(Map.of("line", line));
	}

	private static String text(String line) {
		return line.replace("\t", TAB);
	}

	private static void sayThereIsNone(Context context, ServiceLogs logs) {
		context.line("There is no log yet: %s".formatted(logs.file()));
		if (logs.log().configuration() != null) {
			context.line("  The application configures its logging with %s, which may name another file."
				.formatted(logs.log().configuration()));
		}
	}

}
