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

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an operator can ask for with {@code --winsvc.<verb>}.
 *
 * @since 0.1.0
 */
public enum Verb {

	INSTALL, UPDATE, PLAN, START, STOP, RESTART, PAUSE, CONTINUE, RELOAD, CONTROL, STATUS, LOGS, EVENTS, DOCTOR, EXPORT,
	UNINSTALL, IMPORT, HELP, COMPLETION;

	/**
	 * Return the verb as it is written on the command line.
	 * @return for example {@code install}
	 */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether the verb compares the service with its definition.
	 */
	boolean definesService() {
		return this == INSTALL || this == UPDATE || this == PLAN || this == EXPORT;
	}

	/**
	 * Whether the verb is written with a value, as in {@code --winsvc.control=200}.
	 */
	boolean hasValue() {
		return this == CONTROL || this == IMPORT;
	}

	/**
	 * Whether the verb can be written with a value, as in {@code --winsvc.events=50}.
	 */
	boolean takesValue() {
		return hasValue() || this == LOGS || this == EVENTS;
	}

	/**
	 * Whether the verb tells of the others, which takes no SCM and no configuration.
	 */
	public boolean isExplanation() {
		return this == HELP || this == COMPLETION;
	}

	static Optional<Verb> find(String word) {
		return Arrays.stream(values()).filter((verb) -> verb.name().equalsIgnoreCase(word)).findFirst();
	}

	static List<String> words() {
		return Arrays.stream(values()).map(Verb::toString).toList();
	}

}
