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

package io.github.winsvc.migrate;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.winsvc.scm.RegistryReader;
import io.github.winsvc.scm.ServiceRegistration;

/**
 * Finds out who runs a service, and reads what that program knows of it. Changes nothing.
 *
 * @since 0.1.0
 */
public final class Migrator {

	private Migrator() {
	}

	/**
	 * Read the configuration file of WinSW.
	 * @param file the file
	 * @return what it would be with winsvc
	 * @throws MigrationException if the file cannot be read
	 */
	public static Migration ofFile(Path file) throws MigrationException {
		if (file.toString().toLowerCase(Locale.ROOT).matches("(?s).*\\.ya?ml")) {
			throw new MigrationException("only the XML form of a WinSW file can be read");
		}
		return WinswFile.read(file, null);
	}

	/**
	 * Read an installed service.
	 * @param registration what is registered of it
	 * @param registry where its program may have written the rest
	 * @return what it would be with winsvc
	 * @throws MigrationException if the configuration file of its program cannot be read
	 */
	public static Migration ofService(ServiceRegistration registration, RegistryReader registry)
			throws MigrationException {
		InstalledService service = new InstalledService(registration, registry);
		if (NssmService.matches(service)) {
			return NssmService.read(service);
		}
		if (ProcrunService.matches(service)) {
			return ProcrunService.read(service);
		}
		Optional<Path> winsw = winswFile(service);
		return winsw.isPresent() ? WinswFile.read(winsw.get(), service.account()) : PlainService.read(service);
	}

	/**
	 * Find the file that WinSW was told of or, beside its program, the one of its name.
	 */
	private static Optional<Path> winswFile(InstalledService service) {
		String beside = service.program().replaceFirst("(?i)\\.exe$", "") + ".xml";
		return Stream.concat(service.arguments().stream(), Stream.of(beside))
			.filter((path) -> path.toLowerCase(Locale.ROOT).endsWith(".xml") && !JavaLaunch.isJava(service.program()))
			.flatMap((path) -> path(path).stream())
			.filter(Files::isRegularFile)
			.findFirst();
	}

	private static Optional<Path> path(String text) {
		try {
			return Optional.of(Path.of(text));
		}
		catch (InvalidPathException ex) {
			return Optional.empty();
		}
	}

}
