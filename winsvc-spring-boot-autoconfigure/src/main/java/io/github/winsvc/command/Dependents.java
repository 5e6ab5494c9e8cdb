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

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.Win32Error;

/**
 * The running services that depend on the service. If the operator wants it, they are
 * stopped before the service is, and can be started again after it.
 */
final class Dependents {

	private final Context context;

	private final List<ServiceName> stopped = new ArrayList<>();

	private final List<ServiceName> started = new ArrayList<>();

	Dependents(Context context) {
		this.context = context;
	}

	static List<String> names(List<ServiceName> services) {
		return services.stream().map(ServiceName::value).toList();
	}

	/**
	 * Stop them in the order in which Windows can.
	 * @throws CommandException if one does not stop
	 */
	void stop() {
		if (!this.context.settings().manner().force()) {
			return;
		}
		for (ServiceName name : this.context.manager().dependents(this.context.name())) {
			this.context.line("Stopping the service '%s', which depends on '%s':".formatted(name, this.context.name()));
			Stopper stopper = new Stopper(this.context.about(name));
			explainFailure("stop", name, stopper::stop);
			this.stopped.add(name);
		}
	}

	/**
	 * Start those that were stopped, in the reverse order. One that does not start keeps
	 * none of the others from it.
	 * @throws CommandException if one does not start
	 */
	void startAgain() {
		List<ServiceName> reversed = new ArrayList<>(this.stopped);
		Collections.reverse(reversed);
		List<String> problems = new ArrayList<>();
		for (ServiceName name : reversed) {
			this.context.line("Starting the service '%s' again:".formatted(name));
			startAgain(name, problems);
		}
		if (!problems.isEmpty()) {
			throw tell(new CommandException(ExitStatus.FAILED,
					"The service '%s' is running, but not all services that depend on it are."
						.formatted(this.context.name())))
				.explain(String.join("\n", problems));
		}
	}

	private void startAgain(ServiceName name, List<String> problems) {
		try {
			start(name);
			ServiceState state = new Waiting(this.context.about(name), this.context.settings().timeout())
				.until((process) -> !process.state().isPending())
				.map(ServiceProcess::state)
				.orElse(ServiceState.STOPPED);
			if (state == ServiceState.RUNNING) {
				this.started.add(name);
			}
			else {
				problems.add("%s: its state is %s".formatted(name, state));
			}
		}
		catch (ScmException ex) {
			problems.add("%s: %s".formatted(name, ex.getMessage()));
		}
	}

	private void start(ServiceName name) {
		try {
			this.context.manager().start(name);
		}
		catch (ScmException ex) {
			if (!ex.error().equals(Win32Error.SERVICE_ALREADY_RUNNING)) {
				throw ex;
			}
		}
	}

	/**
	 * Do something with the service itself, whose failure tells what has become of these.
	 * @param verb what is done
	 * @param action does it
	 */
	void explainFailure(String verb, Runnable action) {
		explainFailure(verb, this.context.name(), action);
	}

	private void explainFailure(String verb, ServiceName name, Runnable action) {
		try {
			action.run();
		}
		catch (CommandException ex) {
			throw explain(ex);
		}
		catch (ScmException ex) {
			throw explain(CommandException.of("%s the service '%s'".formatted(verb, name), ex));
		}
	}

	private CommandException explain(CommandException failure) {
		if (!this.stopped.isEmpty()) {
			failure.explain("Stopped before, and not started again: " + String.join(", ", names(this.stopped)));
		}
		return tell(failure);
	}

	private CommandException tell(CommandException failure) {
		details().forEach(failure::detail);
		return failure;
	}

	Map<String, Object> details() {
		Map<String, Object> details = new LinkedHashMap<>();
		if (!this.stopped.isEmpty()) {
			details.put("stoppedDependents", names(this.stopped));
		}
		if (!this.started.isEmpty()) {
			details.put("startedDependents", names(this.started));
		}
		return details;
	}

}
