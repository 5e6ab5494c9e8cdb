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

/**
 * Brings the registration of an installed service up to date. Unlike install, it neither
 * creates the service nor starts it.
 */
final class UpdateCommand implements Command {

	@Override
	public Result run(Context context) {
		Registrar registrar = new Registrar(context, false);
		if (context.settings().manner().dryRun()) {
			return PlanCommand.show(context, registrar);
		}
		Map<String, Object> details = new LinkedHashMap<>();
		boolean changed = registrar.register(details);
		ServiceProcess process = context.process();
		context.line((changed ? "The service '%s' is up to date, its state is %s."
				: "Nothing to do: the service '%s' is up to date, its state is %s.")
			.formatted(context.name(), process.state()));
		details.put("changed", changed);
		details.put("state", process.state().name());
		return new Result(ExitStatus.DONE, details);
	}

}
