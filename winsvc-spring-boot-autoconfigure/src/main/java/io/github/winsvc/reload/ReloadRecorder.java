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
import java.time.Instant;
import java.util.List;

import io.github.winsvc.launch.PastReload;
import io.github.winsvc.launch.ReloadRecord;
import io.github.winsvc.launch.RunRecord;
import io.github.winsvc.launch.ServiceHome;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Tells the commands of operators what has become of the reloads of this run, in the home
 * of the service. Without a home nothing is told. What cannot be written is logged and
 * does not matter more.
 */
class ReloadRecorder {

	/** On Windows a file that somebody reads at this very moment is not replaced. */
	private static final int ATTEMPTS = 20;

	private static final long PAUSE_MILLIS = 20;

	private final @Nullable Path file;

	private final @Nullable Instant run;

	ReloadRecorder(@Nullable ServiceHome home) {
		this.file = (home != null) ? home.lastReload() : null;
		this.run = (home != null) ? RunRecord.read(home.lastRun()).map(RunRecord::started).orElse(null) : null;
	}

	void write(@Nullable PastReload latest, @Nullable PastReload applied, List<String> keysForRestart) {
		if (this.file == null) {
			return;
		}
		ReloadRecord record = new ReloadRecord(ProcessHandle.current().pid(), this.run, latest, applied,
				keysForRestart);
		try {
			write(record, this.file);
		}
		catch (IOException ex) {
			LogFactory.getLog(ReloadRecorder.class).warn("Cannot write '" + this.file + "'", ex);
		}
	}

	private static void write(ReloadRecord record, Path file) throws IOException {
		for (int attempt = 1;; attempt++) {
			try {
				record.write(file);
				return;
			}
			catch (IOException ex) {
				if (attempt == ATTEMPTS || !rest()) {
					throw ex;
				}
			}
		}
	}

	/**
	 * Wait a little.
	 * @return whether nobody wants the thread to end
	 */
	private static boolean rest() {
		try {
			Thread.sleep(PAUSE_MILLIS);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
