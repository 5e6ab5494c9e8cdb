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
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LocalGroupMembers}.
 */
class LocalGroupMembersTests {

	/**
	 * The revision, the number of parts, the authority with the high byte first, and
	 * parts with the low byte first, as in the documentation of {@code SID}.
	 */
	private static final byte[] JOE = { 1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, -1, -1, -1, -1,
			(byte) 0xE9, 3, 0, 0 };

	private static final byte[] SYSTEM = { 1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0 };

	@Test
	void whenGroupHasMembersThenEachElementOfTheArrayPointsToOne() {
		try (Memory joe = memory(JOE);
				Memory system = memory(SYSTEM);
				Memory array = new Memory(2L * Native.POINTER_SIZE)) {
			array.setPointer(0, joe);
			array.setPointer(Native.POINTER_SIZE, system);
			assertThat(LocalGroupMembers.read(array, 2)).containsExactly("S-1-5-21-1-2-4294967295-1001", "S-1-5-18");
		}
	}

	@Test
	void whenFewerAreReadThanThereIsRoomForThenTheRestIsNotLookedAt() {
		try (Memory joe = memory(JOE); Memory array = new Memory(2L * Native.POINTER_SIZE)) {
			array.setPointer(0, joe);
			array.setLong(Native.POINTER_SIZE, 0x1234);
			assertThat(LocalGroupMembers.read(array, 1)).containsExactly("S-1-5-21-1-2-4294967295-1001");
		}
	}

	/**
	 * Wine 8.0 answers so at this level.
	 */
	@Test
	void whenThereIsNoArrayThenThereAreNoMembers() {
		assertThat(LocalGroupMembers.read(null, 0)).isEmpty();
	}

	private static Memory memory(byte[] bytes) {
		Memory memory = new Memory(bytes.length);
		memory.write(0, bytes, 0, bytes.length);
		return memory;
	}

}
