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

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CommandRunnerTests {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final PrintStream stream = new PrintStream(this.bytes, true, StandardCharsets.UTF_8);

	@Test
	void whenACommandLineIsRefusedThenTheReasonIsPrinted() {
		ExitStatus status = CommandRunner.refuse(Output.text(this.stream), new UsageException("Unknown verb 'x'."));
		assertThat(status.code()).isEqualTo(2);
		assertThat(this.bytes.toString(StandardCharsets.UTF_8).lines()).containsExactly("Error: Unknown verb 'x'.",
				"  All verbs: --winsvc.help, all options: --winsvc.help=options");
	}

	@Test
	void whenAVerbDoesNotTakeSomethingThenItsPageIsNamed() {
		assertThatExceptionOfType(UsageException.class)
			.isThrownBy(() -> CommandRequest.parse(new String[] { "--winsvc.stop", "--winsvc.format=sc" }))
			.satisfies((refusal) -> CommandRunner.refuse(Output.text(this.stream), refusal));
		assertThat(this.bytes.toString(StandardCharsets.UTF_8).lines()).containsExactly(
				"Error: The option 'format' does not belong to the verb 'stop'.",
				"  What it takes: --winsvc.help=stop");
	}

	@Test
	void whenACommandLineIsRefusedThenTheReasonIsOneObject() {
		CommandRunner.refuse(Output.json(this.stream, JsonText::of), new UsageException("Unknown verb 'x'."));
		assertThat(this.bytes.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ")).isEqualTo(
				"{ \"exitCode\": 2, \"error\": { \"message\": \"Unknown verb 'x'.\", \"remedy\": \"All verbs: --winsvc.help, all options: --winsvc.help=options\" } } ");
	}

	@Test
	void whenJsonHasOtherCharactersThanAsciiThenTheyAreEscaped() {
		Output.json(this.stream, JsonText::of).result(Map.of("displayName", "B\u00fcro \ud83d\ude80\u007f"));
		assertThat(this.bytes.toString(StandardCharsets.UTF_8)).contains("\"B\\u00fcro \\ud83d\\ude80\\u007f\"");
	}

	@Test
	void whenAVerbIsMisspeltThenTheNearestWordIsFound() {
		assertThat(Spelling.nearest("isntall", Verb.words())).contains("install");
		assertThat(Spelling.nearest("STRT", Verb.words())).contains("start");
		assertThat(Spelling.nearest("re-start", Verb.words())).contains("restart");
		assertThat(Spelling.nearest("delete", Verb.words())).isEmpty();
		assertThat(Spelling.nearest("", Verb.words())).isEmpty();
	}

	@Test
	void whenTextHasControlCharactersThenTheTerminalIsSparedThem() {
		Output.text(this.stream).line("a\u001b[2Jb\nc");
		assertThat(this.bytes.toString(StandardCharsets.UTF_8).strip()).isEqualTo("a [2Jb c");
	}

}
