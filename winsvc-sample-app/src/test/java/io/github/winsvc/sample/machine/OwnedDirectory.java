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

package io.github.winsvc.sample.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The directory of a prefix that lives no longer than this JVM. If the JVM is killed, the
 * next one cleans up.
 */
final class OwnedDirectory implements AutoCloseable {

	private static final String LOCK = ".lock";

	private static final String OURS = ProcessHandle.current().pid() + "-";

	private static final Duration UNWIND_BOUND = Duration.ofSeconds(10);

	private final Path path;

	private final FileMutex ownership;

	private final WinePrefix prefix;

	private final Thread owner = Thread.currentThread();

	private final Thread hook = new Thread(this::end, "winsvc-machine-end");

	private boolean deleted;

	private OwnedDirectory(WineHost host, Path path, FileMutex ownership) {
		this.path = path;
		this.ownership = ownership;
		this.prefix = new WinePrefix(host, path);
	}

	/**
	 * Create a directory, and delete those of processes that have ended.
	 * @param host the Wine that runs in it
	 * @param cache the directory to create it in
	 * @return the directory, empty
	 * @throws IOException if it cannot be created
	 */
	static OwnedDirectory create(WineHost host, Path cache) throws IOException {
		Path machines = Files.createDirectories(cache.resolve("machines"));
		FileMutex change = FileMutex.lock(cache.resolve("machines" + LOCK));
		try (change) {
			deleteAbandoned(host, machines);
			Path path = machines.resolve(OURS + UUID.randomUUID().toString().substring(0, 8));
			OwnedDirectory directory = new OwnedDirectory(host, path, FileMutex.lock(lockOf(path)));
			Runtime.getRuntime().addShutdownHook(directory.hook);
			Files.createDirectory(directory.path);
			return directory;
		}
	}

	private static void deleteAbandoned(WineHost host, Path machines) throws IOException {
		try (Stream<Path> paths = Files.list(machines)) {
			for (Path directory : paths.filter(OwnedDirectory::isOfAnother).toList()) {
				Optional<FileMutex> abandoned = FileMutex.tryLock(lockOf(directory));
				if (abandoned.isPresent()) {
					delete(new WinePrefix(host, directory), directory, abandoned.get());
				}
			}
		}
	}

	private static void delete(WinePrefix prefix, Path directory, FileMutex ownership) throws IOException {
		try (ownership) {
			prefix.delete();
			Files.delete(lockOf(directory));
		}
	}

	private static boolean isOfAnother(Path directory) {
		String name = directory.getFileName().toString();
		return !name.startsWith(OURS) && !name.endsWith(LOCK);
	}

	private static Path lockOf(Path directory) {
		return directory.resolveSibling(directory.getFileName() + LOCK);
	}

	Path path() {
		return this.path;
	}

	WinePrefix prefix() {
		return this.prefix;
	}

	@Override
	public void close() {
		delete();
		if (!Thread.currentThread().equals(this.hook)) {
			removeHook();
		}
	}

	/**
	 * Whoever is still at work here would put back what is being deleted.
	 */
	private void end() {
		this.owner.interrupt();
		try {
			this.owner.join(UNWIND_BOUND.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		delete();
	}

	private synchronized void delete() {
		if (!this.deleted) {
			try {
				delete(this.prefix, this.path, this.ownership);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			this.deleted = true;
		}
	}

	private void removeHook() {
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// The JVM is ending and runs the hook, which finds nothing left to do.
		}
	}

}
