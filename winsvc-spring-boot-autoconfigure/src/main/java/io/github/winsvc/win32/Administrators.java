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

import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.ptr.IntByReference;
import org.jspecify.annotations.Nullable;

/**
 * The administrators of this machine: the members of its group Administrators, and the
 * user of this process if his token has that group. The latter may be a member by way of
 * another group, whose members are not looked up. The group is read once, and only when
 * somebody has to be judged.
 */
final class Administrators {

	static final String GROUP = "S-1-5-32-544";

	private @Nullable Set<String> members;

	/**
	 * Whether an account is an administrator.
	 * @param sid the SID of a user or group
	 * @throws io.github.winsvc.scm.ScmException if that cannot be found out
	 */
	synchronized boolean contain(String sid) {
		if (this.members == null) {
			this.members = read();
		}
		return this.members.contains(sid);
	}

	private static Set<String> read() {
		Set<String> members = new LinkedHashSet<>(LocalGroupMembers
			.of(Registry.call("LookupAccountSid", () -> Advapi32Util.getAccountBySid(GROUP).name)));
		if (isOfThisProcess()) {
			members.add(userOfThisProcess());
		}
		return members;
	}

	/**
	 * A group that only denies, as before an elevation, does not count.
	 */
	private static boolean isOfThisProcess() {
		WinNT.PSIDByReference sid = new WinNT.PSIDByReference();
		ServiceHandle.check("ConvertStringSidToSid", Advapi32.INSTANCE.ConvertStringSidToSid(GROUP, sid));
		try {
			IntByReference member = new IntByReference();
			ServiceHandle.check("CheckTokenMembership",
					AccessControlFunctions.INSTANCE.CheckTokenMembership(null, sid.getValue().getPointer(), member));
			return member.getValue() != 0;
		}
		finally {
			Kernel32.INSTANCE.LocalFree(sid.getValue().getPointer());
		}
	}

	private static String userOfThisProcess() {
		WinNT.HANDLEByReference token = new WinNT.HANDLEByReference();
		ServiceHandle.check("OpenProcessToken",
				Advapi32.INSTANCE.OpenProcessToken(Kernel32.INSTANCE.GetCurrentProcess(), WinNT.TOKEN_QUERY, token));
		try {
			IntByReference size = new IntByReference();
			Advapi32.INSTANCE.GetTokenInformation(token.getValue(), WinNT.TOKEN_INFORMATION_CLASS.TokenUser, null, 0,
					size);
			WinNT.TOKEN_USER user = new WinNT.TOKEN_USER(size.getValue());
			ServiceHandle.check("GetTokenInformation", Advapi32.INSTANCE.GetTokenInformation(token.getValue(),
					WinNT.TOKEN_INFORMATION_CLASS.TokenUser, user, size.getValue(), size));
			Pointer sid = user.User.Sid.getPointer();
			return SidText.of(sid);
		}
		finally {
			Kernel32.INSTANCE.CloseHandle(token.getValue());
		}
	}

}
