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

/**
 * Reads how many entries {@code --winsvc.events} shall show.
 */
final class EventCount {

	private static final int DEFAULT = 20;

	private static final int MAX = 1000;

	private EventCount() {
	}

	static int read(Collection<CommandArgument> arguments) {
		return arguments.stream()
			.filter((argument) -> argument.verb().filter(Verb.EVENTS::equals).isPresent())
			.filter((argument) -> !argument.isSwitchedOn())
			.map((argument) -> parse(String.valueOf(argument.value())))
			.reduce((first, last) -> last)
			.orElse(DEFAULT);
	}

	private static int parse(String value) {
		if (value.matches("0*\\d{1,4}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= MAX) {
			return Integer.parseInt(value);
		}
		throw new UsageException(
				"'%s' is no number of entries, which can be 1 to %d. Write, for example, --winsvc.events=50"
					.formatted(value, MAX),
				Verb.EVENTS);
	}

}
