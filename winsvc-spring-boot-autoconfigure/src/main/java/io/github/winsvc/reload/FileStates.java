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

package io.github.winsvc.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What stands in files, as hashes. A file is only read again if its size or time differs,
 * or if it was read so soon after its change that another one might not show in these.
 */
class FileStates {

	private static final Duration YOUNG = Duration.ofSeconds(5);

	private final Map<Path, State> known = new HashMap<>();

	/**
	 * Return the hash of each file. A file that cannot be read now, because another
	 * process writes it, counts as unchanged, or as missing if it was never read.
	 */
	Map<Path, String> hashes(Set<Path> files) {
		Map<Path, String> hashes = new TreeMap<>();
		Instant now = Instant.now();
		for (Path file : files) {
			State state = state(file, now);
			if (state != null) {
				this.known.put(file, state);
				hashes.put(file, state.hash());
			}
			else {
				this.known.remove(file);
			}
		}
		this.known.keySet().retainAll(files);
		return hashes;
	}

	private @Nullable State state(Path file, Instant now) {
		State former = this.known.get(file);
		try {
			BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
			if (former != null && former.isLasting() && former.size() == before.size()
					&& former.modified().equals(before.lastModifiedTime().toInstant())) {
				return former;
			}
			String hash = hash(Files.readAllBytes(file));
			BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
			Instant modified = after.lastModifiedTime().toInstant();
			boolean lasting = before.size() == after.size()
					&& before.lastModifiedTime().equals(after.lastModifiedTime())
					&& modified.isBefore(now.minus(YOUNG));
			return new State(after.size(), modified, hash, lasting);
		}
		catch (NoSuchFileException ex) {
			return null;
		}
		catch (IOException ex) {
			return former;
		}
	}

	private static String hash(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return whether a file was modified at a time or later, as far as was seen.
	 */
	boolean isAnyModifiedSince(Instant time) {
		return this.known.values().stream().anyMatch((state) -> !state.modified().isBefore(time));
	}

	/**
	 * What was seen of a file.
	 *
	 * @param size its size
	 * @param modified when it was modified, not before what was read of it
	 * @param hash the hash of its content
	 * @param isLasting whether any change from now on shows in size or time
	 */
	private record State(long size, Instant modified, String hash, boolean isLasting) {

	}

}
