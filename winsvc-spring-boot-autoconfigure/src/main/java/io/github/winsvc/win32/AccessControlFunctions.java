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
 * Functions of {@code advapi32.dll} that turn the text of a security descriptor into one,
 * and the other way round, and that ask for the groups of a token.
 */
interface AccessControlFunctions extends StdCallLibrary {

	AccessControlFunctions INSTANCE = Native.load("advapi32", AccessControlFunctions.class,
			W32APIOptions.UNICODE_OPTIONS);

	boolean ConvertStringSecurityDescriptorToSecurityDescriptor(String text, int revision,
			PointerByReference securityDescriptor, @Nullable IntByReference size);

	boolean ConvertSecurityDescriptorToStringSecurityDescriptor(Pointer securityDescriptor, int revision,
			int information, PointerByReference text, @Nullable IntByReference length);

	boolean CheckTokenMembership(@Nullable Pointer token, Pointer sid, IntByReference member);

	boolean GetSecurityDescriptorOwner(Pointer securityDescriptor, PointerByReference owner, IntByReference defaulted);

	boolean GetSecurityDescriptorDacl(Pointer securityDescriptor, IntByReference present, PointerByReference dacl,
			IntByReference defaulted);

}
