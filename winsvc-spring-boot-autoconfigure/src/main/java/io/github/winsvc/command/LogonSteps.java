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

import java.util.ArrayList;
import java.util.List;

import io.github.winsvc.command.Logon.Right;
import io.github.winsvc.command.Step.Undo;
import io.github.winsvc.scm.AccountRights;
import io.github.winsvc.scm.ServiceDefinition;
import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceSetting.Account;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a plan to or from an account that someone keeps: first the right to log
 * on, then the account with its password. Windows gives no password back, so an account
 * that has one cannot be restored.
 */
final class LogonSteps {

	private final AccountRights rights;

	private final ServiceManager manager;

	private final ServiceName name;

	private final Credentials credentials;

	private final Plan plan;

	private @Nullable Change change;

	LogonSteps(Context context, Credentials credentials, Plan plan) {
		this.rights = context.machine().accounts();
		this.manager = context.manager();
		this.name = context.name();
		this.credentials = credentials;
		this.plan = plan;
	}

	/**
	 * Return the definition that a service can be created with, before its account has
	 * the right to log on.
	 */
	static ServiceDefinition creatable(ServiceDefinition definition) {
		return definition.settings().get(Account.class).isOfUser() ? new ServiceDefinition(definition.name(),
				definition.settings().with(new Account("NT SERVICE\\" + definition.name()))) : definition;
	}

	/**
	 * Take a change over, if it is one of these steps.
	 */
	boolean take(Change candidate) {
		boolean taken = candidate.wanted() instanceof Account wanted
				&& (wanted.isOfUser() || (candidate.former() instanceof Account former && former.hasPassword()));
		if (taken) {
			this.change = candidate;
		}
		return taken;
	}

	/**
	 * Whether the steps cannot be taken back. A created service goes with its account.
	 */
	boolean isFinal() {
		return !this.plan.create() && (this.change == null || former() == null);
	}

	private @Nullable Account former() {
		return (this.change != null && this.change.former() instanceof Account former && !former.hasPassword()) ? former
				: null;
	}

	List<Step> steps() {
		List<Step> steps = new ArrayList<>();
		Logon logon = this.plan.logon();
		if (logon != null && logon.right() == Right.MISSING) {
			steps.add(new Step(() -> this.rights.grantLogOnAsService(logon.account()),
					new Undo("- " + logon.rightText(), () -> this.rights.revokeLogOnAsService(logon.account()))));
		}
		if (logon != null && logon.password()) {
			steps.add(new Step(() -> this.manager.applyAccount(this.name, logon.account(), this.credentials.get(logon)),
					undo()));
		}
		else if (this.change != null) {
			Account wanted = (Account) this.change.wanted();
			steps.add(new Step(() -> this.manager.apply(this.name, wanted), undo()));
		}
		return steps;
	}

	private @Nullable Undo undo() {
		Account former = former();
		return (this.change == null || former == null || this.plan.create()) ? null : new Undo(
				new Change(this.change.wanted(), former).text(), () -> this.manager.apply(this.name, former));
	}

}
