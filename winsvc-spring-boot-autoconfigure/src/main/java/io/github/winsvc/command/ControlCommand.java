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
 * Sends the service a control whose meaning is known to its application alone.
 */
final class ControlCommand implements Command {

	private final int code;

	ControlCommand(int code) {
		this.code = code;
	}

	@Override
	public Result run(Context context) {
		context.registration();
		return new Message(new ServiceControl.Custom(this.code),
				"send the control %d to the service '%s'".formatted(this.code, context.name()),
				"The service '%s' has taken the control %d.".formatted(context.name(), this.code),
				Map.of(Win32Error.CALL_NOT_IMPLEMENTED,
						"The application does not know it: it has no @OnServiceControl(%d)".formatted(this.code)))
			.send(context);
	}

}
