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
 * Functions of {@code user32.dll} that tell where a process could show something.
 */
interface DesktopFunctions extends StdCallLibrary {

	DesktopFunctions INSTANCE = Native.load("user32", DesktopFunctions.class, W32APIOptions.UNICODE_OPTIONS);

	/**
	 * The handle belongs to the process and is not closed.
	 */
	@Nullable HANDLE GetProcessWindowStation();

	boolean GetUserObjectInformation(HANDLE object, int index, Pointer information, int size, IntByReference needed);

}
