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

package io.github.winsvc.archive;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.github.winsvc.archive.ArchivedService.Run;
import io.github.winsvc.launch.ArchiveMethod;
import io.github.winsvc.launch.ArchiveRecord.State;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what becomes of a service from start to start, with the JVM that runs the
 * tests: the second and third ones build on the archive of the first.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ArchivedStartTests {

	private static ArchivedService service;

	@BeforeAll
	static void install(@TempDir Path home) throws Exception {
		service = ArchivedService.install(home.resolve("orders"));
	}

	private static long count(String start) throws Exception {
		try (Stream<Path> files = Files.list(service.directory().path())) {
			return files.filter((file) -> file.getFileName().toString().startsWith(start)).count();
		}
	}

	/**
	 * Have the archive made anew, which may take a run that records.
	 */
	private static void heal() throws Exception {
		for (int run = 1; run <= 2 && service.state() != State.READY; run++) {
			try (Run healing = service.start()) {
				healing.await(() -> healing.text().contains("The next start "));
				healing.stop();
			}
		}
		service.useArchive();
		assertThat(service.state()).isEqualTo(State.READY);
		assertThat(count("archive-")).isOne();
	}

	@Test
	@Order(1)
	void whenProcessIsKilledWhileBuildingThenNextStartIsFineAndCleansUp() throws Exception {
		try (Run run = service.start()) {
			run.await(() -> service.state() == State.BUILDING);
			assertThat(run.usesArchive()).isFalse();
		}
		assertThat(service.named().getFileName().toString()).startsWith("recording-");
		try (Run run = service.start()) {
			run.await(() -> service.state() == State.READY);
			run.awaitText("The next start uses an archive of classes: ready (");
			run.stop();
		}
		assertThat(count("build.log")).isZero();
		heal();
	}

	@Test
	@Order(2)
	void whenArchiveIsTruncatedThenServiceStartsAndItIsMadeAnew() throws Exception {
		Path archive = service.archive();
		try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
			file.setLength(file.length() / 3);
		}
		try (Run run = service.start()) {
			run.awaitText("is damaged");
			run.awaitText("The next start ");
			run.stop();
			assertThat(run.usesArchive()).isFalse();
		}
		heal();
		assertThat(archive).doesNotExist();
	}

	@Test
	@Order(3)
	void whenArchiveIsGarbledThenServiceStartsAndItIsMadeAnew() throws Exception {
		service.garbleArchive();
		try (Run run = service.start()) {
			run.awaitText("is damaged");
			run.awaitText("The next start ");
			run.stop();
			assertThat(run.usesArchive()).isFalse();
		}
		heal();
	}

	@Test
	@Order(4)
	void whenJarIsTouchedThenServiceStartsAndArchiveIsMadeAnew() throws Exception {
		Files.setLastModifiedTime(service.jar(), FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
		try (Run run = service.start()) {
			run.awaitText("Java, its options or the files of the application have changed");
			run.awaitText("The next start ");
			run.stop();
			assertThat(run.usesArchive()).isFalse();
		}
		heal();
	}

	@Test
	@Order(5)
	void whenServiceStopsWhileBuildingThenNothingHindersIt() throws Exception {
		Files.delete(service.directory().record());
		Files.delete(service.directory().options());
		service.directory().begin(List.of());
		try (Run run = service.start()) {
			run.await(() -> service.state() == State.BUILDING);
			long begun = System.nanoTime();
			run.stop();
			assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(2000);
			assertThat(run.text()).contains("stopped").doesNotContain("WARN", "Exception");
		}
		heal();
	}

	/**
	 * A JVM that makes no caches goes on with the archive that it has.
	 */
	@Test
	@Order(6)
	void whenCacheIsWantedThenItIsMadeIfTheJvmCan() throws Exception {
		ArchiveMethod method = ArchiveMethod.ofThisJvm(false, true).orElseThrow();
		String suffix = "." + method.archiveExtension();
		for (int run = 1; run <= 2 && !service.named().toString().endsWith(suffix); run++) {
			try (Run preparing = service.start(true)) {
				preparing.awaitText("The next start ");
				preparing.stop();
			}
		}
		try (Run run = service.start(true)) {
			run.awaitText("The JVM uses the archive " + service.archive());
			run.stop();
			assertThat(run.usesArchive()).isTrue();
		}
		assertThat(service.archive().toString()).endsWith(suffix);
	}

}
