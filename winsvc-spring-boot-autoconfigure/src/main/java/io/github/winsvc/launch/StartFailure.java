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
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * Why an application did not start, written by the service's process for the operator who
 * started it.
 *
 * @param processId the process that failed
 * @param time when it failed
 * @param description what happened
 * @param action what to do about it, possibly empty
 * @since 0.1.0
 */
public record StartFailure(long processId, Instant time, String description, String action) {

	/**
	 * Write the failure for {@link #read}.
	 * @param file the file to replace
	 * @throws IOException if it cannot be written
	 */
	public void write(Path file) throws IOException {
		Properties properties = new Properties();
		properties.setProperty("process-id", Long.toString(this.processId));
		properties.setProperty("time", this.time.toString());
		properties.setProperty("description", this.description);
		properties.setProperty("action", this.action);
		PropertiesFile.write(properties, file);
	}

	/**
	 * Read the last failure.
	 * @param file the file
	 * @return the failure, empty if there is none to read
	 */
	public static Optional<StartFailure> read(Path file) {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
			return Optional.of(new StartFailure(Long.parseLong(properties.getProperty("process-id", "0")),
					Instant.parse(properties.getProperty("time", "")), properties.getProperty("description", ""),
					properties.getProperty("action", "")));
		}
		catch (IOException | RuntimeException ex) {
			return Optional.empty();
		}
	}

}
