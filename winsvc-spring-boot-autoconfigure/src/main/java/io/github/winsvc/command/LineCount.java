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
import java.util.Optional;

/**
 * How many lines of a log are asked for.
 */
final class LineCount {

	private static final int DEFAULT = 100;

	private static final int LAST = 100_000;

	private LineCount() {
	}

	/**
	 * Read the number that the verb {@code logs} is written with.
	 * @throws UsageException if it is none
	 */
	static int read(Collection<CommandArgument> arguments) {
		return arguments.stream()
			.filter((argument) -> argument.verb().equals(Optional.of(Verb.LOGS)))
			.reduce((first, last) -> last)
			.filter((argument) -> !argument.isSwitchedOn())
			.map((argument) -> number(String.valueOf(argument.value())))
			.orElse(DEFAULT);
	}

	private static int number(String value) {
		try {
			int number = Integer.parseInt(value);
			if (number >= 1 && number <= LAST) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// Refused below
		}
		throw new UsageException("'%s' cannot be a number of lines: it can be 1 to %d. Write --winsvc.%s=100"
			.formatted(value, LAST, Verb.LOGS), Verb.LOGS);
	}

}
