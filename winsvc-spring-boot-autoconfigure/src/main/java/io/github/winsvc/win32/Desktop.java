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

import com.sun.jna.Memory;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;

/**
 * Where this process could show something to a user.
 */
final class Desktop {

	private static final int UOI_FLAGS = 1;

	private static final int USEROBJECTFLAGS_SIZE = 12;

	private static final int FLAGS_OFFSET = 8;

	private static final int WSF_VISIBLE = 1;

	private Desktop() {
	}

	/**
	 * Whether a user sees what this process shows. Services and most remote sessions have
	 * a window station of their own that nobody sees.
	 */
	static boolean isVisible() {
		HANDLE station = DesktopFunctions.INSTANCE.GetProcessWindowStation();
		if (station == null) {
			throw ServiceHandle.failure("GetProcessWindowStation");
		}
		try (Memory flags = new Memory(USEROBJECTFLAGS_SIZE)) {
			ServiceHandle.check("GetUserObjectInformation", DesktopFunctions.INSTANCE.GetUserObjectInformation(station,
					UOI_FLAGS, flags, USEROBJECTFLAGS_SIZE, new IntByReference()));
			return (flags.getInt(FLAGS_OFFSET) & WSF_VISIBLE) != 0;
		}
	}

}
