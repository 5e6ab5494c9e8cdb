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

/**
 * Where a command gets the password of an account from. It prints as it is written on the
 * command line.
 *
 * @since 0.1.0
 */
public sealed interface PasswordSource {

	/** The ways to write one, for operators. */
	String WAYS = "by prompt with --winsvc.password-from=prompt, on standard input with --winsvc.password-from=stdin, "
			+ "or in an environment variable with --winsvc.password-from=env:<VARIABLE>";

	/**
	 * Return the source for people to read, to stand behind a noun.
	 * @return for example {@code from standard input}
	 */
	String text();

	/**
	 * Read what an operator has written.
	 * @param text the text
	 * @return the source
	 * @throws UsageException if it is none; what it is instead may be a password and is
	 * not told
	 */
	static PasswordSource parse(String text) {
		String plain = text.strip();
		if (plain.equalsIgnoreCase("prompt")) {
			return new Prompt();
		}
		if (plain.equalsIgnoreCase("stdin")) {
			return new StandardInput();
		}
		if (plain.matches("(?i:env):[A-Za-z_][\\w().-]*")) {
			return new Variable(plain.substring("env:".length()));
		}
		throw new UsageException("winsvc.password-from has a value that is none of prompt, stdin and env:<VARIABLE>. "
				+ "It is not shown, because it may be a password: if so, consider it known and change it.");
	}

	/**
	 * The operator, who is asked and whose answer is not shown.
	 */
	record Prompt() implements PasswordSource {

		@Override
		public String text() {
			return "by prompt";
		}

		@Override
		public String toString() {
			return "prompt";
		}

	}

	/**
	 * The first line of standard input, in UTF-8.
	 */
	record StandardInput() implements PasswordSource {

		@Override
		public String text() {
			return "from standard input";
		}

		@Override
		public String toString() {
			return "stdin";
		}

	}

	/**
	 * A variable in the environment of the command.
	 *
	 * @param name the name of the variable
	 */
	record Variable(String name) implements PasswordSource {

		@Override
		public String text() {
			return "from the environment variable " + this.name;
		}

		@Override
		public String toString() {
			return "env:" + this.name;
		}

	}

}
