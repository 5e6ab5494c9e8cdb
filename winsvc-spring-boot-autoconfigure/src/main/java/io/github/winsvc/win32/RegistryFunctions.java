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
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/**
 * The functions of {@code advapi32.dll} with which a running service reads its key.
 * Mapped directly, because the mapping of jna-platform loads some hundred others with
 * them. Each returns the error, 0 for none.
 */
final class RegistryFunctions {

	static {
		Native.register("advapi32");
	}

	private RegistryFunctions() {
	}

	static native int RegOpenKeyExW(Pointer key, WString subkey, int options, int access, PointerByReference opened);

	static native int RegCloseKey(Pointer key);

	static native int RegEnumKeyExW(Pointer key, int index, Pointer name, IntByReference length,
			@Nullable Pointer reserved, @Nullable Pointer className, @Nullable Pointer classLength,
			@Nullable Pointer lastWrite);

	static native int RegEnumValueW(Pointer key, int index, Pointer name, IntByReference length,
			@Nullable Pointer reserved, IntByReference type, Pointer data, IntByReference size);

	static native int RegNotifyChangeKeyValue(Pointer key, int subtree, int filter, Pointer event, int asynchronous);

}
