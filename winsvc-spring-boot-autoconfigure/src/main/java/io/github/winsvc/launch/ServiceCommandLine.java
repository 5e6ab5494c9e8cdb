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

package io.github.winsvc.launch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.winsvc.scm.ServiceName;

/**
 * The command line that starts a service's JVM, as it stands in the image path of the
 * registration: {@code "java.exe" <options> -jar "application.jar" <arguments>}.
 *
 * @param java the absolute path of {@code java.exe}
 * @param options the options of the JVM, the {@linkplain #MARKER marker} among them
 * @param jar the absolute path of the application's jar
 * @param arguments the arguments of the application
 * @since 0.1.0
 */
public record ServiceCommandLine(String java, List<String> options, String jar, List<String> arguments) {

	/**
	 * The option that tells a JVM that it is the process of a service, and of which one:
	 * a system property rather than an argument, so that the application's arguments stay
	 * its own.
	 */
	public static final String MARKER = "winsvc.service";

	/**
	 * The system property that names the {@link ServiceHome}.
	 */
	public static final String HOME = "winsvc.home";

	/**
	 * The system property that names the directory of the logs, unless that is where the
	 * home has it.
	 */
	public static final String LOG_DIRECTORY = "winsvc.log-directory";

	/**
	 * The system property that names the jar from which a prepared layout was made.
	 */
	public static final String SOURCE = "winsvc.source";

	private static final String MARKER_OPTION = "-D" + MARKER + "=";

	private static final Pattern VARIABLE = Pattern.compile("%[^%]+%");

	public ServiceCommandLine {
		options = List.copyOf(options);
		arguments = List.copyOf(arguments);
	}

	/**
	 * Read an image path.
	 * @param imagePath the command line of a registered service
	 * @return the parts, empty if the line does not start a jar
	 */
	public static Optional<ServiceCommandLine> read(String imagePath) {
		List<String> parts = CommandLine.split(imagePath);
		int jar = parts.indexOf("-jar") + 1;
		if (jar < 2 || jar == parts.size()) {
			return Optional.empty();
		}
		return Optional.of(new ServiceCommandLine(parts.get(0), parts.subList(1, jar - 1), parts.get(jar),
				parts.subList(jar + 1, parts.size())));
	}

	/**
	 * Whether the command line was composed for the given service.
	 * @param name the service
	 * @return whether the marker names the service
	 */
	public boolean isMarkedFor(ServiceName name) {
		return this.options.stream().anyMatch((MARKER_OPTION + name)::equalsIgnoreCase);
	}

	/**
	 * Return the home that the service is told.
	 * @return the home, empty if the options name none
	 */
	public Optional<ServiceHome> home() {
		return directory(HOME).map((home) -> new ServiceHome(home,
				directory(LOG_DIRECTORY).orElseGet(() -> ServiceHome.logsOf(home)), home));
	}

	private Optional<Path> directory(String property) {
		String prefix = "-D" + property + "=";
		try {
			return this.options.stream()
				.filter((option) -> option.startsWith(prefix))
				.reduce((first, last) -> last)
				.map((option) -> Path.of(option.substring(prefix.length())))
				.filter(Path::isAbsolute);
		}
		catch (InvalidPathException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Return the text to register.
	 * @return the command line, quoted as {@code CommandLineToArgvW} reads it
	 * @throws IllegalArgumentException if a part looks like an environment variable,
	 * which the SCM would replace, or would be read otherwise than it was meant
	 */
	public String toImagePath() {
		for (String option : this.options) {
			if (option.isBlank() || option.equals("-jar")) {
				throw new IllegalArgumentException(
						"'" + option + "' cannot be an option of the service's JVM. Leave it out.");
			}
		}
		List<String> parts = new ArrayList<>();
		parts.add(this.java);
		parts.addAll(this.options);
		parts.add("-jar");
		parts.add(this.jar);
		parts.addAll(this.arguments);
		for (String part : parts) {
			if (part.indexOf('\0') != -1) {
				throw new IllegalArgumentException("The command line of a service ends at the NUL character in '"
						+ part.replace('\0', '?') + "'. Leave it out.");
			}
			if (VARIABLE.matcher(part).find()) {
				throw new IllegalArgumentException("Windows would replace the environment variable in '" + part
						+ "' whenever it starts the service. Write its value instead.");
			}
		}
		return CommandLine.join(parts);
	}

}
