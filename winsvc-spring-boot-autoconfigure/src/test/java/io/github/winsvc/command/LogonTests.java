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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.winsvc.scm.Password;
import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.SecurityDescriptor;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.scm.Utterance;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the account of a user or a managed one: {@link Accounts}, {@link LogonSteps}
 * and {@link Credentials}.
 */
class LogonTests {

	private static final String SECRET = "correct horse";

	private static final Account CLERK = new Account("SHOP\\clerk");

	private static final Account EVE = new Account("MACHINE\\eve");

	private static final Account MANAGED = new Account("SHOP\\orders$");

	@TempDir
	private Path directory;

	@AutoClose
	private Workbench bench;

	@BeforeEach
	void open() throws IOException {
		this.bench = bench();
	}

	private Workbench bench() throws IOException {
		Workbench opened = new Workbench(Files.createTempDirectory(this.directory, "bench"));
		opened.scm.accounts().add("SHOP\\clerk", SECRET).add("MACHINE\\eve", SECRET).addManaged("SHOP\\orders$");
		opened.account = CLERK;
		opened.passwords.answer(SECRET);
		return opened;
	}

	private Account registered() {
		return this.bench.registration().settings().get(Account.class);
	}

	/**
	 * Set the account as services.msc does, which grants the right too.
	 */
	private void setByHand(Account account) {
		this.bench.account = null;
		this.bench.run(Verb.INSTALL);
		this.bench.scm.accounts().grantLogOnAsService(account);
		try (ServiceManager manager = this.bench.scm.openManager();
				Password password = Password.of(SECRET.toCharArray())) {
			manager.applyAccount(Workbench.NAME, account, password);
		}
	}

	private List<String> said() {
		return this.bench.scm.utterances().stream().map(Utterance::text).toList();
	}

	@ParameterizedTest
	@EnumSource(names = { "INSTALL", "UPDATE" })
	void whenTheCommandHasEndedThenThePasswordIsOverwritten(Verb verb) {
		setByHand(EVE);
		this.bench.account = CLERK;
		assertThat(this.bench.run(verb)).isEqualTo(ExitStatus.DONE);
		assertForgotten(this.bench);
	}

	@Test
	void whenAnyCallFailsThenNothingIsLeftAndNothingIsShown() throws IOException {
		for (int call = 1;; call++) {
			try (Workbench next = bench()) {
				next.interruption = Interruption.error(call, Win32Error.INVALID_PARAMETER);
				ExitStatus status = next.run(Verb.INSTALL);
				assertForgotten(next);
				if (!next.interruption.happened()) {
					assertThat(status).isEqualTo(ExitStatus.DONE);
					assertThat(call).isGreaterThan(20);
					return;
				}
				next.interruption = Interruption.none();
				assertThat(next.printed()).as("call %d", call).doesNotContain("unexpected");
				if (!next.isRegistered()) {
					assertThat(next.scm.accounts().rights()).as("call %d", call).isEmpty();
				}
				else {
					assertThat(next.registration().settings().get(Account.class)).as("call %d", call).isEqualTo(CLERK);
					assertThat(next.scm.accounts().rights()).as("call %d", call).containsExactly(CLERK);
				}
			}
		}
	}

	@Test
	void whenAnyCallOfAnUpdateFailsThenAllIsAsBeforeOrAsWanted() throws IOException {
		for (int call = 1;; call++) {
			try (Workbench next = bench()) {
				next.account = null;
				next.run(Verb.INSTALL);
				ServiceRegistration before = next.registration();
				next.account = CLERK;
				next.description = "Other";
				next.furtherSettings = List.of(new SecurityDescriptor("D:(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)"));
				next.interruption = Interruption.error(call, Win32Error.INVALID_PARAMETER);
				next.run(Verb.UPDATE);
				assertForgotten(next);
				if (!next.interruption.happened()) {
					assertThat(call).isGreaterThan(8);
					return;
				}
				boolean changed = next.registration().settings().get(Account.class).equals(CLERK);
				assertThat(next.scm.accounts().rights()).as("call %d", call).hasSize(changed ? 1 : 0);
				if (!changed) {
					assertThat(next.registration()).as("call %d", call).isEqualTo(before);
				}
			}
		}
	}

	@Test
	void whenTheProcessDiesThenThePasswordIsOverwrittenAndTheNextInstallCompletesIt() throws IOException {
		for (int call = 1;; call++) {
			try (Workbench next = bench()) {
				next.interruption = Interruption.death(call);
				try {
					next.run(Verb.INSTALL);
					return;
				}
				catch (Interruption.Death ex) {
					assertForgotten(next);
				}
				next.interruption = Interruption.none();
				assertThat(next.run(Verb.INSTALL)).as("call %d: %s", call, next.printed()).isEqualTo(ExitStatus.DONE);
				assertThat(next.registration().settings().get(Account.class)).isEqualTo(CLERK);
			}
		}
	}

