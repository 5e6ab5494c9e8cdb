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

import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceState;

/**
 * Starts the service.
 */
final class StartCommand implements Command {

	@Override
	public Result run(Context context) {
		context.registration();
		ServiceProcess process = context.process();
		if (process.state() != ServiceState.RUNNING) {
			return start(context, context.settings().manner().waits());
		}
		context.line("The service '%s' is running already.".formatted(context.name()));
		return Result.done(process, false);
	}

	static Result start(Context context, boolean wait) {
		context.line("Starting the service '%s':".formatted(context.name()));
		ServiceProcess process = new Starter(context).start(wait);
		context
			.line((process.state() == ServiceState.RUNNING) ? "The service '%s' is running.".formatted(context.name())
					: "The service '%s' was asked to start. See --winsvc.status".formatted(context.name()));
		return Result.done(process, true);
	}

}
