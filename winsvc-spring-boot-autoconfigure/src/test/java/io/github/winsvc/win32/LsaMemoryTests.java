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

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.winsvc.scm.Password;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LsaMemory} and {@link PasswordMemory}: the memory that Windows reads
 * and writes.
 */
class LsaMemoryTests {

	/**
	 * The offsets below are those of a 64-bit process.
	 */
	@BeforeEach
	void pointersHaveEightBytes() {
		assertThat(Native.POINTER_SIZE).isEqualTo(8);
	}

	@Test
	void whenObjectAttributesAreWrittenThenOnlyTheirLengthIsSet() {
		try (Memory memory = LsaMemory.objectAttributes()) {
			assertThat(memory.size()).isEqualTo(48);
			assertThat(memory.getInt(0)).as("Length").isEqualTo(48);
			assertThat(memory.getByteArray(4, 44)).containsOnly(0);
		}
	}

	@Test
	void whenAStringIsWrittenThenItsLengthIsInBytesAndWithoutTheEnd() {
		try (Memory memory = LsaMemory.string("Se\u00fc")) {
			assertThat(memory.size()).isEqualTo(16 + 8);
			assertThat(memory.getShort(0)).as("Length").isEqualTo((short) 6);
			assertThat(memory.getShort(2)).as("MaximumLength").isEqualTo((short) 8);
			assertThat(memory.getInt(4)).as("gap").isZero();
			assertThat(Pointer.nativeValue(memory.getPointer(8)) - Pointer.nativeValue(memory)).as("Buffer")
				.isEqualTo(16);
			assertThat(memory.getByteArray(16, 8)).containsExactly('S', 0, 'e', 0, 0xFC, 0, 0, 0);
		}
	}

	@Test
	void whenAnArrayOfStringsIsReadThenTheirLengthsCount() {
		try (Memory text = new Memory(12); Memory array = new Memory(32)) {
			array.clear();
			for (int i = 0; i < 6; i++) {
				text.setShort(2L * i, (short) "SeASeB".charAt(i));
			}
			for (int i = 0; i < 2; i++) {
				array.setShort(16L * i, (short) 6);
				array.setPointer(16L * i + 8, text.share(6L * i));
			}
			assertThat(LsaMemory.strings(array, 2)).containsExactly("SeA", "SeB");
			assertThat(LsaMemory.strings(array, 0)).isEmpty();
		}
	}

	@Test
	void whenWhatWasWrittenIsReadThenItIsTheSame() {
		try (Memory memory = LsaMemory.string("SeServiceLogonRight")) {
			assertThat(LsaMemory.strings(memory, 1)).containsExactly("SeServiceLogonRight");
		}
	}

	@Test
	void whenAPasswordIsWrittenThenItEndsWithNulAndCanBeOverwritten() {
		try (Password password = Password.of("h\u00fc\uD83D\uDC0E".toCharArray());
				PasswordMemory memory = PasswordMemory.of(password)) {
			assertThat(memory.pointer().getByteArray(0, 10)).containsExactly('h', 0, 0xFC, 0, 0x3D, 0xD8, 0x0E, 0xDC, 0,
					0);
			memory.clear();
			assertThat(memory.pointer().getByteArray(0, 10)).containsOnly(0);
		}
	}

}
