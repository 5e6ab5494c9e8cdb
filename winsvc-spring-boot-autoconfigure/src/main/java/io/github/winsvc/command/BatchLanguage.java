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
		Account account = settings.get(Account.class);
		List<String> words = new ArrayList<>(
				List.of("create", definition.name().value(), "binPath=", settings.get(ImagePath.class).value(),
						"start=", start(settings.get(Start.class).value()), "obj=", account.value()));
		if (account.hasPassword()) {
			words.addAll(List.of("password=", "<PASSWORD>"));
		}
		words.addAll(List.of("DisplayName=", settings.get(DisplayName.class).value()));
		return List.of(call(Call.sc(words.toArray(String[]::new))), "if errorlevel 1 exit /b 1");
	}

	@Override
	public List<String> passwordRemarks() {
		return List.of("Put its password in place of <PASSWORD>, and delete the script after it",
				"has run. Better: --winsvc.install, or --winsvc.format=powershell: they ask.");
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
