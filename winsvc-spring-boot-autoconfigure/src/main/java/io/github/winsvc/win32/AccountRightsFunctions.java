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
import org.jspecify.annotations.Nullable;

/**
 * Functions of {@code advapi32.dll} on the rights of accounts. Those that return an
 * {@code NTSTATUS} set no last error.
 */
interface AccountRightsFunctions extends StdCallLibrary {

	AccountRightsFunctions INSTANCE = Native.load("advapi32", AccountRightsFunctions.class);

	int LsaOpenPolicy(@Nullable Pointer systemName, Pointer objectAttributes, int access, PointerByReference policy);

	int LsaEnumerateAccountRights(Pointer policy, Pointer sid, PointerByReference rights, IntByReference count);

	int LsaAddAccountRights(Pointer policy, Pointer sid, Pointer rights, int count);

	int LsaRemoveAccountRights(Pointer policy, Pointer sid, byte all, Pointer rights, int count);

	int LsaClose(Pointer policy);

	int LsaFreeMemory(Pointer memory);

	int LsaNtStatusToWinError(int status);

}
