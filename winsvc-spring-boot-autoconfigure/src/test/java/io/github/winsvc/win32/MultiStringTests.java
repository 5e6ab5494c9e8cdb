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

package io.github.winsvc.win32;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.sun.jna.Memory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MultiString}.
 */
class MultiStringTests {

	@Test
	void whenStringsAreWrittenThenEachEndsWithNulAndAllWithAnother() {
		try (Memory memory = MultiString.write(List.of("Tcpip", "+Netzwerkgrüße"))) {
			byte[] expected = "Tcpip\0+Netzwerkgrüße\0\0".getBytes(StandardCharsets.UTF_16LE);
			assertThat(memory.getByteArray(0, (int) memory.size())).isEqualTo(expected);
		}
	}

	@Test
	void whenThereIsNoStringThenMemoryHoldsTwoNuls() {
		try (Memory memory = MultiString.write(List.of())) {
			assertThat(memory.getByteArray(0, (int) memory.size())).containsExactly(0, 0, 0, 0);
		}
	}

	@Test
	void whenMemoryIsReadThenStringsAreThoseWritten() {
		try (Memory memory = MultiString.write(List.of("a", "bc", "def"))) {
			assertThat(MultiString.read(memory)).containsExactly("a", "bc", "def");
		}
	}

	@Test
	void whenThereIsNoMemoryThenThereIsNoString() {
		assertThat(MultiString.read(null)).isEmpty();
	}

}
