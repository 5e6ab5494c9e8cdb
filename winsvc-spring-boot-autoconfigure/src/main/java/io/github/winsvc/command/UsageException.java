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

/**
 * A command line or a setting that cannot be understood. The message says what to write
 * instead.
 *
 * @since 0.1.0
 */
public class UsageException extends RuntimeException {

	private static final String OVERVIEW = "All verbs: --winsvc.help, all options: --winsvc.help=options";

	private final String readOn;

	private final List<String> problems;

	/**
	 * Create a new exception.
	 * @param message what is wrong and what to do about it
	 */
	public UsageException(String message) {
		this(message, OVERVIEW, List.of());
	}

	/**
	 * Create a new exception of whatever is wrong with the configuration.
	 * @param problems what is wrong and what to do about it, each once
	 */
	public UsageException(List<String> problems) {
		this((problems.size() == 1) ? problems.get(0) : problems.size() + " things are wrong with the configuration:",
				OVERVIEW, (problems.size() == 1) ? List.of() : problems);
	}

	/**
	 * A verb was given something that it does not take.
	 */
	UsageException(String message, Verb verb) {
		this(message, "What it takes: --winsvc.help=" + verb, List.of());
	}

	private UsageException(String message, String readOn, List<String> problems) {
		super(message);
		this.readOn = readOn;
		this.problems = List.copyOf(problems);
	}

	/**
	 * Return what is wrong, if it is more than the message tells.
	 */
	List<String> problems() {
		return this.problems;
	}

	/**
	 * Return where the help tells more.
	 */
	String readOn() {
		return this.readOn;
	}

}
