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

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What {@code --winsvc.help=<topic>} can be about: a verb, the console or all options.
 */
final class HelpTopic {

	static final String OPTIONS = "options";

	private static final String CONSOLE = "console";

	private HelpTopic() {
	}

	/**
	 * Return what can be written on a command line instead of running the application.
	 */
	static List<String> verbs() {
		return Stream.concat(Verb.words().stream(), Stream.of(CONSOLE)).toList();
	}

	static List<String> words() {
		return Stream.concat(verbs().stream(), Stream.of(OPTIONS)).toList();
	}

	/**
	 * Read the topic that a command line asks for.
	 * @return the topic, or {@code null} if help without a topic is asked for
	 * @throws UsageException if there is no such topic
	 */
	static @Nullable String read(Collection<CommandArgument> arguments) {
		List<CommandArgument> help = arguments.stream()
			.filter((argument) -> argument.verb().equals(Optional.of(Verb.HELP)))
			.toList();
		boolean plain = help.stream().anyMatch(CommandArgument::isSwitchedOn);
		return plain ? null : topic(String.valueOf(help.get(help.size() - 1).value()));
	}

	private static String topic(String word) {
		return words().stream()
			.filter(word::equalsIgnoreCase)
			.findFirst()
			.orElseThrow(() -> new UsageException(unknown(word)));
	}

	private static String unknown(String word) {
		if (CommandOption.find(word).isPresent() || ServiceProperty.find(word).isPresent()) {
			return "'%s' is an option, not a verb. Write --winsvc.help=%s".formatted(word, OPTIONS);
		}
		return "There is no help on '%s'. ".formatted(word) + Spelling.nearest(word, words())
			.map("Did you mean --winsvc.help=%s?"::formatted)
			.orElse("There is on " + String.join(", ", words()) + ".");
	}

}
