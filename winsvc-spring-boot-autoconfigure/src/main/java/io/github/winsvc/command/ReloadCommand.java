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

import java.util.Map;

import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.Win32Error;

/**
 * Tells the running service to read its configuration again.
 */
final class ReloadCommand implements Command {

	private static final ServiceControl CONTROL = ServiceControl.Standard.PARAMCHANGE;

	private static final String NOT_HEARD = "Its application does not listen for that: it has no @OnServiceControl(%d). "
		.formatted(CONTROL.code()) + "It reads its configuration when it starts: --winsvc.restart";

	@Override
	public Result run(Context context) {
		context.registration();
		return new Message(CONTROL, "tell the service '%s' to read its configuration again".formatted(context.name()),
				"The service '%s' was told to read its configuration again.".formatted(context.name()),
				Map.of(Win32Error.INVALID_SERVICE_CONTROL, NOT_HEARD, Win32Error.CALL_NOT_IMPLEMENTED, NOT_HEARD))
			.send(context);
	}

}
