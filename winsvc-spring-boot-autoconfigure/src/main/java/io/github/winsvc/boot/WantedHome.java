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

package io.github.winsvc.boot;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.winsvc.command.UsageException;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.scm.ServiceName;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Makes the home of the service of properties, or says what is wrong with the directory.
 */
class WantedHome {

	private static final List<String> SHARED = List.of("SystemRoot", "ProgramFiles", "ProgramFiles(x86)",
			"ProgramW6432", "ProgramData", "PUBLIC", "USERPROFILE");

	private final ServiceHome standard;

	private final RegistrationProperties properties;

	private final UnaryOperator<@Nullable String> variables;

	/**
	 * Read the properties.
	 * @param variables returns the value of an environment variable, if it has one
	 * @throws UsageException if no directory can have the name of the service
	 */
	WantedHome(ServiceName name, RegistrationProperties properties, UnaryOperator<@Nullable String> variables) {
		this.properties = properties;
		this.variables = variables;
		try {
			this.standard = ServiceHome.of(name, variables.apply("ProgramData"));
		}
		catch (InvalidPathException ex) {
			throw new UsageException(
					"'%s' cannot be a service name: no directory can have it. Choose another with ".formatted(name)
							+ "--winsvc.name=<name>.");
		}
	}

	/**
	 * Return the home.
	 * @throws UsageException if a directory cannot be that of a service
	 */
	ServiceHome home() {
		Path directory = directory("home", this.properties.getHome(), this.standard.directory());
		Path logs = directory("log-directory", this.properties.getLogDirectory(), ServiceHome.logsOf(directory));
		ServiceHome home = new ServiceHome(directory, logs, this.standard.directory());
		if (directory.startsWith(logs) || logs.startsWith(home.nativeLibraries())) {
			throw Problems.refusal("log-directory", logs,
					"the service writes there, and must not write to what it runs from %s. "
						.formatted(home.nativeLibraries()) + "Choose another directory");
		}
		return home;
	}

	private Path directory(String property, @Nullable String configured, Path otherwise) {
		if (!StringUtils.hasText(configured)) {
			return otherwise;
		}
		Path path = path(property, configured.strip());
		if (path.getNameCount() == 0) {
			throw Problems.refusal(property, configured,
					"it is a whole drive. Name a directory of the service's own on it");
		}
		for (Path shared : shared()) {
			if (shared.startsWith(path)) {
				throw Problems.refusal(property, configured,
						"others use this directory too. Name one of the service's own in it");
			}
		}
		if (isOfAnotherService(path)) {
			throw Problems.refusal(property, configured,
					"it lies in the home of another service. Choose another directory");
		}
		return path;
	}

	private static Path path(String property, String configured) {
		try {
			Path path = Path.of(configured);
			if (path.isAbsolute()) {
				return path.normalize();
			}
		}
		catch (InvalidPathException ex) {
			throw Problems.refusal(property, configured.replace('\0', '?'), "it is no path");
		}
		throw Problems.refusal(property, configured,
				"it has to be a whole path with its drive, such as D:\\services\\orders");
	}

	private List<Path> shared() {
		List<Path> shared = new ArrayList<>();
		for (String name : SHARED) {
			String value = this.variables.apply(name);
			if (StringUtils.hasText(value)) {
				shared.add(Path.of(value));
			}
		}
		shared.add(root());
		return shared;
	}

	/**
	 * Return the directory of all homes in the usual place.
	 */
	private Path root() {
		Path parent = this.standard.directory().getParent();
		return (parent != null) ? parent : this.standard.directory();
	}

	/**
	 * Outside the usual place, a home is known by what install creates in it.
	 */
	private boolean isOfAnotherService(Path path) {
		if (path.startsWith(root())) {
			return !path.startsWith(this.standard.directory());
		}
		for (Path above = path.getParent(); above != null; above = above.getParent()) {
			ServiceHome home = new ServiceHome(above);
			boolean own = above.equals(ownHome());
			if (!own && Files.isDirectory(home.nativeLibraries()) && Files.isDirectory(home.data())) {
				return true;
			}
		}
		return false;
	}

	private @Nullable Path ownHome() {
		String home = this.properties.getHome();
		return StringUtils.hasText(home) ? path("home", home.strip()) : null;
	}

}
