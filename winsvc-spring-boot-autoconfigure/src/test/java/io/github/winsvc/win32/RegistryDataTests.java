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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RegistryDataTests {

	private static List<String> read(int type, byte[] data) {
		return RegistryData.read(type, data, (text) -> "expanded " + text);
	}

	private static byte[] utf16(String text) {
		return text.getBytes(StandardCharsets.UTF_16LE);
	}

	@Test
	void whenTextThenItEndsAtItsNul() {
		assertThat(read(1, utf16("Gr\u00f6\u00dfe\0"))).containsExactly("Gr\u00f6\u00dfe");
		assertThat(read(1, utf16("a\0b\0"))).containsExactly("a");
		assertThat(read(1, utf16("a%b%\0"))).containsExactly("a%b%");
	}

	@Test
	void whenTextIsNotEndedThenAllOfItCounts() {
		assertThat(read(1, utf16("abc"))).containsExactly("abc");
		assertThat(read(1, new byte[0])).containsExactly("");
		assertThat(read(1, new byte[] { 'a', 0, 'b' })).containsExactly("a");
	}

	@Test
	void whenTextIsExpandableThenItIsExpanded() {
		assertThat(read(2, utf16("%A%\0"))).containsExactly("expanded %A%");
	}

	@Test
	void whenNumberThenItIsUnsignedAndDecimal() {
		assertThat(read(4, new byte[] { 1, 2, 0, 0 })).containsExactly("513");
		assertThat(read(4, new byte[] { -1, -1, -1, -1 })).containsExactly("4294967295");
		byte[] data = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(-2).array();
		assertThat(read(11, data)).containsExactly("18446744073709551614");
	}

	@Test
	void whenNumberHasAnotherSizeThenItIsNone() {
		assertThat(read(4, new byte[] { 1 })).isNull();
		assertThat(read(11, new byte[4])).isNull();
	}

	@Test
	void whenListThenItsElementsAreRead() {
		assertThat(read(7, utf16("a\0b c\0\0"))).containsExactly("a", "b c");
		assertThat(read(7, utf16("a\0b"))).containsExactly("a", "b");
		assertThat(read(7, utf16("\0"))).isEmpty();
		assertThat(read(7, new byte[0])).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 3, 5, 6, 8, 9, 10, 12, -1 })
	void whenTypeIsAnotherThenThereIsNoData(int type) {
		assertThat(read(type, new byte[] { 1, 2, 3, 4 })).isNull();
	}

	@Test
	void whenTypeIsNamedThenAsWindowsDoes() {
		assertThat(RegistryData.typeName(3)).isEqualTo("REG_BINARY");
		assertThat(RegistryData.typeName(11)).isEqualTo("REG_QWORD");
		assertThat(RegistryData.typeName(12)).isEqualTo("type 12");
		assertThat(RegistryData.typeName(-1)).isEqualTo("type 4294967295");
	}

}
