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
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;
import org.jspecify.annotations.Nullable;

/**
 * Functions of {@code advapi32.dll} that jna-platform does not declare, or not for lists
 * of strings.
 */
interface ConfigFunctions extends StdCallLibrary {

	ConfigFunctions INSTANCE = Native.load("advapi32", ConfigFunctions.class, W32APIOptions.UNICODE_OPTIONS);

	boolean ChangeServiceConfig(SC_HANDLE service, int serviceType, int startType, int errorControl,
			@Nullable String binaryPathName, @Nullable String loadOrderGroup, @Nullable IntByReference tagId,
			@Nullable Pointer dependencies, @Nullable String serviceStartName, @Nullable Pointer password,
			@Nullable String displayName);

	boolean ChangeServiceConfig2(SC_HANDLE service, int level, Pointer info);

	boolean QueryServiceObjectSecurity(SC_HANDLE service, int information, @Nullable Pointer securityDescriptor,
			int bufferSize, IntByReference bytesNeeded);

	boolean SetServiceObjectSecurity(SC_HANDLE service, int information, Pointer securityDescriptor);

	boolean QueryServiceConfig(SC_HANDLE service, @Nullable Pointer serviceConfig, int bufferSize,
			IntByReference bytesNeeded);

}
