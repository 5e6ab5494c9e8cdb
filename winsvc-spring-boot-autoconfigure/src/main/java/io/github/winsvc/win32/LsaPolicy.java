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

import java.util.List;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.Win32Error;

/**
 * An open handle to the security policy of this machine.
 *
 * @param handle the handle
 */
record LsaPolicy(Pointer handle) implements AutoCloseable {

	/** POLICY_VIEW_LOCAL_INFORMATION and POLICY_LOOKUP_NAMES. */
	static final int READ = 0x1 | 0x800;

	/** POLICY_CREATE_ACCOUNT and POLICY_LOOKUP_NAMES. */
	static final int WRITE = 0x10 | 0x800;

	private static final int STATUS_SUCCESS = 0;

	/** No right was ever granted to the account. */
	private static final int STATUS_OBJECT_NAME_NOT_FOUND = 0xC0000034;

	static LsaPolicy open(int access) {
		PointerByReference handle = new PointerByReference();
		try (Memory attributes = LsaMemory.objectAttributes()) {
			check("LsaOpenPolicy", AccountRightsFunctions.INSTANCE.LsaOpenPolicy(null, attributes, access, handle));
		}
		return new LsaPolicy(handle.getValue());
	}

	List<String> rights(Pointer sid) {
		PointerByReference rights = new PointerByReference();
		IntByReference count = new IntByReference();
		int status = AccountRightsFunctions.INSTANCE.LsaEnumerateAccountRights(this.handle, sid, rights, count);
		if (status == STATUS_OBJECT_NAME_NOT_FOUND) {
			return List.of();
		}
		check("LsaEnumerateAccountRights", status);
		try {
			return LsaMemory.strings(rights.getValue(), count.getValue());
		}
		finally {
			AccountRightsFunctions.INSTANCE.LsaFreeMemory(rights.getValue());
		}
	}

	void add(Pointer sid, String right) {
		try (Memory rights = LsaMemory.string(right)) {
			check("LsaAddAccountRights",
					AccountRightsFunctions.INSTANCE.LsaAddAccountRights(this.handle, sid, rights, 1));
		}
	}

	void remove(Pointer sid, String right) {
		try (Memory rights = LsaMemory.string(right)) {
			int status = AccountRightsFunctions.INSTANCE.LsaRemoveAccountRights(this.handle, sid, (byte) 0, rights, 1);
			if (status != STATUS_OBJECT_NAME_NOT_FOUND) {
				check("LsaRemoveAccountRights", status);
			}
		}
	}

	private static void check(String call, int status) {
		if (status != STATUS_SUCCESS) {
			throw new ScmException(call, new Win32Error(AccountRightsFunctions.INSTANCE.LsaNtStatusToWinError(status)));
		}
	}

	@Override
	public void close() {
		AccountRightsFunctions.INSTANCE.LsaClose(this.handle);
	}

}
