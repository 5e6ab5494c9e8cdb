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

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * Where Windows writes the counters of a process: {@code PROCESS_MEMORY_COUNTERS_EX} and
 * {@code IO_COUNTERS}.
 */
final class ProcessMemory {

	/** Two numbers of 32 bits, then nine that are as wide as a pointer. */
	static final int COUNTERS_SIZE = 8 + 9 * Native.POINTER_SIZE;

	/** Three numbers of operations and three of bytes. */
	static final int IO_SIZE = 6 * Long.BYTES;

	private static final int PAGE_FAULT_COUNT = 4;

	private static final int WORKING_SET_SIZE = 8 + Native.POINTER_SIZE;

	private static final int PRIVATE_USAGE = 8 + 8 * Native.POINTER_SIZE;

	private ProcessMemory() {
	}

	static long pageFaults(Pointer counters) {
		return Integer.toUnsignedLong(counters.getInt(PAGE_FAULT_COUNT));
	}

	static long workingSet(Pointer counters) {
		return size(counters, WORKING_SET_SIZE);
	}

	static long privateBytes(Pointer counters) {
		return size(counters, PRIVATE_USAGE);
	}

	private static long size(Pointer counters, int offset) {
		return (Native.POINTER_SIZE == Long.BYTES) ? counters.getLong(offset)
				: Integer.toUnsignedLong(counters.getInt(offset));
	}

	static long readOperations(Pointer io) {
		return io.getLong(0);
	}

	static long writeOperations(Pointer io) {
		return io.getLong(Long.BYTES);
	}

	static long readBytes(Pointer io) {
		return io.getLong(3L * Long.BYTES);
	}

	static long writtenBytes(Pointer io) {
		return io.getLong(4L * Long.BYTES);
	}

}
