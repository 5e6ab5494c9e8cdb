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
import java.util.Locale;
import java.util.Optional;

/**
 * Reads how many of something a verb shall show, as in {@code --winsvc.events=50}.
 */
enum RequestedCount {

	/** Entries of the event log. */
	ENTRIES(Verb.EVENTS, 20, 1000),

	/** Lines of a log. */
	LINES(Verb.LOGS, 100, 100_000);

	private final Verb verb;

	private final int usual;

	private final int most;

	RequestedCount(Verb verb, int usual, int most) {
		this.verb = verb;
		this.usual = usual;
		this.most = most;
	}

	/**
	 * Read the number that the verb is written with.
	 * @throws UsageException if it is none
	 */
	int read(Collection<CommandArgument> arguments) {
		return arguments.stream()
			.filter((argument) -> argument.verb().equals(Optional.of(this.verb)))
			.reduce((first, last) -> last)
			.filter((argument) -> !argument.isSwitchedOn())
			.map((argument) -> number(String.valueOf(argument.value())))
			.orElse(this.usual);
	}

	private int number(String value) {
		if (value.matches("0*\\d{1,6}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= this.most) {
			return Integer.parseInt(value);
		}
		throw new UsageException("'%s' cannot be a number of %s: it can be 1 to %d. Write --winsvc.%s=%d"
			.formatted(value, name().toLowerCase(Locale.ROOT), this.most, this.verb, this.usual), this.verb);
	}

}
