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

import io.github.winsvc.scm.ServiceState;

/**
 * Stops the service.
 */
final class StopCommand implements Command {

	@Override
	public Result run(Context context) {
		context.registration();
		Dependents dependents = new Dependents(context);
		boolean wait = context.settings().manner().waits();
		boolean changed = stop(context, dependents, wait);
		if (!changed) {
			context.line("The service '%s' is not running.".formatted(context.name()));
		}
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("changed", changed);
		details.put("state", (wait ? ServiceState.STOPPED : context.process().state()).name());
		details.putAll(dependents.details());
		return new Result(ExitStatus.DONE, details);
	}

	/**
	 * Stop the service, after those that depend on it if the operator wants that.
	 * @param wait whether to wait until it has stopped
	 * @return whether there was something to stop
	 */
	static boolean stop(Context context, Dependents dependents, boolean wait) {
		if (context.process().state() == ServiceState.STOPPED) {
			return false;
		}
		dependents.stop();
		context.line("Stopping the service '%s':".formatted(context.name()));
		Stopper stopper = new Stopper(context);
		dependents.explainFailure("stop", wait ? stopper::stop : stopper::ask);
		context
			.line((wait ? "The service '%s' has stopped." : "The service '%s' was asked to stop. See --winsvc.status")
				.formatted(context.name()));
		return true;
	}

}
