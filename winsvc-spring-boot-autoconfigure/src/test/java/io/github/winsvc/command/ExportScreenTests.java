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
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code export} prints: scripts in two languages, and JSON.
 */
class ExportScreenTests {

	@AutoClose
	private Workbench bench;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
	}

	@Test
	void whenExportedThenItIsABatchFile() {
		Screen.of(this.bench, "txt").shows(Verb.EXPORT, ExitStatus.DONE, "export-sc");
		Screen.of(this.bench, "json").shows(Verb.EXPORT, ExitStatus.DONE, "export-sc");
		assertThat(this.bench.isRegistered()).isFalse();
	}

	@Test
	void whenExportedForPowerShellThenItCreatesTheServiceItself() {
		this.bench.format = ScriptFormat.POWERSHELL;
		Screen.of(this.bench, "txt").shows(Verb.EXPORT, ExitStatus.DONE, "export-powershell");
		Screen.of(this.bench, "json").shows(Verb.EXPORT, ExitStatus.DONE, "export-powershell");
	}

	@Test
	void whenTextsHaveMarksThatBatchFilesReadThenTheyAreEscaped() {
		this.bench.displayName = "Orders & \"more\" <100%>";
		this.bench.description = "50%";
		this.bench.arguments = List.of("--name=a & b", "--quote=\"x|y\"");
		assertThat(this.bench.run(Verb.EXPORT)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).contains("DisplayName= \"Orders & \\\"more\\\" <100%%>\"")
			.contains("sc.exe description orders \"50%%\"\n")
			.contains(" \\\"--name=a ^& b\\\"")
			.contains("hs_err_pid%%p.log");
	}

	@Test
	void whenTextsHaveApostrophesThenPowerShellReadsThemAsText() {
		this.bench.format = ScriptFormat.POWERSHELL;
		this.bench.displayName = "Anna's \u2019 $orders";
		this.bench.description = "The \"best\"";
		this.bench.run(Verb.EXPORT);
		assertThat(this.bench.printed()).contains("-DisplayName 'Anna''s \u2019\u2019 $orders' ")
			.contains("sc.exe --% description orders \"The \\\"best\\\"\"\n");
	}

	@Test
	void whenAnArgumentIsASecretThenItIsNotPrinted() {
		this.bench.arguments = List.of("--spring.datasource.password=hunter2");
		assertThat(this.bench.run(Verb.EXPORT)).isEqualTo(ExitStatus.USAGE);
		assertThat(this.bench.printed()).doesNotContain("hunter2");
	}

	@Test
	void whenThereIsNoJarThenThereIsNothingToExport() {
		this.bench.archive = null;
		assertThat(this.bench.run(Verb.EXPORT)).isEqualTo(ExitStatus.USAGE);
	}

}
