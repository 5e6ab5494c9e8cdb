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

package io.github.winsvc.migrate;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.winsvc.scm.ServiceSetting.Account;

/**
 * The account of a former service.
 */
final class Accounts {

	private static final Map<String, String> BUILT_IN = Map.of("localservice", "LocalService", "networkservice",
			"NetworkService");

	private static final Set<String> SYSTEM = Set.of("", "localsystem", ".\\localsystem", "nt authority\\system",
			"system");

	private Accounts() {
	}

	static void carry(MigrationBuilder builder, String account, String service) {
		String lower = account.strip().toLowerCase(Locale.ROOT);
		if (SYSTEM.contains(lower)) {
			builder.notCarried("the account LocalSystem", "It may do anything on this machine.",
					"The service gets an account of its own, NT SERVICE\\<name>: give that the rights to the files "
							+ "that it needs. Or set winsvc.account to LocalSystem.");
			return;
		}
		if (lower.equals("nt service\\" + service.toLowerCase(Locale.ROOT))) {
			return;
		}
		String builtIn = BUILT_IN.get(lower.replaceFirst("^nt authority\\\\", "").replace(" ", ""));
		if (builtIn != null) {
			builder.set("account", builtIn);
			return;
		}
		Account user = new Account(lower.matches("[^\\\\@]+") ? ".\\" + account.strip() : account.strip());
		builder.text("account", "the account", user.value());
		if (user.hasPassword()) {
			builder.notCarried("the password of the account " + user.value(), "A password is neither read nor printed.",
					"Install asks for it, or reads it as --winsvc.password-from says. Or leave winsvc.account out: "
							+ "NT SERVICE\\<name> needs no password.");
		}
	}

}
