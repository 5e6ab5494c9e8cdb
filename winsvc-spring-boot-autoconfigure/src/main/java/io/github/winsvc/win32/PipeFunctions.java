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
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;
import org.jspecify.annotations.Nullable;

/**
 * Functions of {@code kernel32.dll} for overlapped input. A structure is a plain pointer
 * here, because Windows writes to it when no call is under way.
 */
interface PipeFunctions extends StdCallLibrary {

	PipeFunctions INSTANCE = Native.load("kernel32", PipeFunctions.class, W32APIOptions.UNICODE_OPTIONS);

	boolean ConnectNamedPipe(HANDLE pipe, Pointer overlapped);

	boolean ReadFile(HANDLE file, Pointer buffer, int size, @Nullable IntByReference count, Pointer overlapped);

	boolean GetOverlappedResult(HANDLE file, Pointer overlapped, IntByReference count, boolean wait);

	boolean CancelIoEx(HANDLE file, Pointer overlapped);

}
