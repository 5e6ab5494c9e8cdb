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
import java.util.stream.Collectors;

import io.github.winsvc.command.ScriptLine.Call;
import io.github.winsvc.scm.ServiceDefinition;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.DisplayName;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.ServiceSettings;
import io.github.winsvc.scm.StartType;

/**
 * PowerShell. It has a command that creates a service, but for most settings a program
 * must be called.
 */
final class PowerShellLanguage implements ScriptLanguage {

	@Override
	public List<String> begin() {
		return List.of("$ErrorActionPreference = 'Stop'");
	}

	@Override
	public List<String> create(ServiceDefinition definition) {
		ServiceSettings settings = definition.settings();
		String name = definition.name().value();
		Account account = settings.get(Account.class);
		String create = "New-Service -Name %s -DisplayName %s -StartupType %s -BinaryPathName %s".formatted(quote(name),
				quote(settings.get(DisplayName.class).value()), start(settings.get(Start.class).value()),
				quote(settings.get(ImagePath.class).value()));
		return account.hasPassword()
				? List.of("$credential = Get-Credential -UserName %s -Message %s".formatted(quote(account.value()),
						quote("Service " + name)), create + " -Credential $credential")
				: List.of(create, call(Call.sc("config", name, "obj=", account.value())));
	}

	@Override
	public List<String> passwordRemarks() {
		return List.of("Its password is asked for.");
	}

	private static String start(StartType type) {
		return switch (type) {
			case AUTO -> "Automatic";
			case MANUAL -> "Manual";
			case DISABLED -> "Disabled";
		};
	}

	/**
	 * Windows PowerShell loses empty arguments and quotation marks, unless it passes on
	 * the rest of the line as it stands; but then it replaces environment variables.
	 */
	@Override
	public String call(Call call) {
		boolean lost = call.arguments().stream().anyMatch((argument) -> argument.isEmpty() || argument.contains("\""));
		return call.program() + (lost ? " --% " + call.tail()
				: call.arguments()
					.stream()
					.map((argument) -> Call.isPlain(argument) ? argument : quote(argument))
					.collect(Collectors.joining(" ", " ", "")));
	}

	@Override
	public String remark(String text) {
		return "# " + text;
	}

	/**
	 * PowerShell takes typographic marks for the apostrophe too.
	 */
	private static String quote(String text) {
		return "'" + text.replaceAll("(['\u2018-\u201B])", "$1$1") + "'";
	}

}
