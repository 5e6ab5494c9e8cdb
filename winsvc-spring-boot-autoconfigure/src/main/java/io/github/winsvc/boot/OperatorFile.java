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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.github.winsvc.launch.ApplicationArchive;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/**
 * The file {@code winsvc.yml} beside the jar, in which an operator configures the service
 * without a look into the jar. It takes precedence over the configuration of the
 * application, and leaves it to the command line and to environment variables.
 */
final class OperatorFile {

	static final String NAME = ApplicationArchive.OPERATOR_FILE;

	private OperatorFile() {
	}

	/**
	 * Add the file of the jar that this process runs, if there is one.
	 * @throws IllegalStateException if it cannot be read; the message is for operators
	 */
	static void addTo(ConfigurableEnvironment environment) {
		directory().ifPresent((directory) -> addTo(environment, directory));
	}

	/**
	 * Return where the file is, or would be if there were one.
	 * @return the file, empty if this process runs no jar
	 */
	static Optional<Path> path() {
		return directory().map((directory) -> directory.resolve(NAME));
	}

	private static Optional<Path> directory() {
		return ApplicationArchive.ofThisProcess().map(ApplicationArchive::directory);
	}

	static void addTo(ConfigurableEnvironment environment, Path directory) {
		Path file = directory.resolve(NAME);
		if (!Files.exists(file)) {
			return;
		}
		List<PropertySource<?>> documents = load(file);
		if (documents.size() > 1) {
			throw new IllegalStateException(file + " has several documents. Make it one.");
		}
		documents.forEach((document) -> environment.getPropertySources()
			.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, document));
	}

	private static List<PropertySource<?>> load(Path file) {
		try {
			return new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file));
		}
		catch (IOException | RuntimeException ex) {
			String reason = String.valueOf(NestedExceptionUtils.getMostSpecificCause(ex).getMessage());
			throw new IllegalStateException("%s cannot be read: %s".formatted(file, reason), ex);
		}
	}

}
