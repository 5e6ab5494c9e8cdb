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
		boolean changed = stop(context);
		if (!changed) {
			context.line("The service '%s' is not running.".formatted(context.name()));
		}
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("changed", changed);
		details.put("state", ServiceState.STOPPED.name());
		return new Result(ExitStatus.DONE, details);
	}

	/**
	 * Stop the service.
	 * @return whether there was something to stop
	 */
	static boolean stop(Context context) {
		if (context.process().state() == ServiceState.STOPPED) {
			return false;
		}
		context.line("Stopping the service '%s':".formatted(context.name()));
		new Stopper(context).stop();
		context.line("The service '%s' has stopped.".formatted(context.name()));
		return true;
	}

}
