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
import java.util.Optional;
import java.util.function.Supplier;

import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.Win32Error;

/**
 * What a command works with.
 *
 * @param name the service that is acted on, the application's own unless it is one that
 * depends on it
 */
record Context(ServiceName name, CommandSettings settings, Machine machine, ServiceManager manager, Output output) {

	Context(CommandSettings settings, Machine machine, ServiceManager manager, Output output) {
		this(settings.name(), settings, machine, manager, output);
	}

	/**
	 * Return a context in which another service is the one that is acted on.
	 */
	Context about(ServiceName other) {
		return new Context(other, this.settings, this.machine, this.manager, this.output);
	}

	void line(String text) {
		this.output.line(text);
	}

	Deadline deadline(Duration bound) {
		return new Deadline(this.machine.time(), bound);
	}

	/**
	 * Return the status of a service that must be there.
	 */
	ServiceProcess process() {
		return this.manager.query(name()).orElseThrow(notInstalled());
	}

	/**
	 * Return the registration of a service that must be there and that an operator may
	 * touch.
	 */
	ServiceRegistration registration() {
		ServiceRegistration registration = this.manager.find(name()).orElseThrow(notInstalled());
		Ownership.require(registration, this.settings, Ownership.MARKED);
		return registration;
	}

	/**
	 * Refuse a verb whose rights nobody has without elevation, before any of it is done.
	 */
	void requireElevation(Verb verb) {
		if (!this.machine.elevation().isElevated()) {
			throw new CommandException(ExitStatus.ACCESS_DENIED,
					"Could not %s the service '%s' because this process is not elevated: %s".formatted(verb, name(),
							Win32Error.ACCESS_DENIED))
				.error(Win32Error.ACCESS_DENIED);
		}
	}

	/**
	 * Return the home that the service was registered with, else that of the
	 * configuration.
	 */
	ServiceHome home() {
		return this.manager.find(name()).map(this::home).orElse(this.settings.home());
	}

	ServiceHome home(ServiceRegistration registration) {
		return commandLine(registration).flatMap(ServiceCommandLine::home).orElse(this.settings.home());
	}

	/**
	 * Return the command line of a service of winsvc, empty if it is another one.
	 */
	static Optional<ServiceCommandLine> commandLine(ServiceRegistration registration) {
		return registration.settings()
			.find(ImagePath.class)
			.flatMap((imagePath) -> ServiceCommandLine.read(imagePath.value()))
			.filter((line) -> line.isMarkedFor(registration.name()));
	}

	Supplier<CommandException> notInstalled() {
		return () -> new CommandException(ExitStatus.NOT_INSTALLED,
				"The service '%s' is not installed.".formatted(name()))
			.remedy("Install it with --winsvc.install, or name another one with --winsvc.name=<name>");
	}

}
