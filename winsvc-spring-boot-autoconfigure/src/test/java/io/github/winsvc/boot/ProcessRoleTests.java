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

package io.github.winsvc.boot;

import io.github.winsvc.launch.ServiceCommandLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProcessRole}.
 */
class ProcessRoleTests {

	@AfterEach
	void clear() {
		System.clearProperty(ServiceCommandLine.MARKER);
		System.clearProperty("spring.aot.processing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--server.port=80", "install", "--winsvc.display-name=Orders", "--winsvc" })
	void whenArgumentIsNoVerbThenRoleIsPlain(String argument) {
		assertThat(ProcessRole.of(new String[] { argument })).isEqualTo(ProcessRole.PLAIN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "--winsvc.install", "--winsvc.install=true", "--winsvc.instal", "--winsvc.help" })
	void whenArgumentIsAVerbOrMeansToBeOneThenRoleIsCommand(String argument) {
		assertThat(ProcessRole.of(new String[] { "--server.port=80", argument })).isEqualTo(ProcessRole.COMMAND);
	}

	@Test
	void whenProcessIsMarkedThenRoleIsServiceWhateverTheArguments() {
		System.setProperty(ServiceCommandLine.MARKER, "orders");
		assertThat(ProcessRole.of(new String[] { "--winsvc.status" })).isEqualTo(ProcessRole.SERVICE);
	}

	@Test
	void whenApplicationIsProcessedAheadOfTimeThenRoleIsPlain() {
		System.setProperty("spring.aot.processing", "true");
		System.setProperty(ServiceCommandLine.MARKER, "orders");
		assertThat(ProcessRole.of(new String[] { "--winsvc.install" })).isEqualTo(ProcessRole.PLAIN);
	}

}
