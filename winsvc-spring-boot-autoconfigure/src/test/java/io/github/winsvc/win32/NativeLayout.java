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
import java.util.HexFormat;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/**
 * Memory as a 64-bit Windows has it, written as one line: blanks between fields, numbers
 * as hexadecimal bytes, pointers as the offset of what they point to (<code>@16</code>)
 * and texts in quotation marks, where a full stop is a NUL.
 */
final class NativeLayout {

	private NativeLayout() {
	}

	/**
	 * Return the bytes of a layout, with offsets in place of pointers.
	 */
	static String hex(String layout) {
		return HexFormat.of().formatHex(bytes(layout, 0));
	}

	/**
	 * Return the bytes of memory, with offsets in place of the pointers of a layout.
	 */
	static String hex(Memory memory, String layout) {
		byte[] bytes = memory.getByteArray(0, (int) memory.size());
		int offset = 0;
		for (String field : layout.split(" ")) {
			int size = bytes(field, 0).length;
			if (field.startsWith("@") && offset + size <= bytes.length) {
				long target = Pointer.nativeValue(memory.getPointer(offset)) - Pointer.nativeValue(memory);
				System.arraycopy(pointer(target), 0, bytes, offset, size);
			}
			offset += size;
		}
		return HexFormat.of().formatHex(bytes);
	}

	/**
	 * Return memory that is laid out.
	 */
	static Memory memory(String layout) {
		Memory memory = new Memory(bytes(layout, 0).length);
		byte[] bytes = bytes(layout, Pointer.nativeValue(memory));
		memory.write(0, bytes, 0, bytes.length);
		return memory;
	}

	private static byte[] bytes(String layout, long base) {
		StringBuilder hex = new StringBuilder();
		for (String field : layout.split(" ")) {
			hex.append(HexFormat.of().formatHex(field(field, base)));
		}
		return HexFormat.of().parseHex(hex);
	}

	private static byte[] field(String field, long base) {
		if (field.startsWith("@")) {
			return pointer(base + Long.parseLong(field.substring(1)));
		}
		if (field.startsWith("\"")) {
			return field.substring(1, field.length() - 1).replace('.', '\0').getBytes(StandardCharsets.UTF_16LE);
		}
		return HexFormat.of().parseHex(field);
	}

	private static byte[] pointer(long value) {
		return HexFormat.of().parseHex(HexFormat.of().toHexDigits(Long.reverseBytes(value)));
	}

}
