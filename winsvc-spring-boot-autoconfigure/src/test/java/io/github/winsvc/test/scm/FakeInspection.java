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
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.winsvc.scm.FileRole;
import io.github.winsvc.scm.ServiceInspection;
import io.github.winsvc.scm.ServiceName;
import org.jspecify.annotations.Nullable;

/**
 * Access control lists in memory, beside the services of a {@link FakeScm}. Nobody but
 * administrators may write anywhere unless a test says so.
 *
 * @since 0.1.0
 */
public final class FakeInspection implements ServiceInspection {

	private final FakeScm scm;

	private final Map<Path, List<String>> writers = new ConcurrentHashMap<>();

	private final Set<Path> hidden = ConcurrentHashMap.newKeySet();

	private volatile @Nullable Path withoutLists;

	/**
	 * Create a new inspection.
	 * @param scm the SCM whose services may be marked for deletion
	 */
	public FakeInspection(FakeScm scm) {
		this.scm = scm;
	}

	/**
	 * Let accounts write to a file or directory.
	 * @param path the file or directory
	 * @param accounts the accounts
	 */
	public void letWrite(Path path, String... accounts) {
		this.writers.put(path, List.of(accounts));
	}

	/**
	 * Hide the list of a file or directory from the operator.
	 * @param path the file or directory
	 */
	public void hide(Path path) {
		this.hidden.add(path);
	}

	/**
	 * Be a file system without access control lists in a directory.
	 * @param directory the directory
	 */
	public void keepNoListsBelow(Path directory) {
		this.withoutLists = directory;
	}

	@Override
	public Optional<List<String>> otherWriters(Path path, FileRole role, ServiceName name) throws IOException {
		if (this.hidden.contains(path)) {
			throw new AccessDeniedException(path.toString());
		}
		if (!this.writers.containsKey(path) && !Files.exists(path)) {
			throw new NoSuchFileException(path.toString());
		}
		Path directory = this.withoutLists;
		return (directory != null && path.startsWith(directory)) ? Optional.empty()
				: Optional.of(this.writers.getOrDefault(path, List.of()));
	}

	@Override
	public boolean isMarkedForDeletion(ServiceName name) {
		return this.scm.find(name).filter(FakeService::isMarked).isPresent();
	}

}
