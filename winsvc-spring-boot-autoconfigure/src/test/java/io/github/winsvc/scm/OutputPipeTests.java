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
package io.github.winsvc.scm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link OutputPipe}.
 */
class OutputPipeTests {

	@Test
	void whenPipesAreThoughtUpThenEachHasItsOwnName() {
		OutputPipe pipe = OutputPipe.random();
		assertThat(pipe.name()).matches("\\\\\\\\\\.\\\\pipe\\\\winsvc-[0-9a-f]{32}");
		assertThat(new OutputPipe(pipe.name())).isEqualTo(pipe).isNotEqualTo(OutputPipe.random());
		assertThat(pipe.option()).isEqualTo("-Dwinsvc.output-pipe=" + pipe.name());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "winsvc-0123456789abcdef0123456789abcdef",
			"\\\\.\\pipe\\winsvc-0123456789abcdef0123456789abcde",
			"\\\\.\\pipe\\winsvc-0123456789abcdef0123456789abcdef0",
			"\\\\.\\pipe\\winsvc-0123456789ABCDEF0123456789ABCDEF",
			"\\\\.\\pipe\\winsvc-0123456789abcdef0123456789abcdef\n",
			"\\\\.\\pipe\\other-0123456789abcdef0123456789abcdef",
			"\\\\server\\pipe\\winsvc-0123456789abcdef0123456789abcdef",
			"\\\\.\\pipe\\..\\C:\\winsvc-0123456789abcdef0123456789abcdef",
			"C:\\Windows\\System32\\drivers\\etc\\hosts", "\\\\.\\pipe\\winsvc-0123456789abcdef0123456789abcd\\.." })
	void whenNameIsAnyOtherThenItIsRefused(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> new OutputPipe(name));
	}

}
