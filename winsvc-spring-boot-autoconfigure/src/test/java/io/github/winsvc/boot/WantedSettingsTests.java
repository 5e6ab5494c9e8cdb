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

package io.github.winsvc.boot;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.winsvc.command.UsageException;
import io.github.winsvc.scm.FailureAction;
import io.github.winsvc.scm.FailureAction.Kind;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.DelayedStart;
import io.github.winsvc.scm.ServiceSetting.Dependencies;
import io.github.winsvc.scm.ServiceSetting.Environment;
import io.github.winsvc.scm.ServiceSetting.LoadOrderGroup;
import io.github.winsvc.scm.ServiceSetting.PreshutdownTimeout;
import io.github.winsvc.scm.ServiceSetting.Recovery;
import io.github.winsvc.scm.ServiceSetting.RecoveryOnFailureExit;
import io.github.winsvc.scm.ServiceSetting.RequiredPrivileges;
import io.github.winsvc.scm.ServiceSetting.SecurityDescriptor;
import io.github.winsvc.scm.ServiceSetting.ServiceSid;
import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.ServiceSetting.Triggers;
import io.github.winsvc.scm.ServiceSettings;
import io.github.winsvc.scm.ServiceSidType;
import io.github.winsvc.scm.StartType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link WantedSettings}.
 */
class WantedSettingsTests {

	private static final ServiceName NAME = new ServiceName("orders");

