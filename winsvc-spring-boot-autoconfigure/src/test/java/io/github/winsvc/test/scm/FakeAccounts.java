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

package io.github.winsvc.test.scm;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

import io.github.winsvc.scm.AccountRights;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * Accounts in memory, of users of the machine {@code MACHINE} and of domains. Windows
 * starts no service as one that has not the right to log on, or another password than it
 * was told.
 *
 * @since 0.1.0
 */
public final class FakeAccounts implements AccountRights {

	private static final String MANAGED = "";

	private final BooleanSupplier elevated;

	private final Map<String, Account> accounts = new ConcurrentHashMap<>();

	private final Map<Account, String> passwords = new ConcurrentHashMap<>();

	private final Set<Account> rights = ConcurrentHashMap.newKeySet();

	private final Map<String, Win32Error> failures = new ConcurrentHashMap<>();

	FakeAccounts(BooleanSupplier elevated) {
		this.elevated = elevated;
	}

	/**
	 * Create a user, or change the password of one.
	 * @param name the name with its domain, {@code MACHINE} for this machine
	 * @param password the password
	 * @return these accounts
	 */
	public FakeAccounts add(String name, String password) {
		Account account = new Account(name);
		this.accounts.put(name.toLowerCase(Locale.ROOT), account);
		this.passwords.put(account, password);
		return this;
	}

	/**
	 * Create a managed account.
	 * @param name the name with its domain, and a dollar sign at the end
	 * @return these accounts
	 */
	public FakeAccounts addManaged(String name) {
		return add(name, MANAGED);
	}

	/**
	 * Have the next call of a function fail.
	 * @param function {@code LookupAccountName}, {@code LsaAddAccountRights} or
	 * {@code LsaRemoveAccountRights}
	 * @param error the error it fails with
	 */
	public void failNext(String function, Win32Error error) {
		this.failures.put(function, error);
	}

	/**
	 * Return who has the right to log on as a service.
	 * @return the accounts with their domains
	 */
	public Set<Account> rights() {
		return Set.copyOf(this.rights);
	}

	@Override
	public Optional<Account> find(Account account) {
		fail("LookupAccountName");
		return Optional.ofNullable(this.accounts.get(name(account)));
	}

	private static String name(Account account) {
		String name = account.value().toLowerCase(Locale.ROOT);
		int at = name.indexOf('@');
		if (at != -1) {
			return name.substring(at + 1).replaceFirst("\\..*", "") + "\\" + name.substring(0, at);
		}
		return name.replaceFirst("^\\.\\\\", "machine\\\\");
	}

	@Override
	public boolean mayLogOnAsService(Account account) {
		return this.rights.contains(get("LsaEnumerateAccountRights", account));
	}

	@Override
	public void grantLogOnAsService(Account account) {
		this.rights.add(get("LsaAddAccountRights", account));
	}

	@Override
	public void revokeLogOnAsService(Account account) {
		this.rights.remove(get("LsaRemoveAccountRights", account));
	}

	private Account get(String function, Account account) {
		if (!this.elevated.getAsBoolean()) {
			throw new ScmException(function, Win32Error.ACCESS_DENIED);
		}
		fail(function);
		return find(account).orElseThrow(() -> new ScmException(function, Win32Error.NONE_MAPPED));
	}

	private void fail(String function) {
		Win32Error error = this.failures.remove(function);
		if (error != null) {
			throw new ScmException(function, error);
		}
	}

	/**
	 * Whether Windows can start a service as an account.
	 * @param password what it was told, {@code null} for nothing
	 */
	boolean canLogOn(Account account, @Nullable String password) {
		if (!account.isOfUser()) {
			return true;
		}
		Account found = this.accounts.get(name(account));
		return found != null && this.rights.contains(found)
				&& this.passwords.get(found).equals((password != null) ? password : MANAGED);
	}

}
