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

import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceState;
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
		try {
			context.manager().control(context.name(), new ServiceControl.Custom(this.code));
		}
		catch (ScmException ex) {
			throw refused(context, ex);
		}
		context.line("The service '%s' has taken the control %d.".formatted(context.name(), this.code));
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("changed", true);
		details.put("control", this.code);
		details.put("answer", ControlAnswer.HANDLED.code());
		details.put("state", context.process().state().name());
		return new Result(ExitStatus.DONE, details);
	}

	private CommandException refused(Context context, ScmException cause) {
		ServiceState state = context.manager()
			.query(context.name())
			.map(ServiceProcess::state)
			.orElse(ServiceState.STOPPED);
		CommandException exception = (state == ServiceState.STOPPED)
				? new CommandException(ExitStatus.NOT_RUNNING,
						"Could not send the control %d to the service '%s': %s".formatted(this.code, context.name(),
								cause.getMessage()))
					.error(cause.error())
				: CommandException.of("send the control %d to the service '%s'".formatted(this.code, context.name()),
						cause);
		if (cause.error().equals(Win32Error.CALL_NOT_IMPLEMENTED)) {
			exception.remedy("The application does not know it: it has no @OnServiceControl(%d)".formatted(this.code));
		}
		return exception.detail("control", this.code).detail("state", state.name());
	}

}