	private static ServiceSettings settings(String... arguments) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
		ConfigurationPropertySources.attach(environment);
		Problems problems = new Problems();
		RegistrationProperties properties = new PropertyReader(Binder.get(environment), problems)
			.read(RegistrationProperties.class);
		ServiceSettings settings = new WantedSettings(NAME, properties, Duration.ofSeconds(130), problems).all();
		problems.throwIfAny();
		return settings;
	}

	@Test
	void whenNothingIsConfiguredThenServiceHasTheLeastRightsAndIsRestarted() {
		assertThat(settings()).contains(new ServiceSetting.DisplayName("orders"), new Start(StartType.AUTO),
				new DelayedStart(false), new Account("NT SERVICE\\orders"), new ServiceSid(ServiceSidType.UNRESTRICTED),
				new Recovery(List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(1)),
						Duration.ofDays(1)),
				new RecoveryOnFailureExit(true), new PreshutdownTimeout(Duration.ofSeconds(130)),
				new Dependencies(List.of()), new LoadOrderGroup(""), new RequiredPrivileges(List.of()),
				new Environment(Map.of()));
	}

	@ParameterizedTest
	@CsvSource({ "auto, AUTO", "delayed-auto, AUTO", "manual, MANUAL", "DISABLED, DISABLED" })
	void whenStartTypeIsConfiguredThenItIsThatOfWindows(String property, StartType type) {
		assertThat(settings("--winsvc.start-type=" + property).get(Start.class).value()).isEqualTo(type);
	}

	@Test
	void whenStartTypeIsTriggerThenWindowsWaitsForOne() {
		ServiceSettings settings = settings("--winsvc.start-type=trigger", "--winsvc.triggers[0].on=domain-join");
		assertThat(settings.get(Start.class).value()).isEqualTo(StartType.MANUAL);
		assertThat(settings.get(Triggers.class).text()).isEqualTo("start on domain-join");
	}

	@Test
	void whenStartIsDelayedThenWindowsIsTold() {
		assertThat(settings("--winsvc.start-type=delayed-auto").get(DelayedStart.class).value()).isTrue();
	}

	@Test
	void whenServiceHasHadDelayOrGroupThenThatEndsBeforeTheOtherBegins() {
		assertThat(settings("--winsvc.group=shop")).containsSubsequence(new DelayedStart(false),
				new LoadOrderGroup("shop"));
		assertThat(settings("--winsvc.start-type=delayed-auto")).containsSubsequence(new LoadOrderGroup(""),
				new DelayedStart(true));
	}

	@Test
	void whenServiceDoesNotStartWithWindowsThenNothingIsSaidOfDelay() {
		assertThat(settings("--winsvc.start-type=manual").find(DelayedStart.class)).isEmpty();
	}

	@Test
	void whenListsAreConfiguredThenOrderIsKept() {
		ServiceSettings settings = settings("--winsvc.dependencies=Tcpip,+NetBIOSGroup", "--winsvc.group=Orders",
				"--winsvc.required-privileges=SeBackupPrivilege,SeRestorePrivilege");
		assertThat(settings).contains(new Dependencies(List.of("tcpip", "+netbiosgroup")), new LoadOrderGroup("Orders"),
				new RequiredPrivileges(List.of("SeBackupPrivilege", "SeRestorePrivilege")));
	}

	@Test
	void whenEnvironmentIsConfiguredThenNamesAreAsWritten() {
		assertThat(settings("--winsvc.environment.JAVA_HOME=C:\\jdk 17", "--winsvc.environment.Path=x=y")
			.get(Environment.class)
			.value()).containsExactly(Map.entry("JAVA_HOME", "C:\\jdk 17"), Map.entry("Path", "x=y"));
	}

	@ParameterizedTest
	@CsvSource({ "LocalSystem, LocalSystem", "local service, NT AUTHORITY\\LocalService",
			"NT AUTHORITY\\NetworkService, NT AUTHORITY\\NetworkService",
			"nt authority\\network service, NT AUTHORITY\\NetworkService", "nt service\\ORDERS, NT SERVICE\\orders" })
	void whenAccountNeedsNoPasswordThenItIsTaken(String configured, String account) {
		assertThat(settings("--winsvc.account=" + configured).get(Account.class)).isEqualTo(new Account(account));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "SHOP\\clerk", ".\\clerk", "clerk@shop.example", "SHOP\\orders$", "SHOP\\John Smith (temp)" })
	void whenSomeoneKeepsAccountThenItIsTakenAsItIsWritten(String configured) {
		assertThat(settings("--winsvc.account=" + configured).get(Account.class).value()).isEqualTo(configured);
	}

	@ParameterizedTest
	@ValueSource(strings = { ".\\LocalSystem", "NT AUTHORITY\\SYSTEM", "localsystem" })
	void whenAccountIsThatOfWindowsThenAllNamesOfItAreTaken(String configured) {
		assertThat(settings("--winsvc.account=" + configured).get(Account.class).value()).isEqualTo("LocalSystem");
	}

	@Test
	void whenRebootIsConfiguredThenItFollowsTheRestarts() {
		assertThat(settings("--winsvc.recovery.delays=1s,2s", "--winsvc.recovery.reboot=true",
				"--winsvc.recovery.reboot-message=Going down", "--winsvc.recovery.reset-period=2h",
				"--winsvc.recovery.on-failure-exit=false"))
			.contains(new Recovery(
					List.of(FailureAction.restart(Duration.ofSeconds(1)), FailureAction.restart(Duration.ofSeconds(2)),
							new FailureAction(Kind.REBOOT, Duration.ofSeconds(2))),
					Duration.ofHours(2), "", "Going down"), new RecoveryOnFailureExit(false));
	}

	@Test
	void whenThereIsNoRestartThenCommandComesAtOnce() {
		Recovery recovery = settings("--winsvc.recovery.delays=", "--winsvc.recovery.command=cmd /c notify")
			.get(Recovery.class);
		assertThat(recovery.actions()).containsExactly(new FailureAction(Kind.COMMAND, Duration.ZERO));
		assertThat(recovery.command()).isEqualTo("cmd /c notify");
	}

	@Test
	void whenNoSecurityDescriptorIsConfiguredThenItIsLeftToWindows() {
		assertThat(settings().find(SecurityDescriptor.class)).isEmpty();
		assertThat(settings("--winsvc.security-descriptor=").find(SecurityDescriptor.class)).isEmpty();
	}

	@Test
	void whenSecurityDescriptorIsConfiguredThenItIsAppliedLast() {
		assertThat(settings("--winsvc.security-descriptor= D:(A;;CCLCSWRPWPDTLOCRRC;;;SY)(A;;GA;;;BA) ")).last()
			.isEqualTo(new SecurityDescriptor("D:(A;;CCLCSWRPWPDTLOCRRC;;;SY)(A;;GA;;;BA)"));
	}

	@Test
	void whenOnlyCaseAndBlanksDifferThenSecurityDescriptorIsTheSame() {
		assertThat(new SecurityDescriptor("d:(a;;ga;;;ba) (A;;RP;;;AU)"))
			.isEqualTo(new SecurityDescriptor("D:(A;;GA;;;BA)(A;;RP;;;AU)"))
			.hasSameHashCodeAs(new SecurityDescriptor("D:(A;;GA;;;BA)(A;;RP;;;AU)"))
			.isNotEqualTo(new SecurityDescriptor("D:(A;;RP;;;AU)(A;;GA;;;BA)"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			--winsvc.display-name= | winsvc.display-name: a display name has 1 to 256 characters
			--winsvc.account=clerk | winsvc.account: a user of this machine is written .\\clerk
			--winsvc.account=orders$ | winsvc.account: a managed account is written with its domain, <DOMAIN>\\orders$
			--winsvc.account=NT SERVICE\\other | winsvc.account: it can be LocalService
			--winsvc.account=NT AUTHORITY\\clerk | winsvc.account: it can be LocalService
			--winsvc.account=SHOP\\a\\b | winsvc.account: it can be LocalService
			--winsvc.account=a/b | winsvc.account: it can be LocalService
			--winsvc.dependencies=a/b | winsvc.dependencies: it is not the name of a service
			--winsvc.dependencies=ORDERS | winsvc.dependencies: a service cannot depend on itself
			--winsvc.required-privileges=Backup | winsvc.required-privileges: privileges have names such as
			--winsvc.preshutdown-timeout=-1s | winsvc.preshutdown-timeout: it can be 0s to 49d
			--winsvc.preshutdown-timeout=50d | winsvc.preshutdown-timeout: it can be 0s to 49d
			--winsvc.recovery.delays=-5s | winsvc.recovery.delays: it can be 0s to 49d
			--winsvc.recovery.reset-period=1500ms | winsvc.recovery.reset-period: it can be 0s to 49d, in whole seconds
			--winsvc.security-descriptor=(A;;GA;;;BA) | winsvc.security-descriptor: it is the list of who may
			--winsvc.security-descriptor=D:(A;;GA;;;SY)(D;;GA;;;BA) | winsvc.security-descriptor: nobody could change
			--winsvc.security-descriptor=D: | winsvc.security-descriptor: it is the list of who may
			--winsvc.security-descriptor=O:BAD:(A;;GA;;;BA) | winsvc.security-descriptor: it is the list of who may
			--winsvc.security-descriptor=D:(A;;GA;;;BA)S:(AU;FA;GA;;;WD) | from D: up to S:
			--winsvc.environment.DB_PASSWORD=x | winsvc.environment.DB_PASSWORD looks like a secret
			""")
	void whenValueIsNotValidThenPropertyAndRemedyAreNamed(String argument, String message) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> settings(argument))
			.withMessageContaining(message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "--winsvc.description", "--winsvc.group", "--winsvc.recovery.command",
			"--winsvc.environment.A" })
	void whenTextHasNulThenItIsRefused(String property) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> settings(property + "=a\0b"))
			.withMessageContaining("Windows takes no NUL character");
	}

	@Test
	void whenRebootAndCommandAreConfiguredThenOneIsToBeChosen() {
		assertThatExceptionOfType(UsageException.class)
			.isThrownBy(() -> settings("--winsvc.recovery.reboot=true", "--winsvc.recovery.command=x"))
			.withMessageContaining("Set one of them");
	}

	@Test
	void whenDelayedServiceIsOfGroupThenItIsRefused() {
		assertThatExceptionOfType(UsageException.class)
			.isThrownBy(() -> settings("--winsvc.start-type=delayed-auto", "--winsvc.group=Orders"))
			.withMessageContaining("Windows delays no service of a load order group");
	}

	@Test
	void whenDelaysAreEmptyThenNothingIsRestarted() {
		assertThat(settings("--winsvc.recovery.delays=").get(Recovery.class).actions()).isEmpty();
	}

	@Test
	void whenOneOfSeveralDelaysIsEmptyThenThatIsRefused() {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> settings("--winsvc.recovery.delays=1s,,2s"))
			.withMessageContaining("winsvc.recovery.delays");
	}

}
