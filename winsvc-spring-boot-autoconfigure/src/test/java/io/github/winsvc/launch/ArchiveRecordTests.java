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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import io.github.winsvc.launch.ArchiveRecord.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ArchiveRecord}.
 */
class ArchiveRecordTests {

	private static final BuiltArchive BUILT = new BuiltArchive("archive-3.jsa", 63 * 1024 * 1024, 0xFEDCBA98L,
			Instant.parse("2026-11-25T22:50:10Z"), Duration.ofMillis(12345));

	@TempDir
	private Path directory;

	private Path file() {
		return this.directory.resolve("archive.properties");
	}

	@Test
	void whenWrittenThenItIsReadAsItWas() throws IOException {
		ArchiveRecord record = new ArchiveRecord(State.READY, "17.0.13", "C:\\a = \u00e4", BUILT, "f\n1",
				"classes-2.lst", true);
		record.write(file());
		assertThat(ArchiveRecord.read(file())).contains(record);
		assertThat(this.directory).isDirectoryNotContaining("glob:**.new");
	}

	@ParameterizedTest
	@EnumSource
	void whenThereIsNoMoreThanAStateThenThatIsReadToo(State state) throws IOException {
		ArchiveRecord record = ArchiveRecord.of(state, null, null);
		record.write(file());
		assertThat(ArchiveRecord.read(file())).contains(record);
	}

	@Test
	void whenThereIsNoFileThenThereIsNoRecord() {
		assertThat(ArchiveRecord.read(file())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "state=FINE", "state=READY\nfile=a.jsa", "state=READY\nfile=a.jsa\nsize=x",
			"state=READY\nfile=a.jsa\nsize=1\nchecksum=z" })
	void whenFileIsGarbageThenThereIsNoRecord(String text) throws IOException {
		Files.writeString(file(), text);
		assertThat(ArchiveRecord.read(file())).isEmpty();
	}

	@Test
	void whenReadyThenTextTellsOfTheArchive() {
		assertThat(new ArchiveRecord(State.READY, "17.0.13", null, BUILT, null, null, false).text(ZoneOffset.UTC))
			.isEqualTo("ready (63 MB, built 2026-11-25 22:50 in 12 s for Java 17.0.13)");
	}

	@Test
	void whenThereIsNoArchiveThenTextTellsWhy() {
		assertThat(ArchiveRecord.of(State.FAILED, "17", "it is so").text()).isEqualTo("failed: it is so");
		assertThat(ArchiveRecord.of(State.OFF, null, null).text()).isEqualTo("off");
		assertThat(ArchiveRecord.of(State.RECORDING, null, "Java has changed").text())
			.isEqualTo("recorded from the next start on: Java has changed");
		assertThat(ArchiveRecord.of(State.RECORDING, null, null).text())
			.isEqualTo("recorded while the service runs, built once it is idle");
	}

}
