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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether the files of the configuration differ from those that were read last.
 * Looks at them instead of being notified, which works with network shares, with editors
 * that replace a file, and keeps no directory from being renamed.
 */
class FileWatch {

	private static final Log logger = LogFactory.getLog(FileWatch.class);

	private final Supplier<ConfigFiles> files;

	private final Instant readAt;

	private final Duration quietPeriod;

	private final FileStates states = new FileStates();

	private Map<Path, String> read = Map.of();

	private @Nullable Map<Path, String> unsettled;

	private long unsettledSince;

	/**
	 * Create a watch.
	 * @param files tells which files there are to look at
	 * @param readAt when the files were first read
	 * @param quietPeriod how long they must not have changed
	 */
	FileWatch(Supplier<ConfigFiles> files, Instant readAt, Duration quietPeriod) {
		this.files = files;
		this.readAt = readAt;
		this.quietPeriod = quietPeriod;
	}

	/**
	 * Begin to watch.
	 * @return whether the files may have changed since they were first read
	 */
	boolean begin() {
		Map<Path, String> hashes = hashes();
		this.read = (hashes != null) ? hashes : Map.of();
		return this.states.isAnyModifiedSince(this.readAt);
	}

	/**
	 * Return whether the files have changed, and remained so for the quiet period. It is
	 * supposed that they are read then.
	 */
	boolean hasChanged() {
		Map<Path, String> hashes = hashes();
		if (hashes == null) {
			return false;
		}
		if (hashes.equals(this.read)) {
			this.unsettled = null;
			return false;
		}
		if (!hashes.equals(this.unsettled)) {
			this.unsettled = hashes;
			this.unsettledSince = System.nanoTime();
			return false;
		}
		if (System.nanoTime() - this.unsettledSince < this.quietPeriod.toNanos()) {
			return false;
		}
		this.read = hashes;
		this.unsettled = null;
		return true;
	}

	boolean isUnsettled() {
		return this.unsettled != null;
	}

	private @Nullable Map<Path, String> hashes() {
		try {
			return this.states.hashes(this.files.get().present());
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("The files of the configuration cannot be looked at now", ex);
			return null;
		}
	}

}
