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

import java.util.LinkedHashSet;
import java.util.Set;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * The members of a group of this machine, {@code LOCALGROUP_MEMBERS_INFO_0}: SIDs without
 * names, for which Windows need not ask a domain.
 */
final class LocalGroupMembers {

	private LocalGroupMembers() {
	}

	/**
	 * Return the members, not those of groups among them.
	 * @param group the name of the group, which depends on Windows' language
	 * @throws ScmException if Windows does not tell
	 */
	static Set<String> of(String group) {
		PointerByReference buffer = new PointerByReference();
		IntByReference read = new IntByReference();
		int error = LocalGroupFunctions.INSTANCE.NetLocalGroupGetMembers(null, group, 0, buffer,
				LocalGroupFunctions.MAX_PREFERRED_LENGTH, read, new IntByReference(), null);
		if (error != 0) {
			throw new ScmException("NetLocalGroupGetMembers", new Win32Error(error));
		}
		try {
			return read(buffer.getValue(), read.getValue());
		}
		finally {
			if (buffer.getValue() != null) {
				LocalGroupFunctions.INSTANCE.NetApiBufferFree(buffer.getValue());
			}
		}
	}

	/**
	 * Read an array of structures, each of which is a pointer to a SID.
	 * @param buffer the array, {@code null} if there is none
	 * @param count the number of its elements
	 */
	static Set<String> read(@Nullable Pointer buffer, int count) {
		Set<String> sids = new LinkedHashSet<>();
		for (int i = 0; buffer != null && i < count; i++) {
			sids.add(SidText.of(buffer.getPointer((long) i * Native.POINTER_SIZE)));
		}
		return sids;
	}

}
