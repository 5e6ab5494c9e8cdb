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
import io.github.winsvc.launch.PatientWriter;
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

	private final @Nullable Path file;

	private final @Nullable Instant run;

	ReloadRecorder(@Nullable ServiceHome home) {
		this.file = (home != null) ? home.lastReload() : null;
		this.run = (home != null) ? RunRecord.read(home.lastRun()).map(RunRecord::started).orElse(null) : null;
	}

	void write(@Nullable PastReload latest, @Nullable PastReload applied, List<String> keysForRestart) {
		Path file = this.file;
		if (file == null) {
			return;
		}
		ReloadRecord record = new ReloadRecord(ProcessHandle.current().pid(), this.run, latest, applied,
				keysForRestart);
		try {
			PatientWriter.write(() -> record.write(file));
		}
		catch (IOException ex) {
			LogFactory.getLog(ReloadRecorder.class).warn("Cannot write '" + file + "'", ex);
		}
	}

}
