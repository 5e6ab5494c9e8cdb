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
import java.util.List;

import io.github.winsvc.launch.PastReload.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ReloadRecord} and {@link PastReload}.
 */
class ReloadRecordTests {

	private static final Instant TIME = Instant.parse("2026-05-04T03:02:01.123456789Z");

	private static final PastReload APPLIED = new PastReload(TIME, "file", Outcome.APPLIED,
			List.of("orders.a,b", "orders.\u00e4[=:# ]"), List.of("orders.a,b"), List.of(), Duration.ofMillis(118));

	private static final PastReload REJECTED = new PastReload(TIME.plusSeconds(1), "PARAMCHANGE", Outcome.REJECTED,
			List.of(), List.of(), List.of("a is \"x\": C:\\orders", "b is \u20ac"), Duration.ofNanos(5));

	@TempDir
	private Path directory;

	private Path file() {
		return this.directory.resolve("last-reload.properties");
	}

	@Test
	void whenWrittenThenItIsReadAsItWas() throws IOException {
		ReloadRecord record = new ReloadRecord(4711, TIME, REJECTED, APPLIED, List.of("server.port", "winsvc.group"));
		record.write(file());
		assertThat(ReloadRecord.read(file())).contains(record);
		assertThat(this.directory).isDirectoryNotContaining((path) -> path.toString().endsWith(".new"));
	}

	@Test
	void whenNothingHasHappenedYetThenThatIsReadToo() throws IOException {
		ReloadRecord record = new ReloadRecord(4711, null, null, null, List.of());
		record.write(file());
		assertThat(ReloadRecord.read(file())).contains(record);
	}

	@Test
	void whenThereIsNoFileThenThereIsNoRecord() throws IOException {
		assertThat(ReloadRecord.read(file())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "process-id=many", "process-id=1\nrun=yesterday", "process-id=1\nlatest.begun=now",
			"process-id=1\nlatest.begun=2026-05-04T03:02:01Z\nlatest.outcome=FINE\nlatest.duration=PT1S" })
	void whenFileIsGarbageThenThereIsNoRecord(String text) throws IOException {
		Files.writeString(file(), text);
		assertThat(ReloadRecord.read(file())).isEmpty();
	}

	@Test
	void whenFileCannotBeReadThenThatIsTold() throws IOException {
		Files.createDirectory(file());
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> ReloadRecord.read(file()));
	}

	@Test
	void whenReasonIsLongThenItIsCutAndOfOneLine() {
		PastReload reload = new PastReload(TIME, "file", Outcome.REJECTED, List.of(), List.of(),
				List.of("x".repeat(1_000_000), "a\n  b"), Duration.ZERO);
		assertThat(reload.reasons().get(0)).hasSize(PastReload.REASON_LENGTH).endsWith("x...");
		assertThat(reload.reasons().get(1)).isEqualTo("a b");
	}

}
