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

import java.util.Optional;

import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting.ImagePath;

/**
 * How a registered service relates to the application that the command runs.
 */
enum Ownership {

	/** Not installed by winsvc. */
	FOREIGN,

	/** Installed by winsvc, but from a jar in another directory. */
	MARKED,

	/** Installed by winsvc from the directory of this jar. */
	OWN;

	static Ownership of(ServiceRegistration registration, CommandSettings settings) {
		Optional<ServiceCommandLine> commandLine = Context.commandLine(registration);
		if (commandLine.isEmpty()) {
			return FOREIGN;
		}
		ApplicationArchive archive = settings.archive();
		boolean own = archive != null
				&& directory(commandLine.get().source()).equalsIgnoreCase(directory(archive.path().toString()));
		return own ? OWN : MARKED;
	}

	/**
	 * Refuse a service that is not related as closely as it must be, unless the operator
	 * wants it to be adopted.
	 */
	static void require(ServiceRegistration registration, CommandSettings settings, Ownership least) {
		Ownership ownership = of(registration, settings);
		if (ownership.compareTo(least) >= 0 || settings.adopt()) {
			return;
		}
		String imagePath = imagePath(registration);
		throw new CommandException(ExitStatus.FAILED,
				"The service '%s' %s. It runs:".formatted(registration.name(),
						(ownership == FOREIGN) ? "was not installed by winsvc"
								: "is installed from a jar in another directory"))
			.explain(imagePath)
			.remedy("Choose another name with --winsvc.name=<name>, or act on this service all the same with --winsvc.adopt")
			.detail("foreign", true)
			.detail("commandLine", imagePath);
	}

	private static String imagePath(ServiceRegistration registration) {
		return registration.settings().find(ImagePath.class).map(ImagePath::value).orElse("");
	}

	private static String directory(String jar) {
		return jar.substring(0, Math.max(jar.lastIndexOf('\\'), jar.lastIndexOf('/')) + 1);
	}

}
