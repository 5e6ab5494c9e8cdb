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

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.winsvc.launch.PastReload.Outcome;
import io.github.winsvc.launch.ReloadRecord;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.Win32Error;

/**
 * Tells the running service to read its configuration again, and what has become of that.
 */
final class ReloadCommand implements Command {

	private static final ServiceControl CONTROL = ServiceControl.Standard.PARAMCHANGE;

	private static final String NOT_HEARD = "It does not reload, because winsvc.reload.enabled is false or its jar is an "
			+ "older one, and its application has no @OnServiceControl(%d). ".formatted(CONTROL.code())
			+ "It reads its configuration when it starts: --winsvc.restart";

	@Override
	public Result run(Context context) {
		ServiceRegistration registration = context.registration();
		Waiting waiting = new Waiting(context, context.settings().timeout());
		ServiceProcess process = settled(context, waiting);
		Manner manner = context.settings().manner();
		if (!manner.waits() && !manner.restartIfNeeded()) {
			return tell(context, false);
		}
		ReloadRecords records = new ReloadRecords(context, registration);
		if (process.state() == ServiceState.STOPPED || records.ofProcess(process.processId()).isEmpty()) {
			Result told = tell(context, false);
			throw unknown(context, records, told);
		}
		Instant asked = context.machine().time().now();
		Map<String, Object> details = new LinkedHashMap<>(tell(context, true).details());
		ReloadRecord record = new ReloadAnswer(context, records, process.processId(), waiting.deadline()).await(asked);
		return finish(context, details, record);
	}

	/**
	 * A service that is on its way to another state takes no control.
	 */
	private static ServiceProcess settled(Context context, Waiting waiting) {
		ServiceProcess process = context.process();
		if (!process.state().isPending()) {
			return process;
		}
		context.line("Waiting for the service '%s':".formatted(context.name()));
		Optional<ServiceProcess> settled = waiting.until((now) -> !now.state().isPending());
		return settled.orElseThrow(context.notInstalled());
	}

	private static Result tell(Context context, boolean answered) {
		return new Message(CONTROL, "tell the service '%s' to read its configuration again".formatted(context.name()),
				(answered ? "The service '%s' reads its configuration again."
						: "The service '%s' was told to read its configuration again.")
					.formatted(context.name()),
				Map.of(Win32Error.INVALID_SERVICE_CONTROL, NOT_HEARD, Win32Error.CALL_NOT_IMPLEMENTED, NOT_HEARD))
			.send(context);
	}

	private static CommandException unknown(Context context, ReloadRecords records, Result told) {
		CommandException exception = new CommandException(ExitStatus.FAILED,
				"The service '%s' does not tell what becomes of it.".formatted(context.name()));
		told.details().forEach(exception::detail);
		return exception.remedy("It leaves no results in '%s': winsvc.reload.enabled is false, its jar is an older "
			.formatted(records.file())
				+ "one, or it cannot write there. If its application follows the control by its own means, "
				+ "send it with --winsvc.wait=false");
	}

	private static Result finish(Context context, Map<String, Object> details, ReloadRecord record) {
		ReloadScreen screen = new ReloadScreen(record);
		details.put("changed", screen.outcome() == Outcome.APPLIED);
		details.putAll(screen.details());
		if (screen.outcome() == Outcome.REJECTED) {
			throw screen.rejected(context.name(), details);
		}
		screen.show(context);
		NeededRestart needed = screen.needed();
		if (!context.settings().manner().restartIfNeeded()) {
			needed.remedies().forEach(context::line);
			return new Result(ExitStatus.DONE, details);
		}
		details.put("restarted", needed.isRestart());
		if (!needed.isRestart()) {
			context.line("No restart is needed.");
			needed.remedies().forEach(context::line);
			return new Result(ExitStatus.DONE, details);
		}
		context.line("Restarting the service, as these need it.");
		details.putAll(restart(context, details));
		details.remove("restartNeeded");
		needed.remediesAfterRestart().forEach(context::line);
		return new Result(ExitStatus.DONE, details);
	}

	private static Map<String, Object> restart(Context context, Map<String, Object> details) {
		try {
			return new RestartCommand().run(context).details();
		}
		catch (CommandException ex) {
			Map<String, Object> own = ex.details();
			details.put("restarted", false);
			details.forEach((key, value) -> {
				if (!own.containsKey(key)) {
					ex.detail(key, value);
				}
			});
			throw ex;
		}
	}

}
