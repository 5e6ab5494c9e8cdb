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

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.NativeLibrary;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.scm.ServiceDefinition;
import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.Win32Error;

/**
 * Registers the application as a service, or brings the registration up to date, and sees
 * to it that the service runs.
 */
final class InstallCommand implements Command {

	private static final Duration DELETION_BOUND = Duration.ofSeconds(10);

	private static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);

	@Override
	public Result run(Context context) {
		CommandSettings settings = context.settings();
		ApplicationArchive archive = settings.archive();
		if (archive == null) {
			throw new CommandException(ExitStatus.USAGE,
					"Only an executable jar can be installed, and this application was started from an IDE or a "
							+ "directory of classes.")
				.remedy("Build the jar and run: java -jar <application>.jar --winsvc.install");
		}
		NativeLibrary library = nativeLibrary(context);
		ServiceDefinition definition = ServiceDefinitions.compose(settings, archive,
				library.directory(settings.home()));
		Map<String, Object> details = new LinkedHashMap<>();
		boolean changed = register(context, definition, library, details);
		ServiceProcess process = context.process();
		boolean running = process.state() == ServiceState.RUNNING;
		if (!running) {
			context.line("Starting the service '%s':".formatted(context.name()));
			process = start(context, details);
		}
		else if (!changed) {
			context.line("Nothing to do: the service '%s' is installed as it should be and running."
				.formatted(context.name()));
		}
		return report(context, definition, process, !running || changed, details);
	}

	private ServiceProcess start(Context context, Map<String, Object> details) {
		try {
			return new Starter(context).start();
		}
		catch (CommandException ex) {
			details.forEach(ex::detail);
			throw ex;
		}
	}

	private NativeLibrary nativeLibrary(Context context) {
		try {
			return context.machine().nativeLibrary().read();
		}
		catch (IOException ex) {
			throw CommandException.of("read the native library of the service", ex);
		}
	}

	/**
	 * Register the service. One that is marked for deletion has to disappear first, which
	 * may happen at any moment.
	 * @return whether anything was changed
	 */
	private boolean register(Context context, ServiceDefinition definition, NativeLibrary library,
			Map<String, Object> details) {
		Deadline deadline = context.deadline(DELETION_BOUND);
		boolean announced = false;
		while (true) {
			try {
				return registerOnce(context, definition, library, details, announced);
			}
			catch (CommandException ex) {
				if (!isBeingDeleted(ex) || deadline.hasPassed()) {
					throw ex;
				}
				if (!announced) {
					context.line("The former service '%s' is marked for deletion. Waiting until it is gone."
						.formatted(context.name()));
				}
				announced = true;
				deadline.sleep(RETRY_INTERVAL);
			}
		}
	}

	private boolean registerOnce(Context context, ServiceDefinition definition, NativeLibrary library,
			Map<String, Object> details, boolean announced) {
		Optional<ServiceRegistration> registration = context.manager().find(context.name());
		registration.ifPresent((registered) -> Ownership.require(registered, context.settings(), Ownership.OWN));
		Plan plan = Plan.of(definition, registration);
		boolean complete = isComplete(context.settings().home(), library);
		details.put("created", plan.create());
		details.put("changes", plan.changes().stream().map(Change::details).toList());
		if (plan.isEmpty() && complete) {
			details.put("unsupported", plan.unsupported().stream().map(Details::key).toList());
			return false;
		}
		if (!announced) {
			show(context, plan, complete);
		}
		boolean running = context.manager()
			.query(context.name())
			.filter((process) -> process.state() != ServiceState.STOPPED)
			.isPresent();
		List<ServiceSetting> unsupported = new PlanExecutor(context).execute(plan, files(context, library));
		unsupported.forEach((setting) -> context
			.line("  %s: not supported by this Windows, left as it is".formatted(setting.label())));
		details.put("unsupported", unsupported.stream().map(Details::key).toList());
		if (running && plan.needsRestart()) {
			context.line("This takes effect when the service starts the next time: --winsvc.restart");
			details.put("restartNeeded", true);
		}
		return true;
	}

	private void show(Context context, Plan plan, boolean complete) {
		context.line((plan.create() ? "Installing the service '%s':" : "Updating the service '%s':")
			.formatted(context.name()));
		plan.changes().forEach((change) -> context.output().lines(change.text().indent(2)));
		if (!complete) {
			context.line("  + home: " + context.settings().home().directory());
		}
	}

	private boolean isComplete(ServiceHome home, NativeLibrary library) {
		return Files.isDirectory(home.logs()) && Files.isDirectory(home.data()) && isThere(library, home);
	}

	/**
	 * A library that cannot be read is written anew.
	 */
	private boolean isThere(NativeLibrary library, ServiceHome home) {
		try {
			return library.isIn(library.directory(home));
		}
		catch (IOException ex) {
			return false;
		}
	}

	private Step files(Context context, NativeLibrary library) {
		ServiceHome home = context.settings().home();
		return new Step(() -> {
			home.create(context.name(), context.machine().directories());
			library.writeTo(home, context.machine().directories());
		}, null);
	}

	private boolean isBeingDeleted(CommandException ex) {
		return Win32Error.SERVICE_MARKED_FOR_DELETE.equals(ex.error())
				|| Win32Error.SERVICE_DOES_NOT_EXIST.equals(ex.error());
	}

	private Result report(Context context, ServiceDefinition definition, ServiceProcess process, boolean changed,
			Map<String, Object> details) {
		CommandSettings settings = context.settings();
		if (changed) {
			context.line("The service '%s' is installed and running.".formatted(context.name()));
		}
		Table table = new Table();
		table.row("account", "Account", definition.settings().get(Account.class).text());
		table.row("startType", "Start type", definition.settings().get(Start.class).text());
		table.row("logDirectory", "Log directory", settings.home().logs().toString());
		if (settings.healthUrl() != null) {
			table.row("healthUrl", "Health", settings.healthUrl());
		}
		table.print(context.output(), "  ");
		details.put("changed", changed);
		details.put("state", process.state().name());
		details.put("processId", process.processId());
		details.putAll(table.details());
		return new Result(ExitStatus.DONE, details);
	}

}
