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
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.winsvc.access.ServiceFile;
import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.NativeLibrary;
import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.scm.ServiceDefinition;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.Win32Error;

/**
 * Registers the application as a service, or brings the registration up to date.
 */
final class Registrar {

	private static final Duration DELETION_BOUND = Duration.ofSeconds(10);

	private static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);

	private final Context context;

	private final boolean mayCreate;

	private final NativeLibrary library;

	private final Preparation preparation;

	private final ServiceDefinition composed;

	private final Accounts accounts;

	private ServiceDefinition definition;

	private final List<ServiceFile> files;

	/**
	 * Compose the service that the application shall be.
	 * @param mayCreate whether the service may be created if it is not installed
	 * @throws CommandException if the application can be no service
	 */
	Registrar(Context context, boolean mayCreate) {
		this.context = context;
		this.mayCreate = mayCreate;
		ApplicationArchive archive = context.settings().archive();
		if (archive == null) {
			throw new CommandException(ExitStatus.USAGE,
					"Only an executable jar can be installed, and this application was started from an IDE or a "
							+ "directory of classes.")
				.remedy("Build the jar and run: java -jar <application>.jar --winsvc.install");
		}
		this.library = nativeLibrary(context);
		Path libraries = this.library.directory(context.settings().home());
		this.preparation = new Preparation(context, archive);
		this.composed = ServiceDefinitions.compose(context.settings(), archive, this.preparation.application(),
				libraries);
		this.files = SecurityGuard.files(context.settings(), archive, this.preparation.application(), libraries);
		this.accounts = new Accounts(context);
		this.definition = this.composed;
	}

	private static NativeLibrary nativeLibrary(Context context) {
		try {
			return context.machine().nativeLibrary().read();
		}
		catch (IOException ex) {
			throw CommandException.of("read the native library of the service", ex);
		}
	}

	/**
	 * Refuse what would give others, or the service, rights that they need not have.
	 * @param details takes what there is to tell a program
	 * @throws CommandException if the operator does not allow it
	 */
	void requireSecurity(Map<String, Object> details) {
		new SecurityGuard(this.context).require(this.definition, this.files, details);
	}

	/**
	 * Return the service as it shall be. Its account is the registered one where that
	 * stays, once there is a plan.
	 */
	ServiceDefinition definition() {
		return this.definition;
	}

	/**
	 * Find out what must be done.
	 * @throws CommandException if the service may not be touched, or its account cannot
	 * be used
	 */
	Plan plan() {
		Optional<ServiceRegistration> registration = this.context.manager().find(this.context.name());
		if (registration.isEmpty() && !this.mayCreate) {
			throw this.context.notInstalled().get();
		}
		registration.ifPresent((registered) -> Ownership.require(registered, this.context.settings(), Ownership.OWN));
		this.definition = this.accounts.settle(this.composed, registration);
		Plan plan = Plan.of(this.definition, registration);
		return plan.with(this.accounts.logon(plan));
	}

	/**
	 * Whether the service has all the files that it needs.
	 */
	boolean isComplete() {
		ServiceHome home = this.context.settings().home();
		return Files.isDirectory(home.logs()) && Files.isDirectory(home.data()) && isLibraryThere(home)
				&& this.preparation.isComplete();
	}

	/**
	 * A library that cannot be read is written anew.
	 */
	private boolean isLibraryThere(ServiceHome home) {
		try {
			return this.library.isIn(this.library.directory(home));
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Whether a process of the service goes on with what it was started with.
	 */
	boolean isRunning() {
		return this.context.manager()
			.query(this.context.name())
			.filter((process) -> process.state() != ServiceState.STOPPED)
			.isPresent();
	}

	/**
	 * Register the service. One that is marked for deletion has to disappear first, which
	 * may happen at any moment.
	 * @param details takes what there is to tell a program
	 * @return whether anything was changed
	 */
	boolean register(Map<String, Object> details) {
		try (Credentials credentials = new Credentials(this.context)) {
			return register(details, credentials);
		}
	}

	private boolean register(Map<String, Object> details, Credentials credentials) {
		Deadline deadline = this.context.deadline(DELETION_BOUND);
		boolean announced = false;
		while (true) {
			try {
				return registerOnce(details, announced, credentials);
			}
			catch (CommandException ex) {
				boolean deleted = isBeingDeleted(ex);
				if ((!deleted && !isCreatedMeanwhile(ex)) || deadline.hasPassed()) {
					throw ex;
				}
				if (!deleted) {
					this.context.line("Another command has just installed the service '%s'. Looking at it again."
						.formatted(this.context.name()));
				}
				else if (!announced) {
					this.context.line("The former service '%s' is marked for deletion. Waiting until it is gone."
						.formatted(this.context.name()));
				}
				announced = deleted;
				deadline.sleep(RETRY_INTERVAL);
			}
		}
	}

	private boolean registerOnce(Map<String, Object> details, boolean announced, Credentials credentials) {
		Plan plan = plan();
		if (!announced) {
			requireSecurity(details);
		}
		boolean complete = isComplete();
		details.put("created", plan.create());
		details.put("changes", plan.changes().stream().map(Change::details).toList());
		if (plan.isEmpty() && complete) {
			details.put("unsupported", plan.unsupported().stream().map(Details::key).toList());
			return false;
		}
		this.context.requireElevation(plan.create() ? Verb.INSTALL : Verb.UPDATE);
		if (plan.logon() != null) {
			credentials.require(plan.logon());
			details.putAll(plan.logon().details());
		}
		if (!announced) {
			this.context.line((plan.create() ? "Installing the service '%s':" : "Updating the service '%s':")
				.formatted(this.context.name()));
			show(plan, complete);
		}
		List<ServiceSetting> unsupported = new PlanExecutor(this.context, credentials).execute(plan, files());
		showUnsupported(unsupported);
		details.put("unsupported", unsupported.stream().map(Details::key).toList());
		new Confirmation(this.context, this::plan, credentials).of(plan, unsupported);
		new Layouts(this.context).removeUnused(details);
		if (plan.needsRestart() && isRunning()) {
			this.context.line("This takes effect when the service starts the next time: --winsvc.restart");
			details.put("restartNeeded", true);
		}
		return true;
	}

	/**
	 * Show what differs.
	 */
	void show(Plan plan, boolean complete) {
		plan.changes().forEach((change) -> this.context.output().lines(change.text().indent(2)));
		if (plan.logon() != null) {
			plan.logon().lines().forEach((line) -> this.context.line("  " + line));
		}
		if (!complete) {
			show(this.context.settings().home());
		}
	}

	private void show(ServiceHome home) {
		this.context.line("  + home: " + home.directory());
		if (!home.logs().startsWith(home.directory())) {
			this.context.line("  + log directory: " + home.logs());
		}
		this.preparation.show();
		home.existing().forEach((directory) -> {
			this.context.line("  who may write is left as it is in " + directory);
			this.context.line("    If the service cannot, let it, once it is installed:");
			this.context.line("    icacls \"%s\" /grant \"NT SERVICE\\%s:(OI)(CI)(M)\"".formatted(directory,
					this.context.name()));
		});
	}

	void showUnsupported(List<ServiceSetting> unsupported) {
		unsupported.forEach((setting) -> this.context
			.line("  %s: not supported by this Windows, left as it is".formatted(setting.label())));
	}

	private Step files() {
		ServiceHome home = this.context.settings().home();
		return new Step(() -> {
			home.create(this.context.name(), this.context.machine().directories());
			this.library.writeTo(home, this.context.machine().directories());
			this.preparation.write(options());
		}, null);
	}

	private List<String> options() {
		return ServiceCommandLine.read(this.composed.settings().get(ImagePath.class).value())
			.map(ServiceCommandLine::options)
			.orElse(List.of());
	}

	private boolean isCreatedMeanwhile(CommandException ex) {
		return Win32Error.SERVICE_EXISTS.equals(ex.error());
	}

	private boolean isBeingDeleted(CommandException ex) {
		return Win32Error.SERVICE_MARKED_FOR_DELETE.equals(ex.error())
				|| Win32Error.SERVICE_DOES_NOT_EXIST.equals(ex.error());
	}

}
