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

package io.github.winsvc.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Windows command line as text, quoted and read by the rules of
 * {@code CommandLineToArgvW}.
 *
 * @since 0.1.0
 */
public final class CommandLine {

	private CommandLine() {
	}

	/**
	 * Join arguments so that {@link #split} returns them again. The first one, the
	 * program, is always quoted: an unquoted path with a blank lets Windows run another
	 * program.
	 * @param arguments the program and its arguments
	 * @return the command line
	 */
	public static String join(List<String> arguments) {
		return quote(arguments.get(0)) + arguments.stream()
			.skip(1)
			.map((argument) -> isPlain(argument) ? argument : quote(argument))
			.collect(Collectors.joining(" ", (arguments.size() > 1) ? " " : "", ""));
	}

	/**
	 * The launcher of Java replaces an unquoted asterisk or question mark by the files
	 * that match.
	 */
	private static boolean isPlain(String argument) {
		return !argument.isEmpty() && argument.chars().noneMatch((c) -> " \t\n\"*?".indexOf(c) != -1);
	}

	/**
	 * Put an argument in quotation marks.
	 * @param argument the argument
	 * @return text that is read as that one argument
	 */
	public static String quote(String argument) {
		StringBuilder quoted = new StringBuilder("\"");
		int backslashes = 0;
		for (char c : argument.toCharArray()) {
			if (c == '"') {
				quoted.append("\\".repeat(backslashes + 1));
			}
			backslashes = (c != '\\') ? 0 : backslashes + 1;
			quoted.append(c);
		}
		// Backslashes are literal unless a quotation mark follows, as the closing one
		// does
		return quoted.append("\\".repeat(backslashes)).append('"').toString();
	}

	/**
	 * Split a command line into its arguments. The first one ends at its quotation mark
	 * or blank and knows no escape.
	 * @param commandLine the command line
	 * @return the program and its arguments
	 */
	public static List<String> split(String commandLine) {
		List<String> arguments = new ArrayList<>();
		String line = commandLine.strip();
		int end = line.startsWith("\"") ? line.indexOf('"', 1) : indexOfBlank(line);
		end = (end != -1) ? end : line.length();
		arguments.add(line.substring(line.startsWith("\"") ? 1 : 0, end));
		splitArguments(line.substring(Math.min(line.length(), end + 1)), arguments);
		return arguments;
	}

	private static int indexOfBlank(String line) {
		for (int i = 0; i < line.length(); i++) {
			if (isBlank(line.charAt(i))) {
				return i;
			}
		}
		return -1;
	}

	private static boolean isBlank(char c) {
		return c == ' ' || c == '\t';
	}

	private static void splitArguments(String line, List<String> arguments) {
		StringBuilder argument = new StringBuilder();
		boolean started = false;
		boolean quoted = false;
		int backslashes = 0;
		for (int i = 0; i < line.length(); i++) {
			char c = line.charAt(i);
			if (c == '\\') {
				backslashes++;
				started = true;
				continue;
			}
			boolean escaped = c == '"' && backslashes % 2 == 1;
			argument.append("\\".repeat((c == '"') ? backslashes / 2 : backslashes));
			backslashes = 0;
			if (c == '"' && !escaped) {
				boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
				if (doubled) {
					argument.append('"');
					i++;
				}
				else {
					quoted = !quoted;
				}
				started = true;
			}
			else if (isBlank(c) && !quoted) {
				if (started) {
					arguments.add(argument.toString());
				}
				argument.setLength(0);
				started = false;
			}
			else {
				argument.append(c);
				started = true;
			}
		}
		if (started) {
			arguments.add(argument.append("\\".repeat(backslashes)).toString());
		}
	}

}
