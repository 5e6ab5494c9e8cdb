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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.winsvc.scm.ServiceDefinition;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSetting.Account;

/**
 * Prints a script that registers the service as install would.
 */
final class ExportCommand implements Command {

	@Override
	public Result run(Context context) {
		ScriptFormat format = context.settings().manner().format();
		List<String> script = script(context, new Registrar(context, true).definition(), ScriptLanguage.of(format));
		script.forEach(context::line);
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("changed", false);
		details.put("format", format.name().toLowerCase(Locale.ROOT));
		details.put("script", script);
		return new Result(ExitStatus.DONE, details);
	}

	private List<String> script(Context context, ServiceDefinition definition, ScriptLanguage language) {
		List<String> script = new ArrayList<>(language.begin());
		script
			.add(language.remark("Registers the service '%s'. To be run as administrator.".formatted(context.name())));
		script.add(language.remark("It needs directories and a native library that --winsvc.install creates in"));
		script.add(language.remark(context.settings().home().directory().toString()));
		Account account = definition.settings().get(Account.class);
		if (account.isOfUser()) {
			script.add(language.remark("Its account needs the right 'Log on as a service', which secpol.msc grants."));
		}
		if (account.hasPassword()) {
			language.passwordRemarks().stream().map(language::remark).forEach(script::add);
		}
		script.addAll(language.create(definition));
		SettingScript settings = new SettingScript(definition.name());
		for (ServiceSetting setting : definition.settings()) {
			if (!PlanExecutor.isSetByCreation(setting)) {
				settings.lines(setting).stream().map(language::line).forEach(script::add);
			}
		}
		return script;
	}

}
