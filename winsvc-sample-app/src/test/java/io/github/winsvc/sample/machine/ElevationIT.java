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
package io.github.winsvc.sample.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a process is elevated and heard. Wine elevates without asking, as Windows
 * does a process that is elevated already.
 */
class ElevationIT {

	@AutoClose
	private static WindowsMachine machine;

	@BeforeAll
	static void open() {
		machine = WindowsMachine.open();
	}

	@Test
	void whenProcessIsElevatedThenItsOutputAndExitCodeArrive() {
		MachineDirectory directory = machine.directory("speak in B\u00fccher");
		ProgramResult result = ElevationProgram.run(machine, directory, "relay", "speak").orFail();
		assertThat(result.output().lines()).containsExactly("elevated true", "B\\u00fccher \\ud83d\\ude80",
				"in " + directory.windows().replace("\u00fc", "\\u00fc"), "exit code " + ElevationProgram.EXIT_CODE);
	}

	@Test
	void whenProcessPrintsMuchAndEndsAtOnceThenNothingIsLost() {
		List<String> lines = ElevationProgram.run(machine, machine.directory("recite"), "relay", "recite")
			.orFail()
			.output()
			.lines()
			.toList();
		assertThat(lines.subList(1, lines.size() - 1))
			.isEqualTo(IntStream.range(0, ElevationProgram.LINES).mapToObj("%05d \\u20ac \\u00fc"::formatted).toList());
		assertThat(lines).endsWith("exit code " + ElevationProgram.EXIT_CODE);
	}

	@Test
	void whenProcessNeverConnectsThenItsEndIsWaitedFor() {
		assertThat(ElevationProgram.run(machine, machine.directory("mute"), "relay", "mute").orFail().output().lines())
			.containsExactly("elevated true", "exit code " + ElevationProgram.MUTE_EXIT_CODE);
	}

	@Test
	void whenAnotherProcessConnectsThenItIsTurnedAway() {
		ProgramResult result = ElevationProgram.run(machine, machine.directory("hesitate"), "relay", "hesitate")
			.orFail();
		assertThat(result.output().lines()).containsExactly("elevated true", "after an intruder with exit code 0",
				"exit code " + ElevationProgram.EXIT_CODE);
	}

	@Test
	void whenNobodyHearsTheProcessAnyMoreThenItGoesOn() {
		MachineDirectory directory = machine.directory("leave");
		Path spoken = directory.resolve("spoken").host();
		ElevationProgram.run(machine, directory, "leave", "speak").orFail();
		assertThat(spoken).doesNotExist();
		Await.until(() -> Files.exists(spoken), Boolean::booleanValue, Duration.ofSeconds(30), "the end of the verb");
	}

}
