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
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.winsvc.launch.FileTree;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting.EventSource;
import io.github.winsvc.scm.UnsupportedSettingException;
import io.github.winsvc.scm.Win32Error;

/**
 * Stops and removes the service. What the service has written is kept. A service that is
 * not there is what was asked for, so that is no failure.
 */
final class UninstallCommand implements Command {

	private static final Duration DELETION_BOUND = Duration.ofSeconds(10);

	private static final Duration PROCESS_END_BOUND = Duration.ofSeconds(5);

	@Override
	public Result run(Context context) {
		Optional<ServiceRegistration> registration = context.manager().find(context.name());
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("changed", registration.isPresent());
		if (registration.isEmpty()) {
			context.line("The service '%s' is not installed.".formatted(context.name()));
			return new Result(ExitStatus.DONE, details);
		}
		Ownership.require(registration.get(), context.settings(), Ownership.MARKED);
		context.requireElevation(Verb.UNINSTALL);
		Dependents dependents = new Dependents(context);
		StopCommand.stop(context, dependents, true);
		details.putAll(dependents.details());
		context.line("Uninstalling the service '%s':".formatted(context.name()));
		delete(context, registration.get());
		ServiceHome home = context.home(registration.get());
		remove(context, "native libraries", home.nativeLibraries(), details);
		remove(context, "layouts of the application", home.applications(), details);
		remove(context, "archives", home.archives(), details);
		keep(context, home, details);
		awaitDeletion(context, details);
		context.line("The service '%s' is uninstalled.".formatted(context.name()));
		return new Result(ExitStatus.DONE, details);
	}

	/**
	 * The event source goes first, as long as there is a service that it belongs to.
	 */
	private void delete(Context context, ServiceRegistration registration) {
		boolean hasEventSource = registration.settings().find(EventSource.class).filter(EventSource::value).isPresent();
		boolean removed = false;
		try {
			if (hasEventSource) {
				applyEventSource(context, false);
				removed = true;
			}
			context.manager().delete(context.name());
		}
		catch (ScmException ex) {
			if (!isDeleted(ex)) {
				if (removed) {
					applyEventSource(context, true);
				}
				throw ex;
			}
		}
		context.line("  - service " + context.name());
	}

	private boolean isDeleted(ScmException ex) {
		return ex.error().equals(Win32Error.SERVICE_MARKED_FOR_DELETE)
				|| ex.error().equals(Win32Error.SERVICE_DOES_NOT_EXIST);
	}

	private void applyEventSource(Context context, boolean value) {
		ServiceManager manager = context.manager();
		EventSource source = new EventSource(value);
		try {
			manager.apply(context.name(), source);
			context.line("  %s event source".formatted(value ? "+" : "-"));
		}
		catch (UnsupportedSettingException ex) {
			context.line("  event source: not supported by this Windows, left as it is");
		}
	}

	/**
	 * The process may live on for a moment after the service has stopped, and as long as
	 * it does, what it has opened cannot be removed.
	 */
	private void remove(Context context, String what, Path directory, Map<String, Object> details) {
		if (!Files.isDirectory(directory)) {
			return;
		}
		Deadline deadline = context.deadline(PROCESS_END_BOUND);
		Optional<IOException> problem = delete(directory);
		while (problem.isPresent() && !deadline.hasPassed()) {
			deadline.sleep(Waiting.POLL_INTERVAL);
			problem = delete(directory);
		}
		if (problem.isPresent()) {
			context.line("  %s could not be removed, delete them by hand: %s".formatted(what, directory));
			context.line("    " + FileProblem.text(problem.get()));
			details.put("left", directory.toString());
		}
		else {
			context.line("  - %s: %s".formatted(what, directory));
		}
	}

	private Optional<IOException> delete(Path directory) {
		try {
			FileTree.delete(directory);
			return Optional.empty();
		}
		catch (IOException ex) {
			return Optional.of(ex);
		}
	}

	private void keep(Context context, ServiceHome home, Map<String, Object> details) {
		List<String> kept = Stream.of(home.logs(), home.data()).filter(Files::isDirectory).map(Path::toString).toList();
		kept.forEach((directory) -> context.line("  kept: " + directory));
		details.put("kept", kept);
	}

	private void awaitDeletion(Context context, Map<String, Object> details) {
		Deadline deadline = context.deadline(DELETION_BOUND);
		while (context.manager().query(context.name()).isPresent()) {
			if (deadline.hasPassed()) {
				CommandException exception = new CommandException(ExitStatus.FAILED,
						"The service '%s' is stopped and marked for deletion, but not gone yet."
							.formatted(context.name()))
					.error(Win32Error.SERVICE_MARKED_FOR_DELETE)
					.remedy("It disappears by itself once no program holds it open: close services.msc, Task Manager, "
							+ "Process Explorer and the like, or restart Windows.");
				details.forEach(exception::detail);
				throw exception;
			}
			deadline.sleep(Waiting.POLL_INTERVAL);
		}
	}

}
