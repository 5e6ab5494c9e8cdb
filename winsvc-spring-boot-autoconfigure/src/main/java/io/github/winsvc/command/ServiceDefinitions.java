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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.PreparedApplication;
import io.github.winsvc.launch.SecretArgument;
import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.launch.ServiceLaunch;
import io.github.winsvc.scm.ServiceDefinition;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.ServiceSettings;

/**
 * Composes the service that an application shall be, or refuses to.
 */
final class ServiceDefinitions {

	private ServiceDefinitions() {
	}

	static ServiceDefinition compose(CommandSettings settings, ApplicationArchive archive, PreparedApplication prepared,
			Path nativeLibrary) {
		ServiceCommandLine commandLine = new ServiceLaunch(settings.name(), settings.jvm(), archive, prepared,
				settings.arguments(), settings.home(), nativeLibrary)
			.commandLine();
		refuseSecrets("argument", commandLine.arguments());
		refuseSecrets("JVM option", commandLine.options());
		List<ServiceSetting> all = new ArrayList<>();
		settings.wanted().forEach(all::add);
		// After the display name, as people read it
		all.add(1, new ImagePath(imagePath(commandLine)));
		return new ServiceDefinition(settings.name(), ServiceSettings.of(all));
	}

	private static void refuseSecrets(String kind, List<String> parts) {
		SecretArgument.find(parts).ifPresent((name) -> {
			throw new CommandException(ExitStatus.USAGE,
					"The %s '%s' looks like a secret, and every user of this machine can read the command line of a service."
						.formatted(kind, name))
				.remedy("Put it into a configuration file that only the account of the service can read.");
		});
	}

	private static String imagePath(ServiceCommandLine commandLine) {
		try {
			return commandLine.toImagePath();
		}
		catch (IllegalArgumentException ex) {
			throw new UsageException(String.valueOf(ex.getMessage()));
		}
	}

}
