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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link WindowsMachineChoice}.
 */
class WindowsMachineChoiceTests {

	@ParameterizedTest
	@CsvSource({ "true, true, true, NATIVE", "true, true, false, NATIVE", "true, false, true, NATIVE",
			"true, false, false, NATIVE", "false, true, true, WINE", "false, true, false, WINE",
			"false, false, true, CONTAINER" })
	void whenSomethingIsThereThenTheMostRealIsChosen(boolean windows, boolean wine, boolean docker,
			WindowsMachineChoice expected) {
		assertThat(WindowsMachineChoice.of(new MachineFacts(windows, wine, docker))).isEqualTo(expected);
	}

	@Test
	void whenNothingIsThereThenFailureNamesTheCommandThatInstallsWine() {
		assertThatIllegalStateException()
			.isThrownBy(() -> WindowsMachineChoice.of(new MachineFacts(false, false, false)))
			.withMessage("The integration tests need a Service Control Manager, but this host has neither Windows nor"
					+ " Wine nor Docker. Install Wine with scripts/setup, or with:"
					+ " apt-get install -y --no-install-recommends wine64");
	}

}
