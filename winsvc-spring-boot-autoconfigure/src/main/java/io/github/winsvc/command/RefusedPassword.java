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

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A password where none is read from, because others can read it there too.
 *
 * @since 0.1.0
 */
public final class RefusedPassword {

	private static final Pattern PASSWORD = Pattern.compile("passw(or)?d|passphrase|passcode|pwd");

	private RefusedPassword() {
	}

	/**
	 * Whether a property is meant to be the password of the account.
	 * @param name what stands after {@code winsvc.}
	 * @return whether someone has written a password there
	 */
	public static boolean isMeantBy(String name) {
		String uniform = Spelling.uniform(name);
		return PASSWORD.matcher(uniform).find() && CommandOption.find(name).isEmpty()
				&& Set.of("environment", "arguments", "jvmoptions")
					.stream()
					.noneMatch((container) -> uniform.matches(container + "[.\\[].*"));
	}

	/**
	 * Return the refusal of such a property, without its value.
	 * @param name what stands after {@code winsvc.}
	 * @return the refusal
	 */
	public static UsageException of(String name) {
		return new UsageException(
				"winsvc.%s is not read: others can read a password on a command line or in a file too. ".formatted(name)
						+ "Consider it known, take it out and change it. Give install and update the password "
						+ PasswordSource.WAYS + ".");
	}

}
