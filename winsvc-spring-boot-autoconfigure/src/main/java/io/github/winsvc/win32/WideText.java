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

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * A text in memory as Windows has it, on whatever system: UTF-16, ended by a NUL.
 */
final class WideText {

	private WideText() {
	}

	static byte[] bytes(String text) {
		return (text + '\0').getBytes(StandardCharsets.UTF_16LE);
	}

	/**
	 * Read a text.
	 * @param memory where it begins, {@code null} if there is none
	 * @return the text, empty if there is none
	 */
	static String read(@Nullable Pointer memory) {
		return (memory != null) ? read(memory, 0) : "";
	}

	static String read(Pointer memory, long offset) {
		StringBuilder text = new StringBuilder();
		for (long next = offset; memory.getShort(next) != 0; next += Character.BYTES) {
			text.append((char) memory.getShort(next));
		}
		return text.toString();
	}

}
