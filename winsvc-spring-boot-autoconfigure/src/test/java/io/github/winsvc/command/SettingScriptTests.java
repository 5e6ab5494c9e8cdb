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

import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSetting.Description;
import io.github.winsvc.scm.ServiceSetting.EventSource;
import io.github.winsvc.scm.ServiceSetting.PreshutdownTimeout;
import io.github.winsvc.scm.ServiceSetting.Recovery;
import io.github.winsvc.scm.ServiceSetting.RecoveryOnFailureExit;
import io.github.winsvc.scm.ServiceSetting.ServiceSid;
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
		assertThat(batch(new ServiceSid(false))).containsExactly("sc.exe sidtype \"my orders\" none");
		assertThat(batch(NO_RECOVERY)).containsExactly("sc.exe failure \"my orders\" reset= 0 actions= \"\"");
	}

	@Test
	void whenSettingsAreAbsentThenThereIsNoLine() {
		assertThat(batch(new Description(""))).isEmpty();
		assertThat(batch(new EventSource(false))).isEmpty();
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
