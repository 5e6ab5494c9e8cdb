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
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.PreparedApplication;
import io.github.winsvc.launch.ConfiguredLaunch;
import io.github.winsvc.launch.RunningJvm;
import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.scm.ServiceDefinition;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting.Description;
import io.github.winsvc.scm.ServiceSetting.DisplayName;
import io.github.winsvc.scm.ServiceSetting.ImagePath;

/**
 * What is registered of the application's own service otherwise than its configuration
 * says. What the command line of install alone could tell is taken as it is registered:
 * the Java, further JVM options and application arguments, and texts that the
 * configuration leaves open.
 */
final class Drift {

	private Drift() {
	}

	/**
	 * Find the drift of a service.
	 * @return the changes that would mend it
	 * @throws CommandException if the application can be no service as it is registered
	 * @throws UsageException likewise
	 */
	static List<Change> of(Context context, ServiceRegistration registration, ApplicationArchive archive) {
		ServiceCommandLine registered = commandLine(registration.settings().get(ImagePath.class));
		try {
			Path library = context.machine().nativeLibrary().read().directory(context.settings().home());
			ConfiguredLaunch missing = context.settings().configured().missingFrom(registered);
			CommandSettings settings = context.settings()
				.startedWith(new RunningJvm(Path.of(registered.java()), missing.optionsAfter(registered.options())),
						missing.argumentsBefore(registered.arguments()));
			ServiceDefinition definition = ServiceDefinitions.compose(settings, archive,
					prepared(context, registered, archive), library);
			Optional<ServiceRegistration> present = Optional.of(registration);
			return Plan.of(new Accounts(context).settle(definition, present), present)
				.changes()
				.stream()
				.filter((change) -> isDrift(change, settings, registered))
				.toList();
		}
		catch (IOException ex) {
			throw CommandException.of("read the native library of the service", ex);
		}
		catch (InvalidPathException ex) {
			throw new UsageException(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * A jar that has changed since is none of the configuration's doing.
	 */
	private static PreparedApplication prepared(Context context, ServiceCommandLine registered,
			ApplicationArchive archive) {
		return registered.layout()
			.map((layout) -> Preparation.unchanged(context.settings(), archive, layout))
			.orElseGet(() -> new Preparation(context, archive).application());
	}

	private static boolean isDrift(Change change, CommandSettings settings, ServiceCommandLine registered) {
		if (change.wanted() instanceof ImagePath wanted) {
			return !isSame(commandLine(wanted), registered);
		}
		if (change.former() == null) {
			// Who runs the verb may not read it
			return false;
		}
		boolean open = change.wanted().equals(new DisplayName(settings.name().value()))
				|| change.wanted().equals(new Description(""));
		return !open;
	}

	/**
	 * The order of options is that of the command line of install.
	 */
	private static boolean isSame(ServiceCommandLine wanted, ServiceCommandLine registered) {
		return wanted.jar().equalsIgnoreCase(registered.jar())
				&& new HashSet<>(wanted.options()).equals(new HashSet<>(registered.options()))
				&& wanted.arguments().equals(registered.arguments());
	}

	private static ServiceCommandLine commandLine(ImagePath imagePath) {
		return ServiceCommandLine.read(imagePath.value())
			.orElseThrow(() -> new UsageException("The image path starts no jar."));
	}

}
