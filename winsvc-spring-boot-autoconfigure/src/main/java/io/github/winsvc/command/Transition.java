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

import java.util.function.Predicate;

import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.Win32Error;

/**
 * Sends a service from one state in which it can rest to the other: RUNNING or PAUSED.
 */
final class Transition {

	private final Context context;

	private final Verb verb;

	private final ServiceControl control;

	private final ServiceState origin;

	private final ServiceState goal;

	private final Waiting waiting;

	Transition(Context context, Verb verb, ServiceControl control, ServiceState origin, ServiceState goal) {
		this.context = context;
		this.verb = verb;
		this.control = control;
		this.origin = origin;
		this.goal = goal;
		this.waiting = new Waiting(context, context.settings().timeout());
	}

	/**
	 * Send the control and wait until the service has acted on it.
	 * @throws CommandException if the service is not where it should be in the end
	 */
	Result run() {
		ServiceProcess process = this.context.process();
		if (process.state() == this.goal) {
			this.context.line("The service '%s' is %s already.".formatted(this.context.name(), word(this.goal)));
			return Result.done(process, false);
		}
		if (process.state() == ServiceState.STOPPED) {
			throw notRunning(process);
		}
		this.context.line("%s the service '%s':".formatted((this.verb == Verb.PAUSE) ? "Pausing" : "Continuing",
				this.context.name()));
		process = ask();
		if (!this.context.settings().manner().waits() && process.state() != ServiceState.STOPPED) {
			this.context.line(
					"The service '%s' was asked to %s. See --winsvc.status".formatted(this.context.name(), this.verb));
			return Result.done(process, true);
		}
		process = until(new Arrival());
		if (process.state() == this.goal) {
			this.context.line("The service '%s' is %s.".formatted(this.context.name(), word(this.goal)));
			return Result.done(process, true);
		}
		throw (process.state() == ServiceState.STOPPED) ? notRunning(process) : notArrived(process);
	}

	/**
	 * Send the control. A service that is on its way to another state accepts none, so it
	 * is sent as soon as the service has arrived, unless that is where it shall be.
	 */
	private ServiceProcess ask() {
		while (true) {
			ServiceProcess process = until((now) -> !now.state().isPending());
			if (process.state() != this.origin || send()) {
				return this.context.process();
			}
		}
	}

	/**
	 * Send the control.
	 * @return whether the service has taken it or has stopped
	 */
	private boolean send() {
		try {
			this.context.manager().control(this.context.name(), this.control);
			return true;
		}
		catch (ScmException ex) {
			if (ex.error().equals(Win32Error.SERVICE_NOT_ACTIVE)) {
				return true;
			}
			if (!ex.error().equals(Win32Error.SERVICE_CANNOT_ACCEPT_CTRL) || this.waiting.deadline().hasPassed()) {
				throw refused(ex);
			}
			this.waiting.deadline().sleep(Waiting.POLL_INTERVAL);
			return false;
		}
	}

	private ServiceProcess until(Predicate<ServiceProcess> reached) {
		return this.waiting.until(reached).orElseThrow(this.context.notInstalled());
	}

	private CommandException refused(ScmException cause) {
		CommandException exception = CommandException
			.of("%s the service '%s'".formatted(this.verb, this.context.name()), cause);
		if (cause.error().equals(Win32Error.INVALID_SERVICE_CONTROL)) {
			exception.remedy("It cannot be paused. Its application decides on that: winsvc.pause.enabled");
		}
		return exception.detail("state", this.origin.name());
	}

	private CommandException notRunning(ServiceProcess process) {
		return new CommandException(ExitStatus.NOT_RUNNING,
				"Could not %s the service '%s': its state is %s.".formatted(this.verb, this.context.name(),
						process.state()))
			.detail("state", process.state().name())
			.detail("lastExitCode", Details.of(process.status().exitCode()))
			.remedy("Start it with --winsvc.start");
	}

	private CommandException notArrived(ServiceProcess process) {
		boolean back = process.state() == this.origin;
		ExitStatus status = (process.state() == ServiceState.RUNNING) ? ExitStatus.FAILED : ExitStatus.NOT_RUNNING;
		String logs = this.context.home().logs().toString();
		return new CommandException(status,
				"The service '%s' is not %s after %d s: its state is %s.".formatted(this.context.name(),
						word(this.goal), this.waiting.deadline().elapsed().toSeconds(), process.state()))
			.detail("state", process.state().name())
			.detail("logDirectory", logs)
			.remedy(back ? "The application could not %s, or has not begun to. Its log says why.".formatted(this.verb)
					: "Look again with --winsvc.status, and wait longer the next time with --winsvc.timeout=<duration>")
			.footer("Log directory: " + logs);
	}

	private static String word(ServiceState state) {
		return (state == ServiceState.PAUSED) ? "paused" : "running";
	}

	/**
	 * Whether the service is where it was sent, or will not come there any more because
	 * it has turned back or stopped.
	 */
	private final class Arrival implements Predicate<ServiceProcess> {

		private boolean left;

		@Override
		public boolean test(ServiceProcess process) {
			this.left = this.left || process.state() != Transition.this.origin;
			return this.left && !process.state().isPending();
		}

	}

}
