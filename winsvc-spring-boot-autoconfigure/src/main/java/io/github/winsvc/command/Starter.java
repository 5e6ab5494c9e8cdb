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

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.function.Predicate;

import io.github.winsvc.launch.StartFailure;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.Win32Error;

/**
 * Starts a service and waits until it is running.
 */
final class Starter {

	private static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);

	private final Context context;

	private final Waiting waiting;

	Starter(Context context) {
		this.context = context;
		this.waiting = new Waiting(context, context.settings().timeout());
	}

	/**
	 * Start the service unless it is starting already.
	 * @param wait whether to wait until it is running
	 * @return the service, which is running unless that was not to be waited for
	 * @throws CommandException with {@link ExitStatus#NOT_RUNNING} if it is not running
	 * in the end
	 */
	ServiceProcess start(boolean wait) {
		ServiceProcess process = this.context.process();
		if (process.state() == ServiceState.STOP_PENDING) {
			process = until((now) -> now.state() != ServiceState.STOP_PENDING);
		}
		Instant begin = this.context.machine().time().now();
		if (process.state() == ServiceState.STOPPED) {
			request(begin);
		}
		process = until((now) -> !wait || !now.state().isPending());
		if (!wait && process.state().isPending()) {
			return process;
		}
		return switch (process.state()) {
			case RUNNING -> running(process);
			case STOPPED -> throw explain(begin, stopped(process));
			case PAUSED, PAUSE_PENDING -> throw paused();
			case START_PENDING, CONTINUE_PENDING, STOP_PENDING -> throw pending(process);
		};
	}

	/**
	 * The process uses the registered layout by now.
	 */
	private ServiceProcess running(ServiceProcess process) {
		new Layouts(this.context).removeUnused(new LinkedHashMap<>());
		return process;
	}

	private ServiceProcess until(Predicate<ServiceProcess> reached) {
		return this.waiting.until(reached).orElseThrow(this.context.notInstalled());
	}

	private void request(Instant begin) {
		while (true) {
			try {
				this.context.manager().start(this.context.name());
				return;
			}
			catch (ScmException ex) {
				Win32Error error = ex.error();
				if (error.equals(Win32Error.SERVICE_ALREADY_RUNNING)) {
					return;
				}
				if (error.equals(Win32Error.ACCESS_DENIED) || error.equals(Win32Error.SERVICE_DOES_NOT_EXIST)) {
					throw ex;
				}
				if (!error.equals(Win32Error.SERVICE_DATABASE_LOCKED) || this.waiting.deadline().hasPassed()) {
					throw explain(begin, refused(ex));
				}
				this.waiting.deadline().sleep(RETRY_INTERVAL);
			}
		}
	}

	private CommandException stopped(ServiceProcess process) {
		ServiceStatus status = process.status();
		CommandException exception = notRunning("The service '%s' did not start. It ended with exit code %s."
			.formatted(this.context.name(), status.exitCode()));
		if (status.exitCode().isFailure()) {
			exception.error(new Win32Error(status.exitCode().win32()));
		}
		return exception.detail("state", process.state().name()).detail("lastExitCode", Details.of(status.exitCode()));
	}

	private CommandException refused(ScmException ex) {
		return notRunning("The service '%s' did not start. %s.".formatted(this.context.name(), ex.getMessage()))
			.error(ex.error());
	}

	private CommandException paused() {
		return notRunning("The service '%s' is paused.".formatted(this.context.name()))
			.remedy("Continue it with --winsvc.continue");
	}

	private CommandException pending(ServiceProcess process) {
		return notRunning("The service '%s' is not running after %d s: its state is %s.".formatted(this.context.name(),
				this.waiting.deadline().bound().toSeconds(), process.state()))
			.detail("state", process.state().name())
			.remedy("Nothing was ended. Look again with --winsvc.status, and wait longer the next time with "
					+ "--winsvc.timeout=<duration>");
	}

	private CommandException explain(Instant begin, CommandException exception) {
		StartFailure.read(this.context.home().startFailure())
			.filter((failure) -> !failure.time().isBefore(begin))
			.ifPresent((failure) -> exception.explain(Details.text(failure))
				.detail("startFailure", Details.of(failure))
				.remedy(null));
		return exception;
	}

	private CommandException notRunning(String message) {
		String logs = this.context.home().logs().toString();
		return new CommandException(ExitStatus.NOT_RUNNING, message).detail("logDirectory", logs)
			.footer("Log directory: " + logs);
	}

}
