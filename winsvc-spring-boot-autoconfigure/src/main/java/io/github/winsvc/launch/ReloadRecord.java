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

package io.github.winsvc.launch;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/**
 * What a run of the service tells operators of its reloads, in a file of its home. It is
 * written when the run begins and after each reload, so it answers whoever has asked for
 * one: its {@linkplain #latest() latest reload} has begun after that.
 *
 * @param processId the process of the run
 * @param run when the run was started, {@code null} if unknown
 * @param latest the latest reload, {@code null} if there was none yet
 * @param applied the latest reload that has changed something, {@code null} if there was
 * none yet
 * @param keysForRestart the properties that have changed since the start and take effect
 * at the next one
 * @since 0.1.0
 */
public record ReloadRecord(long processId, @Nullable Instant run, @Nullable PastReload latest,
		@Nullable PastReload applied, List<String> keysForRestart) {

	private static final String SEPARATOR = "\n";

	public ReloadRecord {
		keysForRestart = List.copyOf(keysForRestart);
	}

	/**
	 * Write the record for {@link #read}.
	 * @param file the file to replace
	 * @throws IOException if it cannot be written
	 */
	public void write(Path file) throws IOException {
		Properties properties = new Properties();
		properties.setProperty("process-id", Long.toString(this.processId));
		if (this.run != null) {
			properties.setProperty("run", this.run.toString());
		}
		put(properties, "latest.", this.latest);
		put(properties, "applied.", this.applied);
		put(properties, "keys-for-restart", this.keysForRestart);
		PropertiesFile.write(properties, file);
	}

	private static void put(Properties properties, String prefix, @Nullable PastReload reload) {
		if (reload != null) {
			properties.setProperty(prefix + "begun", reload.begun().toString());
			properties.setProperty(prefix + "trigger", reload.trigger());
			properties.setProperty(prefix + "outcome", reload.outcome().name());
			put(properties, prefix + "keys", reload.keys());
			put(properties, prefix + "keys-for-restart", reload.keysForRestart());
			put(properties, prefix + "reasons", reload.reasons());
			properties.setProperty(prefix + "duration", reload.duration().toString());
		}
	}

	private static void put(Properties properties, String name, List<String> lines) {
		properties.setProperty(name, String.join(SEPARATOR, lines));
	}

	/**
	 * Read the record of the last run.
	 * @param file the file
	 * @return the record, empty if there is none
	 * @throws IOException if it cannot be read
	 */
	public static Optional<ReloadRecord> read(Path file) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
			String run = properties.getProperty("run");
			return Optional.of(new ReloadRecord(Long.parseLong(properties.getProperty("process-id", "")),
					(run != null) ? Instant.parse(run) : null, reload(properties, "latest."),
					reload(properties, "applied."), lines(properties, "keys-for-restart")));
		}
		catch (NoSuchFileException | RuntimeException ex) {
			return Optional.empty();
		}
	}

	private static @Nullable PastReload reload(Properties properties, String prefix) {
		String begun = properties.getProperty(prefix + "begun");
		return (begun == null) ? null
				: new PastReload(Instant.parse(begun), properties.getProperty(prefix + "trigger", ""),
						PastReload.Outcome.valueOf(properties.getProperty(prefix + "outcome", "")),
						lines(properties, prefix + "keys"), lines(properties, prefix + "keys-for-restart"),
						lines(properties, prefix + "reasons"),
						Duration.parse(properties.getProperty(prefix + "duration", "")));
	}

	private static List<String> lines(Properties properties, String name) {
		return properties.getProperty(name, "").lines().toList();
	}

}
