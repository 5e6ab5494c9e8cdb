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
	@CsvSource({ "--winsvc.logs, 100", "--winsvc.logs=20, 20", "--winsvc.logs=100000, 100000" })
	void whenLogsAreAskedForThenTheNumberOfLinesIsKnown(String argument, String lines) {
		assertThat(CommandRequest.parse(new String[] { argument, "--winsvc.follow" }).value()).isEqualTo(lines);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "100001", "all", "99999999999" })
	void whenLogsAreAskedForWithNoNumberThenThatIsRefused(String lines) {
		assertThatExceptionOfType(UsageException.class)
			.isThrownBy(() -> CommandRequest.parse(new String[] { "--winsvc.logs=" + lines }))
			.withMessageContaining("'%s' cannot be a number of lines: it can be 1 to 100000.".formatted(lines));
	}

	@ParameterizedTest
	@ValueSource(strings = { "--winsvc.install", "--winsvc.install=", "--winsvc.install=true", "--winsvc.install=false",
			"--winsvc.instal", "--winsvc.control=200", "--winsvc.INSTALL", "--WINSVC.status", "--winsvc.",
			"--winsvc.help", "--winsvc.help=install", "--winsvc.completion" })
	void whenAnArgumentAsksForAVerbThenItIsACommand(String argument) {
		assertThat(CommandRequest.isCommand(args("run", argument))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "install", "--install", "--winsvc", "-winsvc.install", "--winsvc.display-name=x",
			"--winsvc.display-name", "--winsvc.adopt", "--winsvc.wait", "--winsvc.no-start", "--winsvc.dry-run",
			"--winsvc.unknown=x", "--winsvc.start.timeout=3m", "--winsvc.stop.quickly", "--server.port=1" })
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
	void whenServiceIsDefinedThenPropertiesOfTheRunningServiceAreKept() {
		CommandRequest request = CommandRequest.parse(args("--winsvc.install", "--winsvc.start-type=manual",
				"--winsvc.stop.timeout=3m", "--winsvc.environment.JAVA_HOME=C:\\jdk", "--winsvc.dependencies[0]=Tcpip",
				"--winsvc.recovery.delays=5s", "--winsvc.triggers[0].on=device", "--winsvc.priority=high"));
		assertThat(request.options()).containsExactlyInAnyOrder("start-type", "stop.timeout", "environment",
				"dependencies", "recovery.delays", "triggers", "priority");
		assertThat(request.arguments()).containsExactly("--winsvc.stop.timeout=3m", "--winsvc.priority=high");
	}

	@Test
	void whenWritableFilesAreAllowedThenThatNeedsNoValueAndIsNotOfTheApplication() {
		CommandRequest request = CommandRequest
			.parse(args("--winsvc.security.allow-writable-files", "--winsvc.install", "--winsvc.home=D:\\orders",
					"--winsvc.log-directory=D:\\logs", "--winsvc.security.allow-local-system=false", "--a=b"));
		assertThat(request.verb()).isEqualTo(Verb.INSTALL);
		assertThat(request.options()).containsExactlyInAnyOrder("security.allow-writable-files", "home",
				"log-directory", "security.allow-local-system");
		assertThat(request.arguments()).containsExactly("--a=b");
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

	@Test
	void whenAControlIsSentThenItsCodeIsRead() {
		CommandRequest request = CommandRequest.parse(args("--winsvc.control=200", "--winsvc.Control=200"));
		assertThat(request.verb()).isEqualTo(Verb.CONTROL);
		assertThat(request.value()).isEqualTo("200");
		assertThat(CommandRequest.parse(args("--winsvc.pause")).value()).isNull();
	}

	@Test
	void whenEventsAreAskedForThenTheirNumberIsReadOrTwenty() {
		assertThat(CommandRequest.parse(args("--winsvc.events")).value()).isEqualTo("20");
		assertThat(CommandRequest.parse(args("--winsvc.events=")).value()).isEqualTo("20");
		assertThat(CommandRequest.parse(args("--winsvc.Events=50", "--winsvc.output=json")).value()).isEqualTo("50");
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
					--winsvc.remove | Unknown verb 'remove'. The verbs are install, update, plan, start, stop, restart, pause, continue, reload, control, status, logs, events, doctor, export, uninstall, import, help, completion.
					--winsvc.adpt | Unknown option 'adpt'. Did you mean 'adopt'?
					--winsvc.install --winsvc.dispaly-name=x | Unknown option 'dispaly-name'. Did you mean 'display-name'?
					--winsvc.install --winsvc.colour=x | Unknown option 'colour'. The options are name, display-name, description, output, timeout, adopt, wait, no-start, force, restart-if-needed, dry-run, password-from, format, follow, elevate. The properties of the service are in the help.
					--winsvc.install=false | The verb 'install' takes no value. Write --winsvc.install
					--winsvc.start=orders | The verb 'start' takes no value. Write --winsvc.start
					--winsvc.start --winsvc.stop | 'start' and 'stop' cannot be done at once. Give one verb.
					--winsvc.start --winsvc.display-name=x | The option 'display-name' does not belong to the verb 'start'.
					--winsvc.start --winsvc.name | The option 'name' needs a value. Write --winsvc.name=<value>
					--winsvc.import | The verb 'import' needs a value. Write --winsvc.import=<value>
					--winsvc.import= | The verb 'import' needs a value. Write --winsvc.import=<value>
					--winsvc.import=orders --winsvc.stop | 'import' and 'stop' cannot be done at once. Give one verb.
					--winsvc.stop --winsvc.start-type=auto | The property 'start-type' does not belong to the verb 'stop'.
					--winsvc.install --winsvc.start-type | The property 'start-type' needs a value. Write --winsvc.start-type=<value>
					--winsvc.install --winsvc.recovery.dealys=5s | Unknown option 'recovery.dealys'. Did you mean 'recovery.delays'?
					--winsvc.status --winsvc.force | The option 'force' does not belong to the verb 'status'.
					--winsvc.control | The verb 'control' needs the code of a control that Windows leaves to applications, 128 to 255. Write, for example, --winsvc.control=200
					--winsvc.events=0 | '0' cannot be a number of entries: it can be 1 to 1000. Write --winsvc.events=20
					--winsvc.events=all | 'all' cannot be a number of entries: it can be 1 to 1000. Write --winsvc.events=20
					--winsvc.events=99999999999 | '99999999999' cannot be a number of entries: it can be 1 to 1000. Write --winsvc.events=20
					--winsvc.control=127 | The verb 'control' needs the code of a control that Windows leaves to applications, 128 to 255. Write, for example, --winsvc.control=200
					--winsvc.control=0x80 | The verb 'control' needs the code of a control that Windows leaves to applications, 128 to 255. Write, for example, --winsvc.control=200
					--winsvc.control=200 --winsvc.control=201 | Only one control can be sent at once.
					--winsvc.status --winsvc.remote=pc7 | Verbs act on this machine alone. Run them on the other one, for example with PowerShell: Invoke-Command <host> { java -jar <application>.jar --winsvc.status }
					--winsvc.remote | Verbs act on this machine alone. Run them on the other one, for example with PowerShell: Invoke-Command <host> { java -jar <application>.jar --winsvc.status }
					--winsvc.help=instal | There is no help on 'instal'. Did you mean --winsvc.help=install?
					--winsvc.help=false | There is no help on 'false'. There is on install, update, plan, start, stop, restart, pause, continue, reload, control, status, logs, events, doctor, export, uninstall, import, help, completion, console, options.
					--winsvc.help=timeout | 'timeout' is an option, not a verb. Write --winsvc.help=options
					--winsvc.help=start-type | 'start-type' is an option, not a verb. Write --winsvc.help=options
					--winsvc.completion=bash | The verb 'completion' takes no value. Write --winsvc.completion
					--winsvc.completion --winsvc.name=x | The option 'name' does not belong to the verb 'completion'.
					--winsvc.import=orders --winsvc.adopt | The option 'adopt' does not belong to the verb 'import'.
					--winsvc.name=x | No verb. The verbs are install, update, plan, start, stop, restart, pause, continue, reload, control, status, logs, events, doctor, export, uninstall, import, help, completion.
					""")
	void whenACommandLineCannotBeUnderstoodThenTheMessageSaysWhatToWrite(String line, String message) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> CommandRequest.parse(line.split(" ")))
			.withMessage(message);
	}

	@ParameterizedTest
	@CsvSource({ "--winsvc.help=install,install", "--winsvc.HELP=Options,options", "--winsvc.help=console,console",
			"--winsvc.help=stop --winsvc.help=start,start", "--winsvc.install --winsvc.help=stop,stop",
			"--winsvc.help,", "--winsvc.help=,", "--winsvc.help=true,", "--winsvc.help=stop --winsvc.help,",
			"--winsvc.help --winsvc.help=stop," })
	void whenHelpIsAskedForThenItIsAboutATopicUnlessOnceThereIsNone(String line, String topic) {
		assertThat(CommandRequest.parse(line.split(" ")).value()).isEqualTo(topic);
	}

	private static String[] args(String... args) {
		return args;
	}

}
