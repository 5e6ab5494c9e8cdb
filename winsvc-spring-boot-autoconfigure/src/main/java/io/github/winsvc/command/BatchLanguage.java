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

import java.util.List;

import io.github.winsvc.command.ScriptLine.Call;
import io.github.winsvc.scm.ServiceDefinition;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.DisplayName;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.ServiceSettings;
import io.github.winsvc.scm.StartType;

/**
 * The language of batch files.
 */
final class BatchLanguage implements ScriptLanguage {

	@Override
	public List<String> begin() {
		return List.of("@echo off");
	}

	@Override
	public List<String> create(ServiceDefinition definition) {
		ServiceSettings settings = definition.settings();
		Call call = Call.sc("create", definition.name().value(), "binPath=", settings.get(ImagePath.class).value(),
				"start=", start(settings.get(Start.class).value()), "obj=", settings.get(Account.class).value(),
				"DisplayName=", settings.get(DisplayName.class).value());
		return List.of(call(call), "if errorlevel 1 exit /b 1");
	}

	private static String start(StartType type) {
		return switch (type) {
			case AUTO -> "auto";
			case MANUAL -> "demand";
			case DISABLED -> "disabled";
		};
	}

	@Override
	public String call(Call call) {
		return call.program() + " " + escape(call.tail());
	}

	/**
	 * Percent signs count in remarks too.
	 */
	@Override
	public String remark(String text) {
		return "rem " + text.replace("%", "%%");
	}

	/**
	 * Save text from cmd.exe, which knows no escaped quotation mark: each one opens or
	 * closes a part in which only the percent sign has a meaning.
	 */
	private static String escape(String text) {
		StringBuilder escaped = new StringBuilder();
		boolean quoted = false;
		for (char c : text.toCharArray()) {
			quoted = quoted != (c == '"');
			if (c == '%') {
				escaped.append('%');
			}
			else if (!quoted && "&|<>^()".indexOf(c) != -1) {
				escaped.append('^');
			}
			escaped.append(c);
		}
		return escaped.toString();
	}

}
