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

import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceState;

/**
 * Shows what install or update would do, and does nothing of it.
 */
final class PlanCommand implements Command {

	@Override
	public Result run(Context context) {
		return show(context, new Registrar(context, true));
	}

	static Result show(Context context, Registrar registrar) {
		Plan plan = registrar.plan();
		Map<String, Object> details = new LinkedHashMap<>();
		registrar.requireSecurity(details);
		boolean complete = registrar.isComplete();
		boolean changesNeeded = !plan.isEmpty() || !complete;
		details.put("changed", false);
		details.put("changesNeeded", changesNeeded);
		details.put("create", plan.create());
		details.put("changes", plan.changes().stream().map(Change::details).toList());
		details.put("unchanged", plan.unchanged());
		if (plan.logon() != null) {
			details.putAll(plan.logon().details());
		}
		details.put("unsupported", plan.unsupported().stream().map(Details::key).toList());
		if (changesNeeded) {
			context.line((plan.create() ? "The service '%s' would be installed:" : "The service '%s' would be updated:")
				.formatted(context.name()));
			registrar.show(plan, complete);
		}
		else {
			context.line("The service '%s' is registered as it should be.".formatted(context.name()));
		}
		if (!plan.create()) {
			context.line("  unchanged settings: " + plan.unchanged());
		}
		registrar.showUnsupported(plan.unsupported());
		Account account = plan.definition().settings().get(Account.class);
		if (new Accounts(context).isLeft(account)) {
			context.line(
					"  account: %s, which the configuration does not name, is left as it is".formatted(account.text()));
		}
		if (!complete) {
			details.put("home", context.settings().home().directory().toString());
		}
		context.manager().query(context.name()).ifPresent((process) -> show(context, plan, process, details));
		context.line("Nothing was touched." + (changesNeeded ? verbs(plan) : ""));
		return new Result(ExitStatus.DONE, details);
	}

	private static void show(Context context, Plan plan, ServiceProcess process, Map<String, Object> details) {
		details.put("state", process.state().name());
		if (process.state() == ServiceState.STOPPED) {
			context.line("It is STOPPED. Install would start it, update would not.");
		}
		else if (plan.needsRestart()) {
			context.line("It is %s. It would have to restart: --winsvc.restart".formatted(process.state()));
			details.put("restartNeeded", true);
		}
	}

	private static String verbs(Plan plan) {
		return plan.create() ? " To do it: --winsvc.install" : " To do it: --winsvc.update or --winsvc.install";
	}

}
