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

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.winsvc.scm.DeviceEvent;
import io.github.winsvc.scm.PowerEvent;
import io.github.winsvc.scm.SessionChange;
import io.github.winsvc.scm.TimeChange;
import org.jspecify.annotations.Nullable;

/**
 * Copies what comes with a control, which Windows takes back when the handler returns.
 * Structures say how long they are; none is believed beyond {@link #LIMIT} or beyond the
 * memory that can be read.
 */
final class EventData {

	private static final int LIMIT = 4096;

	private static final ByteBuffer NONE = ByteBuffer.allocate(0);

	private static final int SETTING_HEADER = 20;

	static {
		Native.register("kernel32");
	}

	private EventData() {
	}

	private static native boolean IsBadReadPtr(Pointer address, long length);

	/**
	 * Copy the data of a control.
	 * @return a copy, empty if the control has none or it cannot be read
	 */
	static ByteBuffer copy(int control, @Nullable Pointer data) {
		if (data == null) {
			return NONE;
		}
		return switch (control) {
			case SessionChange.CODE -> read(data, 8);
			case TimeChange.CODE -> read(data, 16);
			case PowerEvent.CODE -> readSized(data, SETTING_HEADER, 16, SETTING_HEADER);
			case DeviceEvent.CODE -> readSized(data, Integer.BYTES, 0, 0);
			default -> NONE;
		};
	}

	/**
	 * Read a structure that holds its own length at an offset of its header.
	 */
	private static ByteBuffer readSized(Pointer data, int header, int offset, int addition) {
		if (IsBadReadPtr(data, header)) {
			return NONE;
		}
		long length = Integer.toUnsignedLong(data.getInt(offset)) + addition;
		return read(data, (int) Math.min(length, LIMIT));
	}

	private static ByteBuffer read(Pointer data, int length) {
		return IsBadReadPtr(data, length) ? NONE : ByteBuffer.wrap(data.getByteArray(0, length));
	}

}
