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
 * The functions of {@code advapi32.dll} that write to the event log. Mapped directly,
 * because the mapping of jna-platform loads some hundred others with them.
 */
final class EventLogFunctions {

	static {
		Native.register("advapi32");
	}

	private EventLogFunctions() {
	}

	static native @Nullable Pointer RegisterEventSourceW(@Nullable WString server, WString source);

	static native boolean ReportEventW(Pointer log, short type, short category, int id, @Nullable Pointer user,
			short stringCount, int dataSize, Pointer strings, @Nullable Pointer data);

	static native boolean DeregisterEventSource(Pointer log);

}
