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
 * Tests for {@link ProcessMemory}, with the layout that Windows documents.
 */
class ProcessMemoryTests {

	@Test
	void whenWindowsHasWrittenMemoryCountersThenTheyAreReadFromWhereTheyAre() {
		assertThat(Native.POINTER_SIZE).isEqualTo(8);
		assertThat(ProcessMemory.COUNTERS_SIZE).isEqualTo(80);
		try (Memory counters = new Memory(ProcessMemory.COUNTERS_SIZE)) {
			counters.setInt(0, 80);
			counters.setInt(4, -1);
			for (int field = 0; field < 9; field++) {
				counters.setLong(8 + field * 8L, 5_000_000_000L + field);
			}
			assertThat(ProcessMemory.pageFaults(counters)).isEqualTo(4_294_967_295L);
			assertThat(ProcessMemory.workingSet(counters)).isEqualTo(5_000_000_001L);
			assertThat(ProcessMemory.privateBytes(counters)).isEqualTo(5_000_000_008L);
		}
	}

	@Test
	void whenWindowsHasWrittenIoCountersThenTheyAreReadFromWhereTheyAre() {
		try (Memory io = new Memory(ProcessMemory.IO_SIZE)) {
			for (int field = 0; field < 6; field++) {
				io.setLong(field * 8L, 5_000_000_000L + field);
			}
			assertThat(ProcessMemory.readOperations(io)).isEqualTo(5_000_000_000L);
			assertThat(ProcessMemory.writeOperations(io)).isEqualTo(5_000_000_001L);
			assertThat(ProcessMemory.readBytes(io)).isEqualTo(5_000_000_003L);
			assertThat(ProcessMemory.writtenBytes(io)).isEqualTo(5_000_000_004L);
		}
	}

}
