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
 * A control that tells a service something and leaves its state as it is.
 *
 * @param control the control
 * @param tried what is done with it, as in "Could not …"
 * @param done what is said once the service has taken it
 * @param remedies what to do about some of the errors of Windows
 */
record Message(ServiceControl control, String tried, String done, Map<Win32Error, String> remedies) {

	/**
	 * Send the control once.
	 * @throws CommandException if the service has not taken it
	 */
	Result send(Context context) {
		try {
			context.manager().control(context.name(), this.control);
		}
		catch (ScmException ex) {
			throw refused(context, ex);
		}
		context.line(this.done);
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("changed", true);
		details.put("control", this.control.code());
		details.put("answer", ControlAnswer.HANDLED.code());
		details.put("state", context.process().state().name());
		return new Result(ExitStatus.DONE, details);
	}

	private CommandException refused(Context context, ScmException cause) {
		ServiceState state = context.manager()
			.query(context.name())
			.map(ServiceProcess::state)
			.orElse(ServiceState.STOPPED);
		CommandException exception = isDown(state) && !cause.error().equals(Win32Error.ACCESS_DENIED)
				? new CommandException(ExitStatus.NOT_RUNNING,
						"Could not %s: %s".formatted(this.tried, cause.getMessage()))
					.error(cause.error())
				: CommandException.of(this.tried, cause);
		String remedy = this.remedies.get(cause.error());
		if (remedy != null) {
			exception.remedy(remedy);
		}
		return exception.detail("control", this.control.code()).detail("state", state.name());
	}

	private static boolean isDown(ServiceState state) {
		return state == ServiceState.STOPPED || state == ServiceState.START_PENDING
				|| state == ServiceState.STOP_PENDING;
	}

}
