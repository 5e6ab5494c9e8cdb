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
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/**
 * How it stands with the archive that makes the next start fast. Written by the service,
 * read by its next run and by commands.
 *
 * @param state how it stands
 * @param java the version of Java for which it is so, {@code null} if unknown
 * @param reason why there is none, or why it is made anew
 * @param archive the archive, {@code null} unless one was built
 * @param fingerprint what the archive, or the failure, depends on
 * @param list the name of the list of classes from which it can be built anew
 * @param rebuilt whether the archive took the place of one that the JVM did not accept
 * @since 0.1.0
 */
public record ArchiveRecord(State state, @Nullable String java, @Nullable String reason, @Nullable BuiltArchive archive,
		@Nullable String fingerprint, @Nullable String list, boolean rebuilt) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private static final long MEGABYTE = 1024 * 1024;

	/**
	 * Return the record of an archive of which there is nothing yet.
	 * @param obstacle why there will be none, {@code null} if the next start records
	 * @return the record
	 */
	static ArchiveRecord begun(@Nullable String obstacle) {
		return of((obstacle != null) ? State.OFF : State.RECORDING, null, obstacle);
	}

	/**
	 * Return a record without an archive.
	 * @param state the state
	 * @param java the version of Java
	 * @param reason the reason, if there is one
	 * @return the record
	 */
	public static ArchiveRecord of(State state, @Nullable String java, @Nullable String reason) {
		return new ArchiveRecord(state, java, reason, null, null, null, false);
	}

	/**
	 * Return how it stands, for people to read.
	 * @return for example
	 * {@code ready (63 MB, built 2026-11-25 22:50 in 12 s for Java 17.0.13)}
	 */
	public String text() {
		return text(ZoneId.systemDefault());
	}

	/**
	 * Return how it stands, for people to read.
	 * @param zone the time zone of the reader
	 * @return the text
	 */
	public String text(ZoneId zone) {
		return switch (this.state) {
			case RECORDING -> (this.reason != null) ? "recorded from the next start on" + because()
					: "recorded while the service runs, built once it is idle";
			case BUILDING -> (this.reason != null) ? "being built anew" + because() : "being built";
			case READY -> "ready" + details(zone);
			case FAILED -> "failed" + because();
			case OFF -> "off" + because();
		};
	}

	private String details(ZoneId zone) {
		BuiltArchive built = this.archive;
		return (built == null) ? ""
				: " (%d MB, built %s in %d s for Java %s)".formatted(Math.max(1, built.size() / MEGABYTE),
						TIME.format(built.built().atZone(zone)), Math.max(1, built.duration().toSeconds()), this.java);
	}

	private String because() {
		return (this.reason != null) ? ": " + this.reason : "";
	}

	/**
	 * Write the record for {@link #read}.
	 * @param file the file to replace
	 * @throws IOException if it cannot be written
	 */
	public void write(Path file) throws IOException {
		Properties properties = new Properties();
		properties.setProperty("state", this.state.name());
		put(properties, "java", this.java);
		put(properties, "reason", this.reason);
		if (this.archive != null) {
			properties.setProperty("file", this.archive.file());
			properties.setProperty("size", Long.toString(this.archive.size()));
			properties.setProperty("checksum", Long.toHexString(this.archive.checksum()));
			properties.setProperty("built", this.archive.built().toString());
			properties.setProperty("duration", this.archive.duration().toString());
		}
		put(properties, "fingerprint", this.fingerprint);
		put(properties, "list", this.list);
		properties.setProperty("rebuilt", Boolean.toString(this.rebuilt));
		PropertiesFile.write(properties, file);
	}

	private static void put(Properties properties, String name, @Nullable String value) {
		if (value != null) {
			properties.setProperty(name, value);
		}
	}

	/**
	 * Read the record.
	 * @param file the file
	 * @return the record, empty if there is none to read
	 */
	public static Optional<ArchiveRecord> read(Path file) {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
			return Optional.of(new ArchiveRecord(State.valueOf(properties.getProperty("state", "")),
					properties.getProperty("java"), properties.getProperty("reason"), archive(properties),
					properties.getProperty("fingerprint"), properties.getProperty("list"),
					Boolean.parseBoolean(properties.getProperty("rebuilt"))));
		}
		catch (IOException | RuntimeException ex) {
			return Optional.empty();
		}
	}

	private static @Nullable BuiltArchive archive(Properties properties) {
		String file = properties.getProperty("file");
		return (file == null) ? null
				: new BuiltArchive(file, Long.parseLong(properties.getProperty("size", "")),
						Long.parseLong(properties.getProperty("checksum", ""), 16),
						Instant.parse(properties.getProperty("built", "")),
						Duration.parse(properties.getProperty("duration", "")));
	}

	/**
	 * How it can stand.
	 */
	public enum State {

		/** This run of the service records, or the next one if there is a reason. */
		RECORDING,

		/** It is being built in the background. */
		BUILDING,

		/** The next start uses it. */
		READY,

		/** It could not be built, or the JVM does not accept it. */
		FAILED,

		/** There is none, because somebody decided so or it cannot be. */
		OFF

	}

}
