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

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.Invocation;
import io.github.winsvc.scm.ElevatedProcess;
import io.github.winsvc.scm.ElevatedProgram;
import io.github.winsvc.scm.Elevation;
import io.github.winsvc.scm.ScmException;

/**
 * Has a verb done by an elevated process, in the place of this one.
 */
final class ElevatedRun {

	private final Elevation elevation;

	private final Output output;

	ElevatedRun(Elevation elevation, Output output) {
		this.elevation = elevation;
		this.output = output;
	}

	/**
	 * Ask for the process, print what it prints, and wait until it ends.
	 * @return how it ended
	 * @throws CommandException if there is no such process, or it did not do the verb
	 */
	ExitStatus run(Verb verb, CommandSettings settings, Invocation invocation) {
		ElevatedProgram program = requireComplete(settings, invocation).without(ElevatedRun::isElevate)
			.program(archive(settings));
		this.output.line("Asking Windows for elevation. Please answer its question.");
		String tried = "%s the service '%s'".formatted(verb, settings.name());
		try (ElevatedProcess process = start(program, tried)) {
			return relay(process, tried);
		}
	}

	private static boolean isElevate(String argument) {
		return CommandArgument.read(argument)
			.flatMap(CommandArgument::option)
			.filter((option) -> option == CommandOption.ELEVATE)
			.isPresent();
	}

	/**
	 * Refuse what an elevated process could not do as this one would: it has another
	 * environment and no standard input.
	 */
	private static Invocation requireComplete(CommandSettings settings, Invocation invocation) {
		List<String> variables = invocation.configuringVariables();
		if (!variables.isEmpty()) {
			throw new CommandException(ExitStatus.USAGE,
					"An elevated process does not get the environment of this prompt: " + String.join(", ", variables))
				.remedy(Remedies.ELEVATED_PROMPT
						+ ", or unset these variables and write what they say on the command line.");
		}
		if (settings.manner().passwordSource() != null) {
			throw new CommandException(ExitStatus.USAGE,
					"An elevated process cannot read the password: it gets neither the input nor the environment of "
							+ "this prompt.")
				.remedy(Remedies.ELEVATED_PROMPT + ".");
		}
		return invocation;
	}

	private static ApplicationArchive archive(CommandSettings settings) {
		if (settings.archive() == null) {
			throw new CommandException(ExitStatus.USAGE,
					"Only an executable jar can be elevated, and this application was started from an IDE or a "
							+ "directory of classes.")
				.remedy(Remedies.ELEVATED_PROMPT + ".");
		}
		return settings.archive();
	}

	private ElevatedProcess start(ElevatedProgram program, String tried) {
		try {
			return this.elevation.start(program);
		}
		catch (ScmException ex) {
			throw new CommandException(ExitStatus.ACCESS_DENIED,
					"Could not %s, for want of elevation: %s".formatted(tried, ex.getMessage()))
				.causedBy(ex)
				.remedy(Remedies.ofRefusedElevation(ex.error()));
		}
	}

	private ExitStatus relay(ElevatedProcess process, String tried) {
		AtomicBoolean heard = new AtomicBoolean();
		int code = follow(process, tried, heard);
		if (!heard.get()) {
			throw new CommandException(ExitStatus.FAILED,
					"Could not %s: the elevated process ended with exit code %d before it said anything."
						.formatted(tried, code))
				.remedy("It may see less than this one, such as no network drive. " + Remedies.ELEVATED_PROMPT + ".");
		}
		return ExitStatus.of(code).orElseGet(() -> {
			this.output
				.line("Error: The elevated process ended with exit code %d. See --winsvc.status".formatted(code));
			return ExitStatus.FAILED;
		});
	}

	private int follow(ElevatedProcess process, String tried, AtomicBoolean heard) {
		try {
			return process.relay((text) -> {
				heard.set(true);
				this.output.relay(text);
			});
		}
		catch (ScmException ex) {
			throw new CommandException(ExitStatus.FAILED,
					"The elevated process goes on to %s, but cannot be followed: %s".formatted(tried, ex.getMessage()))
				.causedBy(ex)
				.remedy("See what has become of it with --winsvc.status");
		}
	}

}
