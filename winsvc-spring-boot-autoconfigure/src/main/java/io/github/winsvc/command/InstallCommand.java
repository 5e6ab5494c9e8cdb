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

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.winsvc.scm.ServiceDefinition;
import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.StartType;

/**
 * Registers the application as a service, or brings the registration up to date, and sees
 * to it that the service runs.
 */
final class InstallCommand implements Command {

	@Override
	public Result run(Context context) {
		Registrar registrar = new Registrar(context, true);
		if (context.settings().manner().dryRun()) {
			return PlanCommand.show(context, registrar);
		}
		Map<String, Object> details = new LinkedHashMap<>();
		boolean changed = registrar.register(details);
		ServiceProcess process = context.process();
		boolean running = process.state() == ServiceState.RUNNING;
		boolean start = !running && isToStart(context, registrar.definition());
		if (start) {
			context.line("Starting the service '%s':".formatted(context.name()));
			process = start(context, details);
		}
		else if (!changed) {
			context.line("Nothing to do: the service '%s' is installed as it should be%s.".formatted(context.name(),
					running ? " and running" : ""));
		}
		return report(context, registrar.definition(), process, changed || start, details);
	}

	private boolean isToStart(Context context, ServiceDefinition definition) {
		return context.settings().manner().starts()
				&& definition.settings().get(Start.class).value() != StartType.DISABLED;
	}

	private ServiceProcess start(Context context, Map<String, Object> details) {
		try {
			return new Starter(context).start(context.settings().manner().waits());
		}
		catch (CommandException ex) {
			details.forEach(ex::detail);
			throw ex;
		}
	}

	private Result report(Context context, ServiceDefinition definition, ServiceProcess process, boolean changed,
			Map<String, Object> details) {
		CommandSettings settings = context.settings();
		if (changed) {
			context.line(outcome(context, definition, process.state()).formatted(context.name()));
		}
		Table table = new Table();
		table.row("account", "Account", definition.settings().get(Account.class).text());
		table.row("startType", "Start type", definition.settings().get(Start.class).text());
		table.row("logDirectory", "Log directory", settings.home().logs().toString());
		if (settings.healthUrl() != null) {
			table.row("healthUrl", "Health", settings.healthUrl());
		}
		table.print(context.output(), "  ");
		details.put("changed", changed);
		details.put("state", process.state().name());
		details.put("processId", process.processId());
		details.putAll(table.details());
		return new Result(ExitStatus.DONE, details);
	}

	private String outcome(Context context, ServiceDefinition definition, ServiceState state) {
		if (state == ServiceState.RUNNING) {
			return "The service '%s' is installed and running.";
		}
		if (isToStart(context, definition)) {
			return "The service '%s' is installed and was asked to start. See --winsvc.status";
		}
		return (definition.settings().get(Start.class).value() == StartType.DISABLED)
				? "The service '%s' is installed and disabled. Nobody can start it."
				: "The service '%s' is installed. Start it with --winsvc.start";
	}

}
