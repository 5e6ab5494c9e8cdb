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
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a command line asks for.
 *
 * @param verb the verb
 * @param value the value of the verb, {@code null} if it takes none
 * @param options the names of the options and properties that were given, in kebab case
 * @param arguments the other arguments, which are the application's, and properties of
 * the running service, in their order
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
				Arrays.stream(args).filter(CommandRequest::isOfApplication).toList());
	}

	private static boolean isOfApplication(String arg) {
		return CommandArgument.read(arg).map(CommandArgument::isOfRunningService).orElse(true);
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
		if (!verb.takesValue() && !argument.isSwitchedOn()) {
			throw new UsageException("The verb '%s' takes no value. Write --winsvc.%s".formatted(verb, verb), verb);
		}
		if (former != null && former != verb) {
			throw new UsageException("'%s' and '%s' cannot be done at once. Give one verb.".formatted(former, verb));
		}
		return verb;
	}

	private static @Nullable String value(List<CommandArgument> arguments, Verb verb) {
		return switch (verb) {
			case CONTROL -> String.valueOf(ControlCode.read(arguments));
			case HELP -> HelpTopic.read(arguments);
			case LOGS -> String.valueOf(LineCount.read(arguments));
			case IMPORT -> arguments.stream()
				.filter((argument) -> argument.verb().equals(Optional.of(verb)))
				.map(CommandArgument::value)
				.filter((value) -> value != null && !value.isBlank())
				.reduce((first, last) -> last)
				.orElseThrow(() -> new UsageException(
						"The verb '%s' needs a value. Write --winsvc.%s=<value>".formatted(verb, verb), verb));
			default -> null;
		};
	}

	private static Set<String> options(List<CommandArgument> arguments, Verb verb) {
		Set<String> options = new LinkedHashSet<>();
		for (CommandArgument argument : arguments) {
			if (argument.verb().isEmpty()) {
				options.add(argument.property().isPresent() ? property(argument, verb).toString()
						: option(argument, verb).toString());
			}
		}
		return options;
	}

	private static ServiceProperty property(CommandArgument argument, Verb verb) {
		ServiceProperty property = argument.property().orElseThrow();
		if (!verb.definesService()) {
			throw new UsageException("The property '%s' does not belong to the verb '%s'.".formatted(property, verb),
					verb);
		}
		if (argument.value() == null) {
			throw new UsageException(
					"The property '%s' needs a value. Write --winsvc.%s=<value>".formatted(property, argument.name()),
					verb);
		}
		return property;
	}

	private static CommandOption option(CommandArgument argument, Verb verb) {
		if (isRemote(argument.name())) {
			throw remote();
		}
		CommandOption option = argument.option().orElseThrow(() -> unknownOption(argument.name()));
		if (!option.belongsTo(verb)) {
			throw new UsageException("The option '%s' does not belong to the verb '%s'.".formatted(option, verb), verb);
		}
		if (argument.value() == null && !option.isFlag()) {
			throw new UsageException(
					"The option '%s' needs a value. Write --winsvc.%s=<value>".formatted(option, option), verb);
		}
		return option;
	}

	private static List<String> allOptions() {
		return Stream.concat(CommandOption.words().stream(), ServiceProperty.words().stream()).toList();
	}

	private static boolean isRemote(String word) {
		return word.equalsIgnoreCase("remote");
	}

	private static UsageException remote() {
		return new UsageException("Verbs act on this machine alone. Run them on the other one, for example with "
				+ "PowerShell: Invoke-Command <host> { java -jar <application>.jar --winsvc.status }");
	}

	private static UsageException unknownVerb(String word) {
		if (isRemote(word)) {
			return remote();
		}
		Optional<String> verb = Spelling.nearest(word, Verb.words());
		if (verb.isEmpty() && Spelling.nearest(word, allOptions()).isPresent()) {
			return unknownOption(word);
		}
		return new UsageException("Unknown verb '%s'. ".formatted(word) + verb.map(CommandRequest::didYouMean)
			.orElse("The verbs are " + String.join(", ", Verb.words()) + "."));
	}

	private static UsageException unknownOption(String word) {
		return new UsageException("Unknown option '%s'. ".formatted(word) + Spelling.nearest(word, allOptions())
			.map(CommandRequest::didYouMean)
			.orElse("The options are " + String.join(", ", CommandOption.words())
					+ ". The properties of the service are in the help."));
	}

	private static String didYouMean(String word) {
		return "Did you mean '%s'?".formatted(word);
	}

}
