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

package io.github.winsvc.win32;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import io.github.winsvc.scm.FailureAction;
import io.github.winsvc.scm.FailureAction.Kind;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSetting.DelayedStart;
import io.github.winsvc.scm.ServiceSetting.Description;
import io.github.winsvc.scm.ServiceSetting.DisplayName;
import io.github.winsvc.scm.ServiceSetting.PreshutdownTimeout;
import io.github.winsvc.scm.ServiceSetting.Recovery;
import io.github.winsvc.scm.ServiceSetting.RecoveryOnFailureExit;
import io.github.winsvc.scm.ServiceSetting.RequiredPrivileges;
import io.github.winsvc.scm.ServiceSetting.ServiceSid;
import io.github.winsvc.scm.ServiceSetting.Triggers;
import io.github.winsvc.scm.ServiceSidType;
import io.github.winsvc.scm.ServiceTrigger;
import io.github.winsvc.scm.TriggerData;
import io.github.winsvc.scm.TriggerEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link ConfigLevel}: the exact bytes that Windows reads and writes.
 */
class ConfigLevelTests {

	private static final String NULL = "0000000000000000";

	/** Of SERVICE_TRIGGER_TYPE_..., in the order of the events. */
	private static final List<String> TYPES = Stream.of(2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 1, 20)
		.map("%02x000000"::formatted)
		.toList();

	/**
	 * The layouts below are those of a 64-bit process.
	 */
	@BeforeEach
	void pointersHaveEightBytes() {
		assertThat(Native.POINTER_SIZE).isEqualTo(8);
	}

	@Test
	void whenLevelsAreListedThenTheirCodesAreThoseOfWindows() {
		assertThat(Arrays.stream(ConfigLevel.values()).map((level) -> "SERVICE_CONFIG_" + level + "=" + level.code()))
			.containsExactly("SERVICE_CONFIG_DESCRIPTION=1", "SERVICE_CONFIG_FAILURE_ACTIONS=2",
					"SERVICE_CONFIG_DELAYED_AUTO_START_INFO=3", "SERVICE_CONFIG_FAILURE_ACTIONS_FLAG=4",
					"SERVICE_CONFIG_SERVICE_SID_INFO=5", "SERVICE_CONFIG_REQUIRED_PRIVILEGES_INFO=6",
					"SERVICE_CONFIG_PRESHUTDOWN_INFO=7", "SERVICE_CONFIG_TRIGGER_INFO=8");
	}

	static Stream<Arguments> layouts() {
		return Stream.of(arguments(new Description("Takes_orders"), 1, "@8 \"Takes_orders.\""),
				arguments(new Description("gr\u00fc\u00dfe"), 1, "@8 6700 7200 fc00 df00 6500 0000"),
				arguments(new Description(""), 1, "@8 0000"),
				// dwResetPeriod, lpRebootMsg, lpCommand, cActions, lpsaActions; SC_ACTION
				// is
				// Type and Delay
				arguments(new Recovery(List.of(Duration.ofSeconds(5), Duration.ofMinutes(1)), Duration.ofDays(1)), 2,
						"80510100 00000000 @56 @58 02000000 00000000 @40 01000000 88130000 01000000 60ea0000 0000 0000"),
				arguments(
						new Recovery(List.of(new FailureAction(Kind.COMMAND, Duration.ofSeconds(1)),
								new FailureAction(Kind.REBOOT, Duration.ofSeconds(2)),
								new FailureAction(Kind.NONE, Duration.ZERO)), Duration.ofHours(1), "cmd", "Going_down"),
						2,
						"100e0000 00000000 @64 @86 03000000 00000000 @40 03000000 e8030000 02000000 d0070000 "
								+ "00000000 00000000 \"Going_down.\" \"cmd.\""),
				// The array is there to delete the former one, and so are the texts
				arguments(new Recovery(List.of(), Duration.ZERO), 2,
						"00000000 00000000 @48 @50 00000000 00000000 @40 00000000 00000000 0000 0000"),
				arguments(new Recovery(List.of(Duration.ofMillis(0xFFFF_FFFFL)), Duration.ofSeconds(4294967)), 2,
						"37894100 00000000 @48 @50 01000000 00000000 @40 01000000 ffffffff 0000 0000"),
				arguments(new DelayedStart(true), 3, "01000000"), arguments(new DelayedStart(false), 3, "00000000"),
				arguments(new RecoveryOnFailureExit(true), 4, "01000000"),
				arguments(new RecoveryOnFailureExit(false), 4, "00000000"),
				arguments(new ServiceSid(ServiceSidType.NONE), 5, "00000000"),
				arguments(new ServiceSid(ServiceSidType.UNRESTRICTED), 5, "01000000"),
				arguments(new ServiceSid(ServiceSidType.RESTRICTED), 5, "03000000"),
				arguments(new RequiredPrivileges(List.of("SeBackupPrivilege", "SeDebugPrivilege")), 6,
						"@8 \"SeBackupPrivilege.SeDebugPrivilege..\""),
				arguments(new RequiredPrivileges(List.of()), 6, "@8 0000 0000"),
				arguments(new PreshutdownTimeout(Duration.ofSeconds(130)), 7, "d0fb0100"),
				arguments(new PreshutdownTimeout(Duration.ofMillis(0xFFFF_FFFFL)), 7, "ffffffff"),
				arguments(new Triggers(List.of()), 8, "00000000 00000000 " + NULL + " " + NULL));
	}

