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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.github.winsvc.command.ScriptLine.Call;
import io.github.winsvc.command.ScriptLine.Remark;
import io.github.winsvc.scm.FailureAction;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSetting.DelayedStart;
import io.github.winsvc.scm.ServiceSetting.Dependencies;
import io.github.winsvc.scm.ServiceSetting.Description;
import io.github.winsvc.scm.ServiceSetting.Environment;
import io.github.winsvc.scm.ServiceSetting.EventSource;
import io.github.winsvc.scm.ServiceSetting.LoadOrderGroup;
import io.github.winsvc.scm.ServiceSetting.Recovery;
import io.github.winsvc.scm.ServiceSetting.RecoveryOnFailureExit;
import io.github.winsvc.scm.ServiceSetting.RequiredPrivileges;
import io.github.winsvc.scm.ServiceSetting.SecurityDescriptor;
import io.github.winsvc.scm.ServiceSetting.ServiceSid;
import io.github.winsvc.scm.ServiceSetting.Triggers;

/**
 * The lines of a script that give a created service one of its settings. What no program
 * of Windows can set becomes a remark.
 */
final class SettingScript {

	private static final String EVENT_SOURCES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\";

	private static final String MESSAGE_FILE = "%SystemRoot%\\System32\\EventCreate.exe";

	private final String name;

	SettingScript(ServiceName name) {
		this.name = name.value();
	}

	List<ScriptLine> lines(ServiceSetting setting) {
		if (setting instanceof Recovery recovery) {
			return List.of(recovery(recovery));
		}
		if (setting.isUnset()) {
			return List.of();
		}
		if (setting instanceof Description description) {
			return List.of(Call.sc("description", this.name, description.value()));
		}
		if (setting instanceof DelayedStart) {
			return List.of(Call.sc("config", this.name, "start=", "delayed-auto"));
		}
		if (setting instanceof LoadOrderGroup group) {
			return List.of(Call.sc("config", this.name, "group=", group.value()));
		}
		if (setting instanceof Dependencies dependencies) {
			return List.of(Call.sc("config", this.name, "depend=", String.join("/", dependencies.value())));
		}
		if (setting instanceof RequiredPrivileges privileges) {
			return List.of(Call.sc("privs", this.name, String.join("/", privileges.value())));
		}
		if (setting instanceof Environment environment) {
			return List.of(environment(environment));
		}
		if (setting instanceof RecoveryOnFailureExit flag) {
			return List.of(Call.sc("failureflag", this.name, flag.value() ? "1" : "0"));
		}
		if (setting instanceof ServiceSid sid) {
			return List.of(Call.sc("sidtype", this.name, sid.value().toString()));
		}
		if (setting instanceof Triggers triggers) {
			return TriggerScript.lines(this.name, triggers);
		}
		if (setting instanceof SecurityDescriptor descriptor) {
			return List.of(Call.sc("sdset", this.name, descriptor.sddl()));
		}
		if (setting instanceof EventSource source) {
			return source.value() ? eventSource() : List.of();
		}
		return List.of(new Remark(
				"Left out, because sc.exe cannot set it: %s, %s".formatted(setting.label(), setting.text())));
	}

	private ScriptLine recovery(Recovery recovery) {
		List<String> words = new ArrayList<>(
				List.of("failure", this.name, "reset=", String.valueOf(recovery.resetPeriod().toSeconds()), "actions=",
						recovery.actions().stream().map(SettingScript::action).collect(Collectors.joining("/"))));
		if (!recovery.command().isEmpty()) {
			words.addAll(List.of("command=", recovery.command()));
		}
		if (!recovery.rebootMessage().isEmpty()) {
			words.addAll(List.of("reboot=", recovery.rebootMessage()));
		}
		return Call.sc(words.toArray(String[]::new));
	}

	private static String action(FailureAction action) {
		String word = switch (action.kind()) {
			case NONE -> "";
			case RESTART -> "restart";
			case REBOOT -> "reboot";
			case COMMAND -> "run";
		};
		return word + "/" + action.delay().toMillis();
	}

	private ScriptLine environment(Environment environment) {
		String lines = environment.value().entrySet().stream().map(Object::toString).collect(Collectors.joining("\\0"));
		return new Call("reg.exe", List.of("add", "HKLM\\SYSTEM\\CurrentControlSet\\Services\\" + this.name, "/v",
				"Environment", "/t", "REG_MULTI_SZ", "/d", lines, "/f"));
	}

	private List<ScriptLine> eventSource() {
		return List.of(value("EventMessageFile", "REG_EXPAND_SZ", MESSAGE_FILE),
				value("TypesSupported", "REG_DWORD", "7"), value("CustomSource", "REG_DWORD", "1"));
	}

	private ScriptLine value(String value, String type, String data) {
		return new Call("reg.exe",
				List.of("add", EVENT_SOURCES + this.name, "/v", value, "/t", type, "/d", data, "/f"));
	}

}
