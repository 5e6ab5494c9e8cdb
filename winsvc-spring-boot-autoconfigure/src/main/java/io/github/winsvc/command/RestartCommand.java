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

/**
 * Stops the service if it is running and starts it. Services that depend on it and were
 * stopped for that are started again, which needs it to be running.
 */
final class RestartCommand implements Command {

	@Override
	public Result run(Context context) {
		context.registration();
		Dependents dependents = new Dependents(context);
		StopCommand.stop(context, dependents, true);
		boolean wait = context.settings().manner().waits() || !dependents.details().isEmpty();
		Map<String, Object> details = new LinkedHashMap<>();
		dependents.explainFailure("start", () -> details.putAll(StartCommand.start(context, wait).details()));
		dependents.startAgain();
		details.putAll(dependents.details());
		return new Result(ExitStatus.DONE, details);
	}

}
