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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.winsvc.launch.CommandLine;

/**
 * A line of a script, before it is known of which language.
 */
sealed interface ScriptLine {

	/**
	 * The call of a program.
	 *
	 * @param program the program
	 * @param arguments its arguments
	 */
	record Call(String program, List<String> arguments) implements ScriptLine {

		private static final Pattern PLAIN = Pattern.compile("[\\w./\\\\:=-]+");

		public Call {
			arguments = List.copyOf(arguments);
		}

		static Call sc(String... arguments) {
			return new Call("sc.exe", List.of(arguments));
		}

		/**
		 * Whether an argument needs no quotation marks in any language.
		 */
		static boolean isPlain(String argument) {
			return PLAIN.matcher(argument).matches();
		}

		/**
		 * Return the arguments as the program reads them.
		 */
		String tail() {
			return this.arguments.stream()
				.map((argument) -> isPlain(argument) ? argument : CommandLine.quote(argument))
				.collect(Collectors.joining(" "));
		}

	}

	/**
	 * A remark for people.
	 *
	 * @param text the remark
	 */
	record Remark(String text) implements ScriptLine {

	}

}
