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

import java.io.IOException;

import io.github.winsvc.scm.Password;
import org.jspecify.annotations.Nullable;

/**
 * The password that a command needs, from when it is known until the command ends.
 */
final class Credentials implements AutoCloseable {

	private final Context context;

	private @Nullable Password password;

	Credentials(Context context) {
		this.context = context;
	}

	/**
	 * Refuse a log-on whose password nobody can tell.
	 * @throws CommandException if that is so
	 */
	void require(Logon logon) {
		if (this.password == null && logon.password() && logon.source() == null) {
			throw refused(logon, "is needed, and there is no console to ask for it");
		}
	}

	/**
	 * Return the password of a log-on, which is asked for or read but once.
	 * @throws CommandException if there is none
	 */
	Password get(Logon logon) {
		if (this.password == null) {
			this.password = read(logon);
		}
		return this.password;
	}

	private Password read(Logon logon) {
		char[] characters;
		try {
			characters = characters(logon);
		}
		catch (IOException ex) {
			throw refused(logon, "could not be read: " + ex.getMessage());
		}
		try {
			return Password.of(characters);
		}
		catch (IllegalArgumentException ex) {
			throw refused(logon, "cannot be empty, nor have a NUL in it");
		}
	}

	private char[] characters(Logon logon) throws IOException {
		PasswordInput input = this.context.machine().passwords();
		if (logon.source() instanceof PasswordSource.StandardInput) {
			return input.readLine();
		}
		if (logon.source() instanceof PasswordSource.Variable variable) {
			char[] value = input.variable(variable.name());
			if (value == null) {
				throw new IOException("the environment variable %s is not set".formatted(variable.name()));
			}
			return value;
		}
		if (!input.canAsk()) {
			throw new IOException("there is no console to ask at");
		}
		return input.ask("Password of %s: ".formatted(logon.account().value()));
	}

	private static CommandException refused(Logon logon, String reason) {
		return new CommandException(ExitStatus.USAGE,
				"The password of %s %s.".formatted(logon.account().value(), reason))
			.remedy("Give it " + PasswordSource.WAYS + ".");
	}

	@Override
	public void close() {
		if (this.password != null) {
			this.password.close();
		}
	}

}
