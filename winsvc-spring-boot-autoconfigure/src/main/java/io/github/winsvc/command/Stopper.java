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

import java.util.List;
import java.util.Optional;

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.Win32Error;

/**
 * Stops a service and waits until it has.
 */
final class Stopper {

	private final Context context;

	private final Waiting waiting;

	Stopper(Context context) {
		this.context = context;
		this.waiting = new Waiting(context, context.settings().timeout());
	}

	/**
	 * Stop the service and wait until it has stopped.
	 * @throws CommandException if it does not stop in time
	 */
	void stop() {
		ask();
		this.waiting.until(Stopper::isStopped).filter((process) -> !isStopped(process)).ifPresent((process) -> {
			throw tooSlow(process.state());
		});
	}

	/**
	 * Send STOP. A service that is on its way to another state accepts no control, so it
	 * is sent STOP as soon as it has arrived.
	 */
	void ask() {
		boolean requested = false;
		while (!requested) {
			Optional<ServiceProcess> process = this.waiting.until(Stopper::isStoppable);
			requested = process.filter(Stopper::isStoppable).isEmpty() || isStopping(process.get()) || request();
		}
	}

	private CommandException tooSlow(ServiceState state) {
		return new CommandException(ExitStatus.FAILED,
				"The service '%s' has not stopped after %d s: its state is %s.".formatted(this.context.name(),
						this.waiting.deadline().bound().toSeconds(), state))
			.detail("state", state.name())
			.remedy("Look again with --winsvc.status, and wait longer the next time with --winsvc.timeout=<duration>");
	}

	/**
	 * Send STOP.
	 * @return whether there is nothing more to send
	 */
	private boolean request() {
		try {
			this.context.manager().control(this.context.name(), ServiceControl.Standard.STOP);
			return true;
		}
		catch (ScmException ex) {
			if (ex.error().equals(Win32Error.SERVICE_NOT_ACTIVE)) {
				return true;
			}
			if (ex.error().equals(Win32Error.SERVICE_CANNOT_ACCEPT_CTRL) && !this.waiting.deadline().hasPassed()) {
				this.waiting.deadline().sleep(Waiting.POLL_INTERVAL);
				return false;
			}
			throw ex.error().equals(Win32Error.DEPENDENT_SERVICES_RUNNING) ? needed(ex) : ex;
		}
	}

	private RuntimeException needed(ScmException cause) {
		CommandException exception = CommandException.of("stop the service '%s'".formatted(this.context.name()), cause);
		try {
			List<String> dependents = Dependents.names(this.context.manager().dependents(this.context.name()));
			exception.explain("Running services that depend on it: " + String.join(", ", dependents))
				.detail("dependents", dependents);
		}
		catch (ScmException ex) {
			exception.addSuppressed(ex);
		}
		return exception;
	}

	private static boolean isStoppable(ServiceProcess process) {
		return process.status().accepted().contains(AcceptedControl.STOP) || isStopping(process)
				|| !process.state().isPending();
	}

	private static boolean isStopping(ServiceProcess process) {
		return isStopped(process) || process.state() == ServiceState.STOP_PENDING;
	}

	private static boolean isStopped(ServiceProcess process) {
		return process.state() == ServiceState.STOPPED;
	}

}
