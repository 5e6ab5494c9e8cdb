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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.winsvc.scm.KebabCase;

/**
 * What a verb can be told on the command line with {@code --winsvc.<option>=<value>}.
 */
enum CommandOption {

	NAME(EnumSet.complementOf(EnumSet.of(Verb.HELP, Verb.COMPLETION))),

	DISPLAY_NAME(EnumSet.of(Verb.INSTALL, Verb.UPDATE, Verb.PLAN, Verb.STATUS, Verb.EXPORT)),

	DESCRIPTION(EnumSet.of(Verb.INSTALL, Verb.UPDATE, Verb.PLAN, Verb.STATUS, Verb.EXPORT)),

	OUTPUT(EnumSet.allOf(Verb.class)),

	TIMEOUT(EnumSet.of(Verb.INSTALL, Verb.START, Verb.STOP, Verb.RESTART, Verb.PAUSE, Verb.CONTINUE, Verb.RELOAD,
			Verb.UNINSTALL)),

	ADOPT(EnumSet.complementOf(EnumSet.of(Verb.STATUS, Verb.LOGS, Verb.EVENTS, Verb.DOCTOR, Verb.EXPORT, Verb.IMPORT,
			Verb.HELP, Verb.COMPLETION))),

	WAIT(EnumSet.of(Verb.INSTALL, Verb.START, Verb.STOP, Verb.RESTART, Verb.PAUSE, Verb.CONTINUE, Verb.RELOAD)),

	NO_START(EnumSet.of(Verb.INSTALL)),

	FORCE(EnumSet.of(Verb.STOP, Verb.RESTART, Verb.RELOAD, Verb.UNINSTALL)),

	RESTART_IF_NEEDED(EnumSet.of(Verb.RELOAD)),

	DRY_RUN(EnumSet.of(Verb.INSTALL, Verb.UPDATE)),

	PASSWORD_FROM(EnumSet.of(Verb.INSTALL, Verb.UPDATE, Verb.PLAN)),

	FORMAT(EnumSet.of(Verb.EXPORT)),

	FOLLOW(EnumSet.of(Verb.LOGS)),

	ELEVATE(EnumSet.of(Verb.INSTALL, Verb.UPDATE, Verb.START, Verb.STOP, Verb.RESTART, Verb.PAUSE, Verb.CONTINUE,
			Verb.RELOAD, Verb.CONTROL, Verb.UNINSTALL));

	private final Set<Verb> verbs;

	CommandOption(Set<Verb> verbs) {
		this.verbs = verbs;
	}

	boolean belongsTo(Verb verb) {
		return this.verbs.contains(verb);
	}

	boolean isFlag() {
		return switch (this) {
			case ADOPT, WAIT, NO_START, FORCE, RESTART_IF_NEEDED, DRY_RUN, FOLLOW, ELEVATE -> true;
			default -> false;
		};
	}

	/**
	 * Return the option as it is written in kebab case.
	 */
	@Override
	public String toString() {
		return KebabCase.of(this);
	}

	static Optional<CommandOption> find(String word) {
		return Arrays.stream(values())
			.filter((option) -> Spelling.uniform(option.name()).equals(Spelling.uniform(word)))
			.findFirst();
	}

	static List<String> words() {
		return Arrays.stream(values()).map(CommandOption::toString).toList();
	}

}
