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

package io.github.winsvc.doctor;

import java.util.Locale;
import java.util.Set;

import io.github.winsvc.scm.AccountRights;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.Win32Error;

/**
 * Which kind of account does the service run as, does it exist, and may it log on as a
 * service?
 */
final class AccountCheck implements Check {

	private static final Set<String> BUILT_IN = Set.of("nt authority\\localservice", "nt authority\\local service",
			"nt authority\\networkservice", "nt authority\\network service");

	@Override
	public String name() {
		return "account";
	}

	@Override
	public Diagnosis examine(Subject subject) {
		Account registered = subject.setting(Account.class, "the account");
		String account = registered.value();
		String uniform = account.toLowerCase(Locale.ROOT);
		if (registered.isLocalSystem()) {
			String detail = "LocalSystem, which may do anything on this machine";
			String remedy = "Install it again, which gives it an account of its own: --winsvc.install";
			return subject.application().security().allowLocalSystem() ? Diagnosis.warn(detail, remedy)
					: Diagnosis.fail(detail + ", and winsvc.security.allow-local-system is false", remedy);
		}
		if (BUILT_IN.contains(uniform)) {
			return Diagnosis.ok(account + ", built into Windows");
		}
		if (uniform.startsWith("nt service\\")) {
			return virtual(subject, account);
		}
		return kept(subject.surroundings().accounts(), registered);
	}

	/**
	 * Windows alone knows whether a password is right, and whether this machine may use a
	 * managed account.
	 */
	private Diagnosis kept(AccountRights rights, Account account) {
		String kind = account.value() + (account.hasPassword() ? ", a user" : ", a managed account");
		if (rights.find(account).isEmpty()) {
			return Diagnosis.fail(account.value() + ", which does not exist",
					"Set winsvc.account to one that does, then: --winsvc.update");
		}
		try {
			if (!rights.mayLogOnAsService(account)) {
				return Diagnosis.warn(kind + " that has not the right to log on as a service, unless by a group",
						"To grant it: --winsvc.update " + (account.hasPassword() ? "--winsvc.password-from=prompt"
								: "--winsvc.account=" + account.value()));
			}
		}
		catch (ScmException ex) {
			if (!ex.error().equals(Win32Error.ACCESS_DENIED)) {
				throw ex;
			}
			return Diagnosis.notChecked(kind + "; whether it may log on as a service, only administrators can see",
					Doctor.ELEVATE);
		}
		return Diagnosis.ok(kind + " that may log on as a service; " + (account.hasPassword()
				? "its password was not checked" : "whether this machine may use it was not checked"));
	}

	private Diagnosis virtual(Subject subject, String account) {
		return account.equalsIgnoreCase("NT SERVICE\\" + subject.name())
				? Diagnosis.ok(account + ", a virtual account, which has no password")
				: Diagnosis.warn(account + ", the account of another service",
						"Install it again, which gives it an account of its own: --winsvc.install");
	}

}
