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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.winsvc.scm.EndedRun;
import io.github.winsvc.scm.ExitCode;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the service leaves for the next one, in a file of its home.
 *
 * @param run the run, without an end as long as it lasts
 * @param systemStart when Windows was started, {@code null} if unknown
 * @param starts how often the service was started since then, this run included
 * @param ownEnds when the service ended itself in the hope of a better life, the latest
 * last
 * @param application the jar that the process runs, {@code null} if it runs none
 * @since 0.1.0
 */
public record RunRecord(EndedRun run, @Nullable Instant systemStart, int starts, List<Instant> ownEnds,
		@Nullable Path application) {

	public RunRecord {
		ownEnds = List.copyOf(ownEnds);
	}

	/**
	 * Return when the run was started.
	 * @return the time, which no other run of the service has
	 */
	public Instant started() {
		return this.run.started();
	}

	/**
	 * Write the record for {@link #read}.
	 * @param file the file to replace
	 * @throws IOException if it cannot be written
	 */
	public void write(Path file) throws IOException {
		Properties properties = new Properties();
		properties.setProperty("started", this.run.started().toString());
		put(properties, "ended", this.run.ended());
		ExitCode exitCode = this.run.exitCode();
		if (exitCode != null) {
			put(properties, "exit-code.win32", exitCode.win32());
			put(properties, "exit-code.service-specific", exitCode.serviceSpecific());
		}
		put(properties, "stop", this.run.stop());
		put(properties, "system-start", this.systemStart);
		put(properties, "starts", this.starts);
		put(properties, "application", this.application);
		put(properties, "own-ends", this.ownEnds.stream().map(Instant::toString).collect(Collectors.joining(",")));
		PropertiesFile.write(properties, file);
	}

	private static void put(Properties properties, String name, @Nullable Object value) {
		if (value != null) {
			properties.setProperty(name, value.toString());
		}
	}

	/**
	 * Read the record of the last run.
	 * @param file the file
	 * @return the record, empty if there is none to read
	 */
	public static Optional<RunRecord> read(Path file) {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
			return Optional.of(of(properties));
		}
		catch (IOException | RuntimeException ex) {
			return Optional.empty();
		}
	}

	private static RunRecord of(Properties properties) {
		Integer win32 = get(properties, "exit-code.win32", Integer::valueOf);
		ExitCode exitCode = (win32 != null)
				? ExitCode.of(win32, Integer.parseInt(properties.getProperty("exit-code.service-specific", "0")))
				: null;
		return new RunRecord(
				new EndedRun(Instant.parse(properties.getProperty("started", "")),
						get(properties, "ended", Instant::parse), exitCode, get(properties, "stop", Duration::parse)),
				get(properties, "system-start", Instant::parse),
				Integer.parseInt(properties.getProperty("starts", "1")),
				Arrays.stream(properties.getProperty("own-ends", "").split(","))
					.filter((text) -> !text.isBlank())
					.map(Instant::parse)
					.toList(),
				get(properties, "application", Path::of));
	}

	private static <T> @Nullable T get(Properties properties, String name, Function<String, T> parser) {
		String value = properties.getProperty(name);
		return (value != null) ? parser.apply(value) : null;
	}

}
