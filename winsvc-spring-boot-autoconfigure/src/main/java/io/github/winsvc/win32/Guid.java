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

import java.util.UUID;

import com.sun.jna.Pointer;

/**
 * A GUID in memory: a number, two short ones, and eight bytes in their order.
 */
final class Guid {

	static final int SIZE = 16;

	private Guid() {
	}

	static void write(Pointer memory, long offset, UUID id) {
		memory.setInt(offset, (int) (id.getMostSignificantBits() >> 32));
		memory.setShort(offset + 4, (short) (id.getMostSignificantBits() >> 16));
		memory.setShort(offset + 6, (short) id.getMostSignificantBits());
		memory.setLong(offset + 8, Long.reverseBytes(id.getLeastSignificantBits()));
	}

	static UUID read(Pointer memory, long offset) {
		long number = Integer.toUnsignedLong(memory.getInt(offset));
		long first = Short.toUnsignedLong(memory.getShort(offset + 4));
		long second = Short.toUnsignedLong(memory.getShort(offset + 6));
		return new UUID((number << 32) | (first << 16) | second, Long.reverseBytes(memory.getLong(offset + 8)));
	}

}
