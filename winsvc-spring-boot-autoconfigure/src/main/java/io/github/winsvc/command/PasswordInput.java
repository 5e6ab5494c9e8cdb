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

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * The ways in which a password reaches a command. Whoever is given characters overwrites
 * them after use.
 *
 * @since 0.1.0
 */
public interface PasswordInput {

	/**
	 * Whether there is an operator at a console who can be asked.
	 * @return whether {@link #ask} makes sense
	 */
	boolean canAsk();

	/**
	 * Ask the operator, without showing the answer.
	 * @param prompt the question
	 * @return the answer, empty if there is none
	 * @throws IOException if the console cannot be read
	 */
	char[] ask(String prompt) throws IOException;

	/**
	 * Read a line from standard input.
	 * @return the line without its end, empty if there is none
	 * @throws IOException if it cannot be read, or is not UTF-8
	 */
	char[] readLine() throws IOException;

	/**
	 * Read an environment variable.
	 * @param name the name of the variable
	 * @return its value, {@code null} if it is not set
	 */
	char @Nullable [] variable(String name);

}
