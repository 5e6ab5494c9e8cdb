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

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.winsvc.scm.FailureAction.Kind;
import io.github.winsvc.scm.FailureAction;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceSetting.DelayedStart;
import io.github.winsvc.scm.ServiceSetting.Dependencies;
import io.github.winsvc.scm.ServiceSetting.Description;
import io.github.winsvc.scm.ServiceSetting.Environment;
import io.github.winsvc.scm.ServiceSetting.EventSource;
import io.github.winsvc.scm.ServiceSetting.LoadOrderGroup;
import io.github.winsvc.scm.ServiceSetting.PreshutdownTimeout;
import io.github.winsvc.scm.ServiceSetting.Recovery;
import io.github.winsvc.scm.ServiceSetting.RecoveryOnFailureExit;
import io.github.winsvc.scm.ServiceSetting.RequiredPrivileges;
import io.github.winsvc.scm.ServiceSetting.SecurityDescriptor;
import io.github.winsvc.scm.ServiceSetting.ServiceSid;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSidType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SettingScript}.
 */
class SettingScriptTests {

	private static final Recovery NO_RECOVERY = new Recovery(List.of(), Duration.ZERO);

	@Test
	void whenSettingsAreOffThenTheyAreSwitchedOff() {
		assertThat(batch(new RecoveryOnFailureExit(false))).containsExactly("sc.exe failureflag \"my orders\" 0");
		assertThat(batch(new ServiceSid(ServiceSidType.NONE))).containsExactly("sc.exe sidtype \"my orders\" none");
		assertThat(batch(NO_RECOVERY)).containsExactly("sc.exe failure \"my orders\" reset= 0 actions= \"\"");
	}

	@Test
	void whenSettingsAreAbsentThenThereIsNoLine() {
		assertThat(batch(new Description(""))).isEmpty();
		assertThat(batch(new EventSource(false))).isEmpty();
	}

	@Test
	void whenSettingsAreSaidThenEachHasItsLine() {
		assertThat(batch(new DelayedStart(true))).containsExactly("sc.exe config \"my orders\" start= delayed-auto");
		assertThat(batch(new LoadOrderGroup("My group")))
			.containsExactly("sc.exe config \"my orders\" group= \"My group\"");
		assertThat(batch(new Dependencies(List.of("Tcpip", "+Net"))))
			.containsExactly("sc.exe config \"my orders\" depend= \"Tcpip/+Net\"");
		assertThat(batch(new RequiredPrivileges(List.of("SeBackupPrivilege", "SeRestorePrivilege"))))
			.containsExactly("sc.exe privs \"my orders\" SeBackupPrivilege/SeRestorePrivilege");
		assertThat(batch(new SecurityDescriptor("D:(A;;GA;;;BA)")))
			.containsExactly("sc.exe sdset \"my orders\" \"D:(A;;GA;;;BA)\"");
		assertThat(batch(new Environment(Map.of("A", "1 2", "B", "3")))).containsExactly(
				"reg.exe add \"HKLM\\SYSTEM\\CurrentControlSet\\Services\\my orders\" /v Environment /t REG_MULTI_SZ /d \"A=1 2\\0B=3\" /f");
		assertThat(batch(new Recovery(
				List.of(FailureAction.restart(Duration.ofSeconds(5)),
						new FailureAction(Kind.COMMAND, Duration.ofSeconds(1))),
				Duration.ofDays(1), "cmd /c notify", "")))
			.containsExactly(
					"sc.exe failure \"my orders\" reset= 86400 actions= restart/5000/run/1000 command= \"cmd /c notify\"");
	}

	@Test
	void whenNoProgramCanSetItThenItIsARemark() {
		PreshutdownTimeout setting = new PreshutdownTimeout(Duration.ofSeconds(45));
		assertThat(batch(setting))
			.containsExactly("rem Left out, because sc.exe cannot set it: preshutdown timeout, 45 s");
		assertThat(lines(setting, ScriptFormat.POWERSHELL)).singleElement().asString().startsWith("# ");
	}

	@Test
	void whenAnArgumentIsEmptyThenPowerShellPassesItOn() {
		assertThat(lines(NO_RECOVERY, ScriptFormat.POWERSHELL))
			.containsExactly("sc.exe --% failure \"my orders\" reset= 0 actions= \"\"");
	}

	@Test
	void whenAPathNamesAVariableThenNobodyReplacesItTooSoon() {
		assertThat(batch(new EventSource(true))).first()
			.asString()
			.endsWith("/d \"%%SystemRoot%%\\System32\\EventCreate.exe\" /f");
		assertThat(lines(new EventSource(true), ScriptFormat.POWERSHELL)).first()
			.asString()
			.doesNotContain("--%")
			.endsWith("/d '%SystemRoot%\\System32\\EventCreate.exe' /f");
	}

	private static List<String> batch(ServiceSetting setting) {
		return lines(setting, ScriptFormat.SC);
	}

	private static List<String> lines(ServiceSetting setting, ScriptFormat format) {
		return new SettingScript(new ServiceName("my orders")).lines(setting)
			.stream()
			.map(ScriptLanguage.of(format)::line)
			.toList();
	}

}
