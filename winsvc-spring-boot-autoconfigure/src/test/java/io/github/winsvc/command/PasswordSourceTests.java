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

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PasswordSource} and {@link RefusedPassword}.
 */
class PasswordSourceTests {

	@ParameterizedTest
	@CsvSource({ "prompt,prompt", "STDIN,stdin", "env:CLERK_PASSWORD,env:CLERK_PASSWORD", "ENV:a,env:a" })
	void whenWrittenThenItIsRead(String written, String source) {
		assertThat(PasswordSource.parse(written)).hasToString(source);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hunter2", "env:hunter2!", "env:", "console" })
	void whenItIsNoneThenItIsNotShown(String written) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> PasswordSource.parse(written))
			.withMessageContaining("stdin")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("hunter2"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "Password", "account-password", "account.password", "accountPasswd",
			"service_pwd", "pass-word" })
	void whenAPasswordStandsOnTheCommandLineThenTheWaysAreToldAndNotThePassword(String name) {
		assertRefused("--winsvc.install", "--winsvc." + name + "=hunter2");
		assertRefused("--winsvc.install", "--winsvc." + name, "hunter2");
		assertRefused("--winsvc.status", "--winsvc." + name + "=hunter2");
	}

	private static void assertRefused(String... args) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> CommandRequest.parse(args))
			.withMessageContaining("Consider it known")
			.withMessageContaining("=prompt")
			.withMessageContaining("=stdin")
			.withMessageContaining("=env:<VARIABLE>")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("hunter2"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "--winsvc.password-from=stdin", "--winsvc.passwordFrom=stdin",
			"--winsvc.environment.DB_PASSWORD=x" })
	void whenItIsAnotherPropertyThenItIsLeftToOthers(String argument) {
		assertThat(CommandRequest.parse(new String[] { "--winsvc.install", argument }).options()).hasSize(1);
	}

}
