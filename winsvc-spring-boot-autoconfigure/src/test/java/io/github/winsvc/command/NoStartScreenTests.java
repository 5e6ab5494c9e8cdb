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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.ServiceSettings;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.StartType;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is printed when install shall not start the service.
 */
class NoStartScreenTests {

	@AutoClose
	private Workbench bench;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
		this.bench.start = false;
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsNewThenInstallRegistersIt(String format) {
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.DONE, "install-not-started");
		assertThat(this.bench.scm.service("orders").state()).isEqualTo(ServiceState.STOPPED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsAsItShouldBeThenInstallHasNothingToDo(String format) {
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.DONE, "install-not-started-unchanged");
	}

	@Test
	void whenTheServiceShallBeDisabledThenNobodyTriesToStartIt() {
		this.bench.start = true;
		this.bench.wanted = ServiceSettings
			.of(Stream
				.concat(StreamSupport.stream(this.bench.wanted().spliterator(), false)
					.filter((setting) -> !(setting instanceof Start)), Stream.of(new Start(StartType.DISABLED)))
				.toList());
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).contains("is installed and disabled");
	}

	@Test
	void whenTheServiceIsRunningThenItRunsOn() {
		this.bench.start = true;
		this.bench.run(Verb.INSTALL);
		this.bench.start = false;
		this.bench.description = "Takes more orders";
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).contains("is installed and running");
		assertThat(this.bench.scm.service("orders").state()).isEqualTo(ServiceState.RUNNING);
	}

}
