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
import java.nio.file.Path;

import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.Win32Error;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What commands print about the account of a user or a managed one.
 */
class LogonScreenTests {

	private static final String SECRET = "correct horse";

	@AutoClose
	private Workbench bench;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
		this.bench.scm.accounts().add("SHOP\\clerk", SECRET).addManaged("SHOP\\orders$");
		this.bench.account = new Account("SHOP\\clerk");
	}

	private Screen screen(String format) {
		return Screen.of(this.bench, format);
	}

	private void install() {
		this.bench.passwordSource = new PasswordSource.StandardInput();
		this.bench.passwords.line(SECRET);
		this.bench.run(Verb.INSTALL);
		this.bench.passwordSource = null;
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenThePasswordIsOnStandardInputThenTheServiceRunsAsTheUser(String format) {
		this.bench.passwordSource = new PasswordSource.StandardInput();
		this.bench.passwords.line(SECRET);
		screen(format).shows(Verb.INSTALL, ExitStatus.DONE, "logon-stdin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenThePasswordIsInAVariableThenTheAccountOfAServiceIsChanged(String format) {
		this.bench.account = null;
		this.bench.run(Verb.INSTALL);
		this.bench.account = new Account("SHOP\\clerk");
		this.bench.passwordSource = new PasswordSource.Variable("CLERK_PASSWORD");
		this.bench.passwords.variable("CLERK_PASSWORD", SECRET);
		screen(format).shows(Verb.UPDATE, ExitStatus.DONE, "logon-variable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenThereIsAnOperatorThenHeIsAsked(String format) {
		this.bench.passwords.answer(SECRET);
		screen(format).shows(Verb.INSTALL, ExitStatus.DONE, "logon-prompt");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenNobodyTellsThePasswordThenTheWaysAreTold(String format) {
		screen(format).shows(Verb.INSTALL, ExitStatus.USAGE, "logon-no-password");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenThereIsNoSuchAccountThenNothingIsTouched(String format) {
		this.bench.account = new Account("SHOP\\clark");
		screen(format).shows(Verb.INSTALL, ExitStatus.USAGE, "logon-unknown");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenThePasswordIsWrongThenTheStartFailsAndSaysHowToTellIt(String format) {
		this.bench.passwordSource = new PasswordSource.StandardInput();
		this.bench.passwords.line("wrong horse");
		screen(format).shows(Verb.INSTALL, ExitStatus.NOT_RUNNING, "logon-wrong");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenPlannedWithoutAConsoleThenItSaysThatAPasswordIsNeeded(String format) {
		screen(format).shows(Verb.PLAN, ExitStatus.DONE, "logon-plan-no-password");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenPlannedThenNobodyIsAsked(String format) {
		this.bench.passwords.answer(SECRET);
		screen(format).shows(Verb.PLAN, ExitStatus.DONE, "logon-plan");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenPlannedWithoutElevationThenTheRightIsNotKnown(String format) {
		this.bench.scm.setElevated(false);
		this.bench.passwordSource = new PasswordSource.Variable("CLERK_PASSWORD");
		screen(format).shows(Verb.PLAN, ExitStatus.DONE, "logon-plan-not-elevated");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheAccountHasAPasswordThenItCanBeRenewed(String format) {
		install();
		this.bench.scm.accounts().add("SHOP\\clerk", "better horse");
		this.bench.passwordSource = new PasswordSource.StandardInput();
		this.bench.passwords.line("better horse");
		screen(format).shows(Verb.UPDATE, ExitStatus.DONE, "logon-renewed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheConfigurationNamesNoAccountThenThePlanSaysThatItIsLeft(String format) {
		install();
		this.bench.account = null;
		this.bench.description = "Takes and ships orders";
		screen(format).shows(Verb.PLAN, ExitStatus.DONE, "logon-plan-left");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheAccountIsManagedThenThereIsNoPassword(String format) {
		this.bench.account = new Account("SHOP\\orders$");
		screen(format).shows(Verb.INSTALL, ExitStatus.DONE, "logon-managed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenAPasswordIsGivenOfAnAccountWithoutThenThatIsRefused(String format) {
		this.bench.account = new Account("SHOP\\orders$");
		this.bench.passwordSource = new PasswordSource.StandardInput();
		screen(format).shows(Verb.INSTALL, ExitStatus.USAGE, "logon-none");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheAccountIsRefusedThenTheRightIsTakenBack(String format) {
		this.bench.passwords.answer(SECRET);
		this.bench.scm.failNextApply(Account.class, Win32Error.INVALID_SERVICE_ACCOUNT);
		screen(format).shows(Verb.INSTALL, ExitStatus.FAILED, "logon-rolled-back");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenExportedThenTheScriptHasNoPassword(String format) {
		screen(format).shows(Verb.EXPORT, ExitStatus.DONE, "logon-export-sc");
		this.bench.format = ScriptFormat.POWERSHELL;
		screen(format).shows(Verb.EXPORT, ExitStatus.DONE, "logon-export-powershell");
	}

}
