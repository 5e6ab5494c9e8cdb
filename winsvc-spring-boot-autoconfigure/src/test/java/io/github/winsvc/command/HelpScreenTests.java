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

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code help} and {@code completion} print.
 */
class HelpScreenTests {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final PrintStream stream = new PrintStream(this.bytes, true, StandardCharsets.UTF_8);

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenHelpIsAskedForThenItIsAnOverview(String format) {
		shows("--winsvc.help", format, ExitStatus.DONE, "help");
	}

	@ParameterizedTest
	@CsvSource({ "install,txt", "install,json", "control,txt", "control,json", "update,txt", "console,txt",
			"options,txt" })
	void whenATopicIsNamedThenItIsExplained(String topic, String format) {
		shows("--winsvc.help=" + topic, format, ExitStatus.DONE, "help-" + topic);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenThereIsNoSuchVerbThenTheNearestIsNamed(String format) {
		shows("--winsvc.help=re-start", format, ExitStatus.USAGE, "help-unknown");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenCompletionIsAskedForThenItIsAScript(String format) {
		shows("--winsvc.completion", format, ExitStatus.DONE, "completion");
	}

	private void shows(String argument, String format, ExitStatus status, String file) {
		Output output = format.equals("json") ? Output.json(this.stream, JsonText::of) : Output.text(this.stream);
		assertThat(run(argument, output)).isEqualTo(status);
		Golden.assertPrinted(this.bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"),
				file + "." + format);
	}

	private static ExitStatus run(String argument, Output output) {
		try {
			CommandRequest request = CommandRequest.parse(new String[] { argument });
			return CommandRunner.explain(request.verb(), request.value(), output);
		}
		catch (UsageException ex) {
			return CommandRunner.refuse(output, ex);
		}
	}

}
