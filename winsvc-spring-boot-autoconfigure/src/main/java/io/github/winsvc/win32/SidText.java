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

import com.sun.jna.Pointer;

/**
 * The text of a {@code SID}: its revision, the number of its parts, six bytes of
 * authority with the high one first, and the parts.
 */
final class SidText {

	private static final int HEADER = 8;

	private SidText() {
	}

	static String of(Pointer sid) {
		return of(sid.getByteBuffer(0, HEADER + 4L * sid.getByte(1)).order(ByteOrder.LITTLE_ENDIAN), 0);
	}

	/**
	 * Read a SID.
	 * @param bytes memory in the order of Windows
	 * @param offset where the SID begins
	 */
	static String of(ByteBuffer bytes, int offset) {
		long authority = 0;
		for (int i = 2; i < HEADER; i++) {
			authority = (authority << 8) | Byte.toUnsignedLong(bytes.get(offset + i));
		}
		StringBuilder text = new StringBuilder("S-").append(bytes.get(offset)).append('-').append(authority);
		for (int i = 0; i < bytes.get(offset + 1); i++) {
			text.append('-').append(Integer.toUnsignedString(bytes.getInt(offset + HEADER + 4 * i)));
		}
		return text.toString();
	}

}
