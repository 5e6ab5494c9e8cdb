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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The directory of a prefix that lives no longer than this JVM. If the JVM is killed, the
 * next one cleans up.
 */
final class OwnedDirectory implements AutoCloseable {

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	private final Path path;

	private final WinePrefix prefix;

	private static final Duration UNWIND_BOUND = Duration.ofSeconds(10);

	private final Thread owner = Thread.currentThread();

	private final Thread hook = new Thread(this::end, "winsvc-machine-end");

	private boolean deleted;

	private OwnedDirectory(WineHost host, Path path) {
		this.path = path;
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
		deleteAbandoned(host, machines);
		String name = owner(ProcessHandle.current()) + "-" + NUMBERS.incrementAndGet();
		OwnedDirectory directory = new OwnedDirectory(host, machines.resolve(name));
		Runtime.getRuntime().addShutdownHook(directory.hook);
		Files.createDirectory(directory.path);
		return directory;
	}

	private static void deleteAbandoned(WineHost host, Path machines) throws IOException {
		try (DirectoryStream<Path> directories = Files.newDirectoryStream(machines)) {
			for (Path directory : directories) {
				if (isAbandoned(directory.getFileName().toString())) {
					new WinePrefix(host, directory).delete();
				}
			}
		}
	}

	private static boolean isAbandoned(String name) {
		Optional<ProcessHandle> owner = ProcessHandle.of(Long.parseLong(name.substring(0, name.indexOf('-'))));
		return owner.isEmpty() || !name.startsWith(owner(owner.get()) + "-");
	}

	private static String owner(ProcessHandle process) {
		return process.pid() + "-" + process.info().startInstant().map((start) -> start.toEpochMilli()).orElse(0L);
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
			this.prefix.delete();
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
