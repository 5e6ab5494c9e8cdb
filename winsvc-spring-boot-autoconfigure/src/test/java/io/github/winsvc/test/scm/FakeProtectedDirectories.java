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

package io.github.winsvc.test.scm;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

import io.github.winsvc.scm.ProtectedDirectories;
import io.github.winsvc.scm.ServiceName;

/**
 * Creates directories without protecting them, and remembers who might write to them.
 *
 * @since 0.1.0
 */
public final class FakeProtectedDirectories implements ProtectedDirectories {

	private final Map<Path, Optional<ServiceName>> directories = new ConcurrentHashMap<>();

	private final BooleanSupplier elevated;

	FakeProtectedDirectories(BooleanSupplier elevated) {
		this.elevated = elevated;
	}

	@Override
	public void createForAdministrators(Path directory) throws IOException {
		create(directory, Optional.empty());
	}

	@Override
	public void createForService(Path directory, ServiceName name) throws IOException {
		create(directory, Optional.of(name));
	}

	/**
	 * Whether a directory was protected, and only administrators can write to it.
	 * @param directory the directory
	 * @return whether no service can write to it
	 */
	public boolean isForAdministrators(Path directory) {
		return Optional.empty().equals(this.directories.get(key(directory)));
	}

	/**
	 * Whether a directory was protected, and a service can write to it.
	 * @param directory the directory
	 * @param name the service
	 * @return whether it can write to it
	 */
	public boolean isForService(Path directory, ServiceName name) {
		return Optional.of(name).equals(this.directories.get(key(directory)));
	}

	private void create(Path directory, Optional<ServiceName> writer) throws IOException {
		if (!this.elevated.getAsBoolean()) {
			throw new AccessDeniedException(directory.toString());
		}
		try {
			Files.createDirectory(directory);
		}
		catch (FileAlreadyExistsException ex) {
			if (!Files.isDirectory(directory)) {
				throw ex;
			}
		}
		this.directories.put(key(directory), writer);
	}

	private Path key(Path directory) {
		return directory.toAbsolutePath().normalize();
	}

}
