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

package io.github.winsvc.scm;

import java.util.Optional;

import io.github.winsvc.scm.ServiceSetting.Account;

/**
 * The door to the accounts of users and managed accounts, and to their right to log on as
 * a service, {@code SeServiceLogonRight}, without which Windows starts no service as
 * them. Not bound to a thread.
 *
 * @since 0.1.0
 */
public interface AccountRights {

	/**
	 * Find an account on this machine or in its domain, which any user may do.
	 * @param account the account of a user, or a managed one, in any way of writing it
	 * @return the account as Windows spells it, {@code DOMAIN\name}, the same however it
	 * was written; empty if there is none, {@code ERROR_NONE_MAPPED} (1332)
	 * @throws ScmException if that cannot be found out, as when no domain controller
	 * answers
	 */
	Optional<Account> find(Account account);

	/**
	 * Whether an account itself has the right to log on as a service. That of a group it
	 * belongs to does not count.
	 * @param account an account that exists
	 * @return whether it was granted
	 * @throws ScmException with {@code ERROR_ACCESS_DENIED} (5) if the caller is no
	 * administrator
	 */
	boolean mayLogOnAsService(Account account);

	/**
	 * Grant the right to log on as a service.
	 * @param account an account that exists
	 * @throws ScmException with {@code ERROR_ACCESS_DENIED} (5) if the caller is no
	 * administrator
	 */
	void grantLogOnAsService(Account account);

	/**
	 * Take the right to log on as a service away. An account that does not have it is no
	 * error.
	 * @param account an account that exists
	 * @throws ScmException with {@code ERROR_ACCESS_DENIED} (5) if the caller is no
	 * administrator
	 */
	void revokeLogOnAsService(Account account);

}