	private static void assertForgotten(Workbench bench) {
		assertThat(bench.passwords.given()).allSatisfy((characters) -> assertThat(characters).containsOnly('\0'));
		assertThat(bench.printed()).doesNotContain(SECRET);
		assertThat(bench.scm.conversation()).doesNotContain(SECRET);
	}

	@Test
	void whenNothingDiffersThenNobodyIsAskedAgain() {
		this.bench.run(Verb.INSTALL);
		assertThat(this.bench.passwords.prompts()).containsExactly("Password of SHOP\\clerk: ");
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).contains("Nothing to do");
		assertThat(this.bench.passwords.prompts()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { ".\\EVE", "machine\\eve", "MACHINE\\Eve" })
	void whenTheSameAccountIsWrittenOtherwiseThenItIsTheSame(String account) {
		setByHand(EVE);
		this.bench.account = new Account(account);
		assertThat(this.bench.run(Verb.UPDATE)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).contains("Nothing to do");
		this.bench.run(Verb.STATUS);
		assertThat(this.bench.printed()).doesNotContain("differs from the configuration");
	}

	@Test
	void whenAnotherAccountIsRegisteredThenStatusTellsTheDrift() {
		setByHand(EVE);
		this.bench.account = CLERK;
		this.bench.run(Verb.STATUS);
		assertThat(this.bench.printed()).contains("~ account: \"MACHINE\\eve\" -> \"SHOP\\clerk\"");
	}

