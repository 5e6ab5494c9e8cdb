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
import com.sun.jna.WString;
import org.jspecify.annotations.Nullable;

/**
 * The functions of {@code kernel32.dll} with which a thread waits for events.
 */
final class EventFunctions {

	static {
		Native.register("kernel32");
	}

	private EventFunctions() {
	}

	static native @Nullable Pointer CreateEventW(@Nullable Pointer attributes, int manualReset, int initialState,
			@Nullable WString name);

	static native int SetEvent(Pointer event);

	static native int WaitForMultipleObjects(int count, Pointer handles, int all, int milliseconds);

	static native int CloseHandle(Pointer handle);

}
