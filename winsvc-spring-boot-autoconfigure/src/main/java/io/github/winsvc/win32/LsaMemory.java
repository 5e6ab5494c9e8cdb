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

import java.util.ArrayList;
import java.util.List;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * The structures that the Local Security Authority reads and writes.
 */
final class LsaMemory {

	/** USHORT Length, USHORT MaximumLength, and on 64 bits a gap; then PWSTR Buffer. */
	private static final int BUFFER = Native.POINTER_SIZE;

	private static final int STRING_SIZE = 2 * Native.POINTER_SIZE;

	private LsaMemory() {
	}

	/**
	 * Write an {@code LSA_OBJECT_ATTRIBUTES} without any attribute.
	 * @return the memory: ULONG Length, HANDLE, PLSA_UNICODE_STRING, ULONG and two
	 * pointers, each in the room of a pointer
	 */
	static Memory objectAttributes() {
		Memory memory = new Memory(6L * Native.POINTER_SIZE);
		memory.clear();
		memory.setInt(0, (int) memory.size());
		return memory;
	}

	/**
	 * Write an {@code LSA_UNICODE_STRING}, and behind it the text, which a NUL ends that
	 * does not count.
	 */
	static Memory string(String text) {
		int bytes = text.length() * Character.BYTES;
		Memory memory = new Memory(STRING_SIZE + bytes + Character.BYTES);
		memory.clear();
		memory.setShort(0, (short) bytes);
		memory.setShort(Short.BYTES, (short) (bytes + Character.BYTES));
		memory.setPointer(BUFFER, memory.share(STRING_SIZE));
		for (int i = 0; i < text.length(); i++) {
			memory.setShort(STRING_SIZE + (long) i * Character.BYTES, (short) text.charAt(i));
		}
		return memory;
	}

	/**
	 * Read an array of {@code LSA_UNICODE_STRING}, whose texts need no NUL.
	 */
	static List<String> strings(Pointer array, int count) {
		List<String> strings = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			Pointer string = array.share((long) i * STRING_SIZE);
			int length = Short.toUnsignedInt(string.getShort(0)) / Character.BYTES;
			StringBuilder text = new StringBuilder(length);
			for (int j = 0; j < length; j++) {
				text.append((char) string.getPointer(BUFFER).getShort((long) j * Character.BYTES));
			}
			strings.add(text.toString());
		}
		return strings;
	}

}
