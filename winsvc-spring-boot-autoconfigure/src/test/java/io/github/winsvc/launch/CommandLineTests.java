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
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineTests {

	private static final String ALPHABET = "ab\\\\\\\"\"  \t=:%'\u00e9\n";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			plain          | plain
			``             | ""
			a b            | "a b"
			`a	b`         | `"a	b"`
			a\\b           | a\\b
			a\\\\b         | a\\\\b
			a"b            | "a\\"b"
			a\\"b          | "a\\\\\\"b"
			a\\\\"b        | "a\\\\\\\\\\"b"
			a\\            | a\\
			a b\\          | "a b\\\\"
			a b\\\\        | "a b\\\\\\\\"
			C:\\Program Files\\x\\ | "C:\\Program Files\\x\\\\"
			"              | "\\""
			""             | "\\"\\""
			\\             | \\
			-Dx=%p         | -Dx=%p
			*.txt          | "*.txt"
			a?             | "a?"
			""")
	void whenAnArgumentIsQuotedThenItIsReadAgain(String argument, String quoted) {
		String line = CommandLine.join(List.of("java.exe", argument));
		assertThat(line).isEqualTo("\"java.exe\" " + quoted);
		assertThat(CommandLine.split(line)).containsExactly("java.exe", argument);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			java a  b        | a;b
			java	a	b    | a;b
			java "a b" c     | a b;c
			java a"b c"d     | ab cd
			java "a""b"      | a"b
			java "a"" b"     | a" b
			java a\\\\\\"b c | a\\"b;c
			java a\\\\"b c"  | a\\b c
			java "" ""       | ;
			java "unclosed x | unclosed x
			java a\\\\       | a\\\\
			"C:\\a b\\java.exe" x | x
			"C:\\a\\"x y     | x;y
			""")
	void whenALineIsWrittenByOthersThenItIsReadAsWindowsDoes(String line, String arguments) {
		List<String> split = CommandLine.split(line);
		assertThat(split.subList(1, split.size())).containsExactly(arguments.split(";", -1));
	}

	@Test
	void whenThereAreNoArgumentsThenTheProgramIsStillQuoted() {
		assertThat(CommandLine.join(List.of("C:\\a b\\java.exe"))).isEqualTo("\"C:\\a b\\java.exe\"");
		assertThat(CommandLine.split("java.exe")).containsExactly("java.exe");
		assertThat(CommandLine.split("")).containsExactly("");
	}

	@Test
	void whenArgumentsAreRandomThenTheyAreReadAgain() {
		Random random = new Random(20260101);
		for (int i = 0; i < 100_000; i++) {
			List<String> arguments = new ArrayList<>(List.of("C:\\Program Files\\java.exe"));
			int count = random.nextInt(5);
			for (int j = 0; j < count; j++) {
				arguments.add(random.ints(random.nextInt(8), 0, ALPHABET.length())
					.collect(StringBuilder::new, (text, index) -> text.append(ALPHABET.charAt(index)),
							StringBuilder::append)
					.toString());
			}
			assertThat(CommandLine.split(CommandLine.join(arguments))).isEqualTo(arguments);
		}
	}

}
