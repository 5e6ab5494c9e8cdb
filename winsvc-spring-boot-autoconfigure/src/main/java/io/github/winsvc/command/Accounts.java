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

package io.github.winsvc.command;

import java.util.Optional;

import io.github.winsvc.command.Logon.Right;
import io.github.winsvc.scm.AccountRights;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceDefinition;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that someone keeps: which one a service shall have, and what it takes.
 */
final class Accounts {

	private final CommandSettings settings;

	private final AccountRights rights;

	private final @Nullable PasswordSource defaultSource;

	Accounts(Context context) {
		this.settings = context.settings();
		this.rights = context.machine().accounts();
		this.defaultSource = context.machine().passwords().canAsk() ? new PasswordSource.Prompt() : null;
	}

	/**
	 * Return the definition with the registered account where that is to stay: if it is
	 * the wanted one in another spelling, or if an administrator has set one of a user
	 * and the configuration says nothing.
	 * @throws CommandException if an account cannot be looked up
	 */
	ServiceDefinition settle(ServiceDefinition definition, Optional<ServiceRegistration> registration) {
		Account wanted = definition.settings().get(Account.class);
		Account registered = registration.flatMap((present) -> present.settings().find(Account.class)).orElse(wanted);
		if (registered.equals(wanted) || !(isLeft(registered) || isSame(wanted, registered))) {
			return definition;
		}
		return new ServiceDefinition(definition.name(), definition.settings().with(registered));
	}

	/**
	 * Whether an account stays because the configuration does not name another one.
	 */
	boolean isLeft(Account registered) {
		return registered.isOfUser() && !this.settings.accountChosen();
	}

	private boolean isSame(Account wanted, Account registered) {
		return wanted.isOfUser() && registered.isOfUser()
				&& find(wanted).filter((found) -> find(registered).equals(Optional.of(found))).isPresent();
	}

	/**
	 * Find out what it takes to log on as the account of a plan.
	 * @return {@code null} if Windows itself keeps the account
	 * @throws CommandException if there is no such account, or no password of it
	 */
	@Nullable Logon logon(Plan plan) {
		Account account = plan.definition().settings().get(Account.class);
		PasswordSource source = this.settings.manner().passwordSource();
		if (source != null && !account.hasPassword()) {
			throw new CommandException(ExitStatus.USAGE,
					"The account %s has no password that could be given.".formatted(account.value()))
				.remedy("Leave --winsvc.password-from out, or name the account of a user: --winsvc.account=<DOMAIN>\\<user>, "
						+ "or .\\<user> of this machine.");
		}
		boolean changed = plan.changes().stream().anyMatch((change) -> change.wanted() instanceof Account);
		if (!account.isOfUser() || (!changed && source == null && isLeft(account))) {
			return null;
		}
		if (find(account).isEmpty()) {
			throw new CommandException(ExitStatus.USAGE, "There is no account %s.".formatted(account.value()))
				.error(Win32Error.NONE_MAPPED)
				.remedy("Create it first, or set winsvc.account to another one: <DOMAIN>\\<user>, .\\<user> of this "
						+ "machine, or <DOMAIN>\\<account>$ for a managed account.");
		}
		boolean password = account.hasPassword() && (changed || source != null);
		return new Logon(account, password, password && !changed, (source != null) ? source : this.defaultSource,
				right(account));
	}

	private Optional<Account> find(Account account) {
		try {
			return this.rights.find(account);
		}
		catch (ScmException ex) {
			throw CommandException.of("look up the account " + account.value(), ex);
		}
	}

	private Right right(Account account) {
		try {
			return this.rights.mayLogOnAsService(account) ? Right.HELD : Right.MISSING;
		}
		catch (ScmException ex) {
			if (ex.error().equals(Win32Error.ACCESS_DENIED)) {
				return Right.HIDDEN;
			}
			throw CommandException.of("look up the rights of the account " + account.value(), ex);
		}
	}

}
