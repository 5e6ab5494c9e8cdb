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

package io.github.winsvc.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.github.winsvc.launch.ReloadRecord;
import io.github.winsvc.launch.RunRecord;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.scm.ServiceRegistration;
import org.jspecify.annotations.Nullable;

/**
 * What the running service tells of its reloads. What a former run has told, be it one of
 * the same process id, does not count.
 */
final class ReloadRecords {

	/** A file that is being replaced cannot be read for a moment. */
	private static final int ATTEMPTS = 3;

	private final Context context;

	private final ServiceHome home;

	ReloadRecords(Context context, ServiceRegistration registration) {
		this.context = context;
		this.home = context.home(registration);
	}

	Path file() {
		return this.home.lastReload();
	}

	/**
	 * Return the record of the run that is a process.
	 * @return the record, empty if there is none
	 * @throws CommandException if it cannot be read
	 */
	Optional<ReloadRecord> ofProcess(long processId) {
		for (int attempt = 1;; attempt++) {
			try {
				return read(processId);
			}
			catch (IOException ex) {
				if (attempt == ATTEMPTS) {
					throw CommandException.of("read what the service '%s' tells of its reloads, nothing was sent"
						.formatted(this.context.name()), ex);
				}
				this.context.deadline(Waiting.POLL_INTERVAL).sleep(Waiting.POLL_INTERVAL);
			}
		}
	}

	/**
	 * Return the record of the run that is a process.
	 * @return the record, empty if there is none that can be read
	 */
	Optional<ReloadRecord> find(long processId) {
		try {
			return read(processId);
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private Optional<ReloadRecord> read(long processId) throws IOException {
		return ReloadRecord.read(file())
			.filter((record) -> record.processId() == processId)
			.filter((record) -> Objects.equals(record.run(), run()));
	}

	private @Nullable Instant run() {
		return RunRecord.read(this.home.lastRun()).map(RunRecord::started).orElse(null);
	}

}
