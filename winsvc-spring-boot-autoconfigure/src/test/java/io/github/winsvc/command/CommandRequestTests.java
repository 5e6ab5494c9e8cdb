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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CommandRequestTests {

	@ParameterizedTest
	@ValueSource(strings = { "--winsvc.install", "--winsvc.install=", "--winsvc.install=true", "--winsvc.install=false",
			"--winsvc.instal", "--winsvc.INSTALL", "--WINSVC.status", "--winsvc.", "--winsvc.help" })
	void whenAnArgumentAsksForAVerbThenItIsACommand(String argument) {
		assertThat(CommandRequest.isCommand(args("run", argument))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "install", "--install", "--winsvc", "-winsvc.install", "--winsvc.display-name=x",
			"--winsvc.display-name", "--winsvc.adopt", "--winsvc.unknown=x", "--winsvc.start.timeout=3m",
			"--winsvc.stop.quickly", "--server.port=1" })
	void whenNoArgumentAsksForAVerbThenItIsNotACommand(String argument) {
		assertThat(CommandRequest.isCommand(args("run", argument))).isFalse();
	}

	@Test
	void whenParsedThenTheApplicationKeepsItsOwnArguments() {
		CommandRequest request = CommandRequest.parse(args("--b=1", "--winsvc.install", "a b",
				"--winsvc.displayName=Orders", "--winsvc.ADOPT", "--", "--b=1", "--winsvc.time_out=3m"));
		assertThat(request.verb()).isEqualTo(Verb.INSTALL);
		assertThat(request.options()).containsExactlyInAnyOrder("display-name", "adopt", "timeout");
		assertThat(request.arguments()).containsExactly("--b=1", "a b", "--", "--b=1");
	}

	@Test
	void whenAVerbTakesAValueThenItIsParsed() {
		CommandRequest request = CommandRequest.parse(args("--winsvc.IMPORT=C:\\a=b.xml", "--winsvc.output=json"));
		assertThat(request.verb()).isEqualTo(Verb.IMPORT);
		assertThat(request.value()).isEqualTo("C:\\a=b.xml");
	}

	@Test
	void whenAVerbTakesNoValueThenThereIsNone() {
		assertThat(CommandRequest.parse(args("--winsvc.stop=true")).value()).isNull();
	}

	@Test
	void whenAVerbIsRepeatedThenItIsOne() {
		assertThat(CommandRequest.parse(args("--winsvc.stop", "--winsvc.stop=true")).verb()).isEqualTo(Verb.STOP);
	}

	@ParameterizedTest
	@ValueSource(strings = { "--winsvc.install", "--winsvc.nonsense", "--winsvc.nonsense=1", "--winsvc.timeout" })
	void whenHelpIsAskedForThenNothingElseMatters(String argument) {
		assertThat(CommandRequest.parse(args(argument, "--winsvc.help")).verb()).isEqualTo(Verb.HELP);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					--winsvc.instal | Unknown verb 'instal'. Did you mean 'install'?
					--winsvc.unistall | Unknown verb 'unistall'. Did you mean 'uninstall'?
					--winsvc.Stauts | Unknown verb 'Stauts'. Did you mean 'status'?
					--winsvc.remove | Unknown verb 'remove'. The verbs are install, start, stop, restart, status, uninstall, import, help.
					--winsvc.adpt | Unknown option 'adpt'. Did you mean 'adopt'?
					--winsvc.install --winsvc.dispaly-name=x | Unknown option 'dispaly-name'. Did you mean 'display-name'?
					--winsvc.install --winsvc.colour=x | Unknown option 'colour'. The options are name, display-name, description, output, timeout, adopt.
					--winsvc.install=false | The verb 'install' takes no value. Write --winsvc.install
					--winsvc.start=orders | The verb 'start' takes no value. Write --winsvc.start
					--winsvc.start --winsvc.stop | 'start' and 'stop' cannot be done at once. Give one verb.
					--winsvc.start --winsvc.display-name=x | The option 'display-name' does not belong to the verb 'start'.
					--winsvc.start --winsvc.name | The option 'name' needs a value. Write --winsvc.name=<value>
					--winsvc.import | The verb 'import' needs a value. Write --winsvc.import=<value>
					--winsvc.import= | The verb 'import' needs a value. Write --winsvc.import=<value>
					--winsvc.import=orders --winsvc.stop | 'import' and 'stop' cannot be done at once. Give one verb.
					--winsvc.name=x | No verb. The verbs are install, start, stop, restart, status, uninstall, import, help.
					""")
	void whenACommandLineCannotBeUnderstoodThenTheMessageSaysWhatToWrite(String line, String message) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> CommandRequest.parse(line.split(" ")))
			.withMessage(message);
	}

	private static String[] args(String... args) {
		return args;
	}

}
