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
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CompletionScript}.
 */
class CompletionScriptTests {

	private final List<String> script = CompletionScript.lines();

	private final List<String> rows = this.script.subList(this.script.indexOf("word|verbs|values|help") + 1,
			this.script.indexOf("'@ | ConvertFrom-Csv -Delimiter '|'"));

	@Test
	void whenTheScriptIsMadeThenEachVerbOptionAndPropertyIsARow() {
		List<String> words = Stream.of(HelpTopic.verbs(), CommandOption.words(), ServiceProperty.words())
			.flatMap(List::stream)
			.toList();
		assertThat(this.rows.stream().map((row) -> row.split("\\|")[0].replaceFirst("(=|\\.$|\\[).*", "")))
			.containsExactlyInAnyOrderElementsOf(words);
	}

	@Test
	void whenTheScriptIsMadeThenEachRowHasFourColumnsThatPowerShellReadsAsText() {
		assertThat(this.rows).allMatch((row) -> row.matches("[!-~&&[^\"|]]+\\|[^\"|]*\\|[^\"|]*\\|[ -~&&[^\"|]]+"));
		assertThat(this.rows).noneMatch((row) -> row.startsWith("'@"));
	}

	@Test
	void whenAnOptionBelongsToSomeVerbsThenItsRowNamesThem() {
		assertThat(this.rows).anyMatch((row) -> row.startsWith("format=|export|sc powershell|"))
			.anyMatch((row) -> row.startsWith("wait=false|install start stop restart pause continue reload||"))
			.anyMatch((row) -> row.startsWith("environment.|install update plan export||"))
			.anyMatch((row) -> row.startsWith("stop.timeout=|install update plan export console||"))
			.anyMatch((row) -> row.startsWith("control=|||"))
			.anyMatch((row) -> row.startsWith("help||install update "));
	}

}