	@ParameterizedTest
	@MethodSource("layouts")
	void whenSettingIsWrittenThenBytesAreThoseOfWindows(ServiceSetting setting, int code, String layout) {
		ConfigLevel level = ConfigLevel.of(setting).orElseThrow();
		assertThat(level.code()).isEqualTo(code);
		try (Memory memory = level.write(setting)) {
			assertThat(NativeLayout.hex(memory, layout)).isEqualTo(NativeLayout.hex(layout));
		}
	}

	@ParameterizedTest
	@MethodSource("layouts")
	void whenBytesOfWindowsAreReadThenSettingIsTheOneWritten(ServiceSetting setting, int code, String layout) {
		try (Memory memory = NativeLayout.memory(layout)) {
			assertThat(ConfigLevel.of(setting).orElseThrow().read(memory)).isEqualTo(setting);
		}
	}

	@ParameterizedTest
	@EnumSource(TriggerEvent.class)
	void whenTriggerOfAnyEventIsWrittenThenBytesAreThoseOfWindows(TriggerEvent event) {
		UUID guid = event.subtype().orElse(UUID.fromString("a5dcbf10-6530-11d2-901f-00c04fb951ed"));
		// cTriggers, pTriggers, pReserved; dwTriggerType, dwAction, pTriggerSubtype,
		// cDataItems, pDataItems; GUID; dwDataType, cbData, pData
		String layout = "01000000 00000000 @24 " + NULL
				+ " %s 02000000 @56 01000000 00000000 @72 %s 02000000 04000000 @88 \"a.\""
					.formatted(TYPES.get(event.ordinal()), guid(event));
		ServiceSetting setting = new Triggers(
				List.of(new ServiceTrigger(event.type(), ServiceTrigger.STOP, guid, List.of(TriggerData.text("a")))));
		try (Memory memory = ConfigLevel.TRIGGER_INFO.write(setting); Memory told = NativeLayout.memory(layout)) {
			assertThat(NativeLayout.hex(memory, layout)).isEqualTo(NativeLayout.hex(layout));
			assertThat(ConfigLevel.TRIGGER_INFO.read(told)).isEqualTo(setting);
		}
	}

	/**
	 * Return the bytes of the GUID of winsvc.h.
	 */
	private static String guid(TriggerEvent event) {
		return switch (event) {
			case NETWORK_AVAILABLE -> "def2274fe2140b43a5497cd48cbc8245";
			case NETWORK_UNAVAILABLE -> "2aa64bcc2e164846847ab6bdf993e335";
			case DOMAIN_JOIN -> "ba0ae21c5198214494301ddeb766e809";
			case DOMAIN_LEAVE -> "6e51afddc25866489574c3b615d42ea1";
			case FIREWALL_PORT_OPEN -> "079e56b72184e04ead1086915afdad09";
			case FIREWALL_PORT_CLOSE -> "38ed44a1128ee44d9d96e64740b1a524";
			case MACHINE_POLICY -> "e6ca9f65db5ba94db1ffca2a178d46e0";
			case USER_POLICY -> "c846fb5489f04c46b1fd59d1b62c3b50";
			case RPC_INTERFACE -> "67d190bc70943941a9babe0bbbf5b74d";
			case NAMED_PIPE -> "31d1811fac3f37459e0c7e7b0c2f4b55";
			case DEVICE, ETW -> "10bfdca53065d211901f00c04fb951ed";
		};
	}

	@Test
	void whenWindowsHasNeitherTextNorArrayThenSettingsAreEmpty() {
		try (Memory nothing = NativeLayout.memory(NULL.repeat(5))) {
			assertThat(ConfigLevel.DESCRIPTION.read(nothing)).isEqualTo(new Description(""));
			assertThat(ConfigLevel.FAILURE_ACTIONS.read(nothing))
				.isEqualTo(new Recovery(List.of(), Duration.ZERO, "", ""));
			assertThat(ConfigLevel.REQUIRED_PRIVILEGES_INFO.read(nothing)).isEqualTo(new RequiredPrivileges(List.of()));
			assertThat(ConfigLevel.TRIGGER_INFO.read(nothing)).isEqualTo(new Triggers(List.of()));
		}
	}

	@Test
	void whenFlagIsNotOneThenItIsTrueAllTheSame() {
		try (Memory memory = NativeLayout.memory("ffffffff")) {
			assertThat(ConfigLevel.DELAYED_AUTO_START_INFO.read(memory)).isEqualTo(new DelayedStart(true));
			assertThat(ConfigLevel.FAILURE_ACTIONS_FLAG.read(memory)).isEqualTo(new RecoveryOnFailureExit(true));
		}
	}

	@Test
	void whenSidTypeIsUnknownThenItIsRefused() {
		try (Memory memory = NativeLayout.memory("02000000")) {
			assertThatIllegalArgumentException().isThrownBy(() -> ConfigLevel.SERVICE_SID_INFO.read(memory));
		}
	}

	@Test
	void whenSettingBelongsToTheBasicConfigurationThenNoLevelHoldsIt() {
		assertThat(ConfigLevel.of(new DisplayName("orders"))).isEmpty();
	}

}
