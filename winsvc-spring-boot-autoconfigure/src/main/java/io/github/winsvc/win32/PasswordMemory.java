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
import com.sun.jna.Pointer;
import io.github.winsvc.scm.Password;

/**
 * A password as Windows reads it, in UTF-16 with a NUL at the end. It is overwritten
 * before its memory is given back.
 */
final class PasswordMemory implements AutoCloseable {

	private final Memory memory;

	private PasswordMemory(Memory memory) {
		this.memory = memory;
	}

	static PasswordMemory of(Password password) {
		return password.use((characters) -> {
			Memory memory = new Memory((characters.length + 1L) * Character.BYTES);
			// One by one: JNA would copy an array to places that nobody overwrites
			for (int i = 0; i < characters.length; i++) {
				memory.setShort((long) i * Character.BYTES, (short) characters[i]);
			}
			memory.setShort((long) characters.length * Character.BYTES, (short) 0);
			return new PasswordMemory(memory);
		});
	}

	Pointer pointer() {
		return this.memory;
	}

	/**
	 * Overwrite the password, and leave the memory to {@link #close()}.
	 */
	void clear() {
		this.memory.clear();
	}

	@Override
	public void close() {
		clear();
		this.memory.close();
	}

}
