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
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * A list of strings in memory, each ended by a NUL and all by another one.
 */
final class MultiString {

	private MultiString() {
	}

	/**
	 * Write strings.
	 * @param strings the strings, none of which is empty
	 * @return the memory; that of no string is two NULs, as Windows wants it
	 */
	static Memory write(List<String> strings) {
		byte[] bytes = bytes(strings);
		Memory memory = new Memory(bytes.length);
		memory.write(0, bytes, 0, bytes.length);
		return memory;
	}

	static byte[] bytes(List<String> strings) {
		return WideText.bytes(String.join("\0", strings) + '\0');
	}

	/**
	 * Read strings.
	 * @param memory where they begin, {@code null} if there is none
	 */
	static List<String> read(@Nullable Pointer memory) {
		List<String> strings = new ArrayList<>();
		long offset = 0;
		while (memory != null) {
			String string = WideText.read(memory, offset);
			if (string.isEmpty()) {
				break;
			}
			strings.add(string);
			offset += (string.length() + 1L) * Character.BYTES;
		}
		return strings;
	}

}
