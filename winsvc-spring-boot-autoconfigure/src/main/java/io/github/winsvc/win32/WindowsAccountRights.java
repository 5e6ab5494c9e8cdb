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

import java.util.Optional;
import java.util.function.BiFunction;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Kernel32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinNT.SID_NAME_USE;
import io.github.winsvc.scm.AccountRights;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.Win32Error;

/**
 * The accounts that Windows knows, and their rights in the security policy of this
 * machine.
 *
 * @since 0.1.0
 */
public final class WindowsAccountRights implements AccountRights {

	private static final String LOG_ON_AS_SERVICE = "SeServiceLogonRight";

	private static final String THIS_MACHINE = ".\\";

	@Override
	public Optional<Account> find(Account account) {
		try {
			Advapi32Util.Account found = lookUp(account);
			// Neither a group nor a domain can log on
			boolean user = found.accountType == SID_NAME_USE.SidTypeUser
					|| found.accountType == SID_NAME_USE.SidTypeComputer;
			return user ? Optional.of(new Account(Advapi32Util.getAccountBySid(found.sidString).fqn))
					: Optional.empty();
		}
		catch (Win32Exception ex) {
			Win32Error error = new Win32Error(ex.getErrorCode());
			if (error.equals(Win32Error.NONE_MAPPED)) {
				return Optional.empty();
			}
			throw new ScmException("LookupAccountName", error);
		}
	}

	/**
	 * The dot that stands for this machine is known to the SCM, not here.
	 */
	private Advapi32Util.Account lookUp(Account account) {
		String name = account.value();
		return Advapi32Util.getAccountByName(name.startsWith(THIS_MACHINE)
				? Kernel32Util.getComputerName() + "\\" + name.substring(THIS_MACHINE.length()) : name);
	}

	@Override
	public boolean mayLogOnAsService(Account account) {
		return with(account, LsaPolicy.READ, (policy, sid) -> policy.rights(sid).contains(LOG_ON_AS_SERVICE));
	}

	@Override
	public void grantLogOnAsService(Account account) {
		with(account, LsaPolicy.WRITE, (policy, sid) -> {
			policy.add(sid, LOG_ON_AS_SERVICE);
			return true;
		});
	}

	@Override
	public void revokeLogOnAsService(Account account) {
		with(account, LsaPolicy.WRITE, (policy, sid) -> {
			policy.remove(sid, LOG_ON_AS_SERVICE);
			return true;
		});
	}

	private boolean with(Account account, int access, BiFunction<LsaPolicy, Pointer, Boolean> work) {
		byte[] bytes;
		try {
			bytes = lookUp(account).sid;
		}
		catch (Win32Exception ex) {
			throw new ScmException("LookupAccountName", new Win32Error(ex.getErrorCode()));
		}
		try (Memory sid = new Memory(bytes.length); LsaPolicy policy = LsaPolicy.open(access)) {
			sid.write(0, bytes, 0, bytes.length);
			return work.apply(policy, sid);
		}
	}

}
