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

import io.github.winsvc.scm.FailureAction;
import io.github.winsvc.scm.FailureAction.Kind;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.DelayedStart;
import io.github.winsvc.scm.ServiceSetting.Dependencies;
import io.github.winsvc.scm.ServiceSetting.Description;
import io.github.winsvc.scm.ServiceSetting.DisplayName;
import io.github.winsvc.scm.ServiceSetting.Environment;
import io.github.winsvc.scm.ServiceSetting.EventSource;
import io.github.winsvc.scm.ServiceSetting.LoadOrderGroup;
import io.github.winsvc.scm.ServiceSetting.PreshutdownTimeout;
import io.github.winsvc.scm.ServiceSetting.Recovery;
import io.github.winsvc.scm.ServiceSetting.RecoveryOnFailureExit;
import io.github.winsvc.scm.ServiceSetting.RequiredPrivileges;
import io.github.winsvc.scm.ServiceSetting.ServiceSid;
import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.ServiceSettings;
import io.github.winsvc.scm.ServiceSidType;
import io.github.winsvc.scm.StartType;

/**
 * Settings of every kind, of which no two samples have one in common but the event
 * source.
 */
enum SampleSettings {

	FIRST(ServiceSettings.of(new DisplayName("Orders"), new Start(StartType.AUTO), new Account("NT SERVICE\\orders"),
			new Description("Takes orders"),
			new Recovery(List.of(FailureAction.restart(Duration.ofSeconds(5))), Duration.ofHours(24), "", ""),
			new RecoveryOnFailureExit(true), new ServiceSid(ServiceSidType.UNRESTRICTED),
			new PreshutdownTimeout(Duration.ofSeconds(45)), new EventSource(true), new LoadOrderGroup("Shop"),
			new Dependencies(List.of("tcpip", "+Network")), new RequiredPrivileges(List.of("SeBackupPrivilege")),
			new Environment(Map.of("SHOP", "north", "LANG", "de")), new DelayedStart(true))),

	SECOND(ServiceSettings.of(new DisplayName("Order intake"), new Start(StartType.MANUAL),
			new Account("NT AUTHORITY\\LocalService"), new Description("Takes in orders of all shops"),
			new Recovery(
					List.of(FailureAction.restart(Duration.ofSeconds(7)),
							new FailureAction(Kind.COMMAND, Duration.ofSeconds(9))),
					Duration.ofHours(1), "tell.exe", "Bye"),
			new RecoveryOnFailureExit(false), new ServiceSid(ServiceSidType.RESTRICTED),
			new PreshutdownTimeout(Duration.ofSeconds(10)), new EventSource(true), new LoadOrderGroup(""),
			new Dependencies(List.of("http")), new RequiredPrivileges(List.of("SeRestorePrivilege")),
			new Environment(Map.of("SHOP", "south")), new DelayedStart(false)));

	private final ServiceSettings settings;

	SampleSettings(ServiceSettings settings) {
		this.settings = settings;
	}

	ServiceSettings settings() {
		return this.settings;
	}

}
