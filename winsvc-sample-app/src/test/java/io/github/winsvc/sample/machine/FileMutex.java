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
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A lock that one JVM at a time holds, by means of a file. It ends with the JVM.
 *
 * @param channel holds the lock
 */
record FileMutex(FileChannel channel) implements AutoCloseable {

	/**
	 * Wait for a lock. No other thread of this JVM may be holding it.
	 * @param file the file, created if need be
	 * @return the lock
	 * @throws IOException if the file cannot be locked
	 */
	static FileMutex lock(Path file) throws IOException {
		FileChannel channel = open(file);
		channel.lock();
		return new FileMutex(channel);
	}

	/**
	 * Take a lock if no other JVM holds it. This JVM must not hold it: to look at the
	 * file would give it up.
	 * @param file the file, created if need be
	 * @return the lock, empty if another JVM holds it
	 * @throws IOException if the file cannot be locked
	 */
	static Optional<FileMutex> tryLock(Path file) throws IOException {
		FileChannel channel = open(file);
		if (channel.tryLock() == null) {
			channel.close();
			return Optional.empty();
		}
		return Optional.of(new FileMutex(channel));
	}

	private static FileChannel open(Path file) throws IOException {
		return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
