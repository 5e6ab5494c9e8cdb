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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a command line asks for.
 *
 * @param verb the verb
 * @param value the value of the verb, {@code null} if it takes none
 * @param options the names of the options that were given, in kebab case
 * @param arguments the other arguments, which are the application's, in their order
 * @since 0.1.0
 */
public record CommandRequest(Verb verb, @Nullable String value, Set<String> options, List<String> arguments) {

	public CommandRequest {
		options = Set.copyOf(options);
		arguments = List.copyOf(arguments);
	}

	/**
	 * Whether a command line asks for a verb, be it misspelt, rather than to run the
	 * application. An option alone asks for nothing.
	 * @param args the command line
	 * @return whether {@link #parse} has something to say about it
	 */
	public static boolean isCommand(String[] args) {
		return arguments(args).stream().anyMatch(CommandArgument::isVerb);
	}

	/**
	 * Parse a command line. The verb {@code help} overrules all else that is in it.
	 * @param args the command line
	 * @return the request
	 * @throws UsageException if it cannot be understood
	 */
	public static CommandRequest parse(String[] args) {
		List<CommandArgument> own = arguments(args);
		boolean help = own.stream().anyMatch((argument) -> argument.verb().equals(Optional.of(Verb.HELP)));
		Verb verb = help ? Verb.HELP : verb(own);
		Set<String> options = help ? Set.of() : options(own, verb);
		return new CommandRequest(verb, value(own, verb), options,
				Arrays.stream(args).filter((arg) -> CommandArgument.read(arg).isEmpty()).toList());
	}

	private static List<CommandArgument> arguments(String[] args) {
		List<CommandArgument> arguments = new ArrayList<>();
		for (String arg : args) {
			CommandArgument.read(arg).ifPresent(arguments::add);
		}
		return arguments;
	}

	private static Verb verb(List<CommandArgument> arguments) {
		Verb found = null;
		for (CommandArgument argument : arguments) {
			if (argument.isVerb()) {
				found = verb(argument, found);
			}
		}
		if (found == null) {
			throw new UsageException("No verb. The verbs are " + String.join(", ", Verb.words()) + ".");
		}
		return found;
	}

	private static Verb verb(CommandArgument argument, @Nullable Verb former) {
		Verb verb = argument.verb().orElseThrow(() -> unknownVerb(argument.name()));
		if (verb.takesValue()) {
			requireValue(argument, verb);
		}
		else if (!argument.isSwitchedOn()) {
			throw new UsageException("The verb '%s' takes no value. Write --winsvc.%s".formatted(verb, verb));
		}
		if (former != null && former != verb) {
			throw new UsageException("'%s' and '%s' cannot be done at once. Give one verb.".formatted(former, verb));
		}
		return verb;
	}

	private static void requireValue(CommandArgument argument, Verb verb) {
		if (argument.value() == null || argument.value().isBlank()) {
			throw new UsageException("The verb '%s' needs a value. Write --winsvc.%s=<value>".formatted(verb, verb));
		}
	}

	private static @Nullable String value(List<CommandArgument> arguments, Verb verb) {
		return verb.takesValue() ? arguments.stream()
			.filter((argument) -> argument.verb().equals(Optional.of(verb)))
			.map(CommandArgument::value)
			.reduce(null, (first, last) -> last) : null;
	}

	private static Set<String> options(List<CommandArgument> arguments, Verb verb) {
		Set<String> options = new LinkedHashSet<>();
		for (CommandArgument argument : arguments) {
			if (argument.verb().isEmpty()) {
				options.add(option(argument, verb).toString());
			}
		}
		return options;
	}

	private static CommandOption option(CommandArgument argument, Verb verb) {
		CommandOption option = argument.option().orElseThrow(() -> unknownOption(argument.name()));
		if (!option.belongsTo(verb)) {
			throw new UsageException("The option '%s' does not belong to the verb '%s'.".formatted(option, verb));
		}
		if (argument.value() == null && !option.isFlag()) {
			throw new UsageException(
					"The option '%s' needs a value. Write --winsvc.%s=<value>".formatted(option, option));
		}
		return option;
	}

	private static UsageException unknownVerb(String word) {
		Optional<String> verb = Spelling.nearest(word, Verb.words());
		if (verb.isEmpty() && Spelling.nearest(word, CommandOption.words()).isPresent()) {
			return unknownOption(word);
		}
		return new UsageException("Unknown verb '%s'. ".formatted(word) + verb.map(CommandRequest::didYouMean)
			.orElse("The verbs are " + String.join(", ", Verb.words()) + "."));
	}

	private static UsageException unknownOption(String word) {
		return new UsageException(
				"Unknown option '%s'. ".formatted(word) + Spelling.nearest(word, CommandOption.words())
					.map(CommandRequest::didYouMean)
					.orElse("The options are " + String.join(", ", CommandOption.words()) + "."));
	}

	private static String didYouMean(String word) {
		return "Did you mean '%s'?".formatted(word);
	}

}
