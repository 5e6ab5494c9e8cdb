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
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;
import org.jspecify.annotations.Nullable;

/**
 * Functions of {@code netapi32.dll} about the members of groups. They return an error
 * rather than set it.
 */
interface LocalGroupFunctions extends StdCallLibrary {

	int MAX_PREFERRED_LENGTH = -1;

	LocalGroupFunctions INSTANCE = Native.load("netapi32", LocalGroupFunctions.class, W32APIOptions.UNICODE_OPTIONS);

	int NetLocalGroupGetMembers(@Nullable String server, String group, int level, PointerByReference buffer,
			int preferredLength, IntByReference read, IntByReference total, @Nullable Pointer resume);

	int NetApiBufferFree(Pointer buffer);

}