	@Test
	void whenTheConfigurationNamesNoAccountThenThatOfAUserIsLeft() {
		setByHand(EVE);
		this.bench.description = "Other";
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.DONE);
		assertThat(registered()).isEqualTo(EVE);
		assertThat(this.bench.printed()).doesNotContain("~ account");
		this.bench.run(Verb.STATUS);
		assertThat(this.bench.printed()).doesNotContain("differs from the configuration");
	}

	@Test
	void whenTheConfigurationNamesNoAccountThenThePasswordOfAUserCanBeRenewed() {
		setByHand(EVE);
		this.bench.run(Verb.STOP);
		this.bench.scm.accounts().add("MACHINE\\eve", "better horse");
		assertThat(this.bench.run(Verb.START)).isEqualTo(ExitStatus.NOT_RUNNING);
		assertThat(this.bench.printed()).contains("1069").contains("--winsvc.password-from=prompt");
		this.bench.passwordSource = new PasswordSource.Prompt();
		this.bench.passwords.answer("better horse");
		assertThat(this.bench.run(Verb.UPDATE)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.run(Verb.START)).isEqualTo(ExitStatus.DONE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "NT SERVICE\\orders", "LocalSystem", "SHOP\\orders$" })
	void whenTheConfigurationNamesAnotherAccountThenThatOfAUserIsChanged(String account) {
		setByHand(EVE);
		this.bench.account = new Account(account);
		assertThat(this.bench.run(Verb.UPDATE)).isEqualTo(ExitStatus.DONE);
		assertThat(registered()).isEqualTo(new Account(account));
		assertThat(this.bench.passwords.prompts()).isEmpty();
	}

	@Test
	void whenTheFormerAccountHasAPasswordThenTheChangeIsTheLastStep() {
		setByHand(EVE);
		this.bench.account = CLERK;
		this.bench.description = "Other";
		this.bench.furtherSettings = List.of(new SecurityDescriptor("D:(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)"));
		this.bench.scm.failNextApply(SecurityDescriptor.class, Win32Error.INVALID_PARAMETER);
		assertThat(this.bench.run(Verb.UPDATE)).isEqualTo(ExitStatus.FAILED);
		assertThat(registered()).isEqualTo(EVE);
		assertThat(this.bench.scm.accounts().rights()).containsExactly(EVE);
		this.bench.run(Verb.UPDATE);
		assertThat(changes()).endsWith("account");
	}

	@Test
	void whenTheFormerAccountHasNoneThenTheSecurityDescriptorIsTheLastStep() {
		this.bench.furtherSettings = List.of(new SecurityDescriptor("D:(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)"));
		this.bench.run(Verb.INSTALL);
		assertThat(changes()).endsWith("account", "security descriptor");
	}

	private List<String> changes() {
		return said().stream()
			.filter((text) -> text.startsWith("ChangeServiceConfig orders, "))
			.map((text) -> text.split(", ")[1].split(":")[0])
			.toList();
	}

	@Test
	void whenTheLastStepFailsThenItIsTakenBackToTheAccountWithoutPassword() {
		this.bench.account = MANAGED;
		this.bench.run(Verb.INSTALL);
		this.bench.account = CLERK;
		this.bench.furtherSettings = List.of(new SecurityDescriptor("D:(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)"));
		this.bench.scm.failNextApply(SecurityDescriptor.class, Win32Error.INVALID_PARAMETER);
		assertThat(this.bench.run(Verb.UPDATE)).isEqualTo(ExitStatus.FAILED);
		assertThat(registered()).isEqualTo(MANAGED);
		assertThat(this.bench.scm.accounts().rights()).containsExactly(MANAGED);
	}

	@Test
	void whenTheRightWasThereThenItIsNotTakenAway() {
		this.bench.scm.accounts().grantLogOnAsService(CLERK);
		this.bench.scm.failNextApply(Account.class, Win32Error.INVALID_SERVICE_ACCOUNT);
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.scm.accounts().rights()).containsExactly(CLERK);
	}

	@Test
	void whenTheRightCannotBeTakenBackThenThatIsSaid() {
		this.bench.scm.failNextApply(Account.class, Win32Error.INVALID_SERVICE_ACCOUNT);
		this.bench.scm.accounts().failNext("LsaRemoveAccountRights", Win32Error.INVALID_PARAMETER);
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.printed()).contains(
				"Could not take back: - right: log on as a service for SHOP\\clerk: LsaRemoveAccountRights failed");
	}

	@Test
	void whenTheRightIsMissingThenUpdateGrantsIt() {
		this.bench.run(Verb.INSTALL);
		this.bench.scm.accounts().revokeLogOnAsService(CLERK);
		assertThat(this.bench.run(Verb.UPDATE)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.scm.accounts().rights()).containsExactly(CLERK);
		assertThat(this.bench.passwords.prompts()).hasSize(1);
	}

	@Test
	void whenTheRightIsMissingOfAnAccountThatIsLeftThenItIsNotGranted() {
		setByHand(EVE);
		this.bench.scm.accounts().revokeLogOnAsService(EVE);
		assertThat(this.bench.run(Verb.UPDATE)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.scm.accounts().rights()).isEmpty();
	}

	@Test
	void whenThePasswordIsEmptyThenNothingIsTouched() {
		this.bench.passwords.answer("");
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.USAGE);
		assertThat(this.bench.isRegistered()).isFalse();
		assertThat(this.bench.scm.accounts().rights()).isEmpty();
	}

	@Test
	void whenTheVariableIsNotSetThenItIsNamed() {
		this.bench.passwordSource = new PasswordSource.Variable("CLERK_PASSWORD");
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.USAGE);
		assertThat(this.bench.printed()).contains("CLERK_PASSWORD is not set");
		assertThat(this.bench.isRegistered()).isFalse();
	}

	@Test
	void whenStandardInputCannotBeReadThenNothingIsTouched() {
		this.bench.passwordSource = new PasswordSource.StandardInput();
		this.bench.passwords.fail(new IOException("the line is not in UTF-8"));
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.USAGE);
		assertThat(this.bench.printed()).contains("could not be read: the line is not in UTF-8");
		assertThat(this.bench.isRegistered()).isFalse();
	}

	@Test
	void whenAccountsCannotBeLookedUpThenNothingIsTouched() {
		this.bench.scm.accounts().failNext("LookupAccountName", new Win32Error(1789));
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.FAILED);
		assertThat(this.bench.printed()).contains("look up the account SHOP\\clerk");
		assertThat(this.bench.isRegistered()).isFalse();
	}

	@Test
	void whenAnotherProgramChangesTheAccountMeanwhileThenThePasswordIsToldOnceMore() {
		this.bench.run(Verb.INSTALL);
		setByHand(EVE);
		this.bench.account = CLERK;
		this.bench.passwords.prompts().clear();
		try (ServiceManager manager = this.bench.scm.openManager()) {
			Context context = this.bench.context(manager, Output.text(System.out));
			Registrar registrar = new Registrar(context, true);
			Plan done = new Plan(registrar.definition(), false, List.of(), List.of());
			try (Credentials credentials = new Credentials(context)) {
				new Confirmation(context, registrar::plan, credentials).of(done, List.of());
			}
		}
		assertThat(registered()).isEqualTo(CLERK);
		assertThat(this.bench.passwords.prompts()).hasSize(1);
		assertForgotten(this.bench);
	}

}
