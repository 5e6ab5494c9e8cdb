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

package io.github.winsvc.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.winsvc.launch.ArchiveRecord;
import io.github.winsvc.sample.machine.Await;
import io.github.winsvc.sample.machine.WindowsMachine;
import io.github.winsvc.scm.ServiceState;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a service that is prepared to start fast, one after the other.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PreparedIT {

	/** Wine takes longer than any Windows for the classes of each jar. */
	private static final Duration BUILD_PATIENCE = Duration.ofMinutes(6);

	@AutoClose
	private static WindowsMachine machine;

	private static Operator operator;

	@BeforeAll
	static void open() {
		machine = WindowsMachine.open();
		operator = Operator.withSmallJar(machine);
	}

	@Test
	@Order(1)
	void whenInstalledThenItRunsALayoutAndRecords() {
		operator.run("--winsvc.install", "--winsvc.archive.delay=1m").orFail();
		assertThat(layouts()).singleElement().satisfies((layout) -> assertThat(layout.resolve("lib")).isDirectory());
		assertThat(operator.run("--winsvc.status").orFail().output()).contains(operator.jar().windows())
			.containsPattern("Layout +" + layouts().get(0).getFileName() + ", laid out ")
			.containsPattern("Archive +recorded while the service runs");
	}

	@Test
	@Order(2)
	void whenTheServiceRunsThenItsJarCanBeReplaced() {
		Path former = layouts().get(0);
		machine.system("cmd.exe", "/c", "del", operator.jar().windows()).orFail();
		assertThat(operator.jar().host()).doesNotExist();
		SmallJar.write(operator.jar().host(), "2");
		assertThat(operator.run("--winsvc.status").orFail().output())
			.containsPattern("Jar now +changed .*: --winsvc.update brings it in");
		operator.run("--winsvc.update", "--winsvc.archive.delay=1s").orFail();
		assertThat(layouts()).hasSize(2);
		assertThat(operator.run("--winsvc.status").orFail().output())
			.containsPattern("Running +" + former.getFileName() + ", an older layout: --winsvc.restart");
		operator.run("--winsvc.restart").orFail();
		assertThat(layouts()).hasSize(1).doesNotContain(former);
	}

	@Test
	@Order(3)
	void whenTheServiceIsIdleThenItBuildsAnArchive() {
		long process = operator.processId();
		Await.until(PreparedIT::record, (record) -> record.filter(PreparedIT::isBuilt).isPresent(), BUILD_PATIENCE,
				"an archive");
		assertThat(record().orElseThrow().state()).isEqualTo(ArchiveRecord.State.READY);
		assertThat(operator.processId()).isEqualTo(process);
		assertThat(operator.run("--winsvc.status").orFail().output())
			.containsPattern("Archive +ready \\(\\d+ MB, built ");
	}

	@Test
	@Order(4)
	void whenStartedAgainThenItUsesTheArchive() {
		operator.run("--winsvc.restart").orFail();
		awaitUseOfTheArchive();
	}

	@Test
	@Order(5)
	void whenTheLayoutWasTouchedThenItStartsWithoutTheArchiveAndBuildsAnother() throws IOException {
		operator.run("--winsvc.stop").orFail();
		Path jar = layouts().get(0).resolve("small.jar");
		Files.setLastModifiedTime(jar, FileTime.fromMillis(System.currentTimeMillis()));
		operator.run("--winsvc.start").orFail();
		assertThat(machine.query(Operator.SERVICE).orElseThrow().state()).isEqualTo(ServiceState.RUNNING);
		Await.until(PreparedIT::record,
				(record) -> record.filter((now) -> now.state() == ArchiveRecord.State.BUILDING).isPresent(),
				Operator.PATIENCE, "the archive is built anew");
		assertThat(lastStart()).noneMatch((line) -> line.contains("The JVM uses the archive "));
	}

	@Test
	@Order(6)
	void whenUninstalledWhileItBuildsThenOnlyLogsAndDataAreLeft() {
		operator.run("--winsvc.uninstall").orFail();
		assertThat(Operator.files(operator.home())).isNotEmpty().allMatch((file) -> file.startsWith("logs/"));
		assertThat(operator.home().resolve("application")).doesNotExist();
		assertThat(operator.home().resolve("archive")).doesNotExist();
	}

	@Test
	@Order(7)
	void whenInstalledInPlaceThenTheFirstRunBuildsAnArchive() {
		operator.run("--winsvc.install", "--winsvc.layout=in-place", "--winsvc.archive.delay=1s").orFail();
		awaitArchiveInPlace();
		assertThat(operator.home().resolve("application")).doesNotExist();
		assertThat(operator.run("--winsvc.status").orFail().output())
			.containsPattern("Archive +ready \\(\\d+ MB, built ");
	}

	@Test
	@Order(8)
	void whenStartedAgainInPlaceThenItUsesTheArchive() {
		operator.run("--winsvc.restart").orFail();
		awaitUseOfTheArchive();
	}

	@Test
	@Order(9)
	void whenTheJarIsReplacedInPlaceThenItStartsWithoutTheArchiveAndBuildsAnother() {
		operator.run("--winsvc.stop").orFail();
		SmallJar.write(operator.jar().host(), "3");
		operator.run("--winsvc.start").orFail();
		Await.until(PreparedIT::lastStart,
				(log) -> log.stream().anyMatch((line) -> line.contains("the files of the application have changed")),
				Operator.PATIENCE, "word of the change");
		awaitArchiveInPlace();
	}

	@Test
	@Order(10)
	void whenTheArchiveInPlaceIsTruncatedThenItStartsWithoutAndBuildsAnother() throws IOException {
		operator.run("--winsvc.stop").orFail();
		Path archive = archiveInPlace();
		try (FileChannel file = FileChannel.open(archive, StandardOpenOption.WRITE)) {
			file.truncate(file.size() / 3);
		}
		operator.run("--winsvc.start").orFail();
		Await.until(PreparedIT::lastStart,
				(log) -> log.stream().anyMatch((line) -> line.contains(archive.getFileName() + " is damaged")),
				Operator.PATIENCE, "word of the damage");
		awaitArchiveInPlace();
		operator.run("--winsvc.restart").orFail();
		awaitUseOfTheArchive();
	}

	private static void awaitArchiveInPlace() {
		Await.until(() -> record("in-place"), (record) -> record.filter(PreparedIT::isBuilt).isPresent(),
				BUILD_PATIENCE, "an archive");
		assertThat(record("in-place").orElseThrow().state()).isEqualTo(ArchiveRecord.State.READY);
	}

	private static Path archiveInPlace() {
		return operator.home().resolve("archive/in-place").resolve(record("in-place").orElseThrow().archive().file());
	}

	private static void awaitUseOfTheArchive() {
		Await.until(PreparedIT::lastStart,
				(log) -> log.stream().anyMatch((line) -> line.contains("The JVM uses the archive ")), Operator.PATIENCE,
				"word of the archive");
	}

	private static boolean isBuilt(ArchiveRecord record) {
		return record.state() != ArchiveRecord.State.RECORDING && record.state() != ArchiveRecord.State.BUILDING;
	}

	private static Optional<ArchiveRecord> record() {
		return record(layouts().get(0).getFileName().toString());
	}

	private static Optional<ArchiveRecord> record(String layout) {
		return ArchiveRecord.read(operator.home().resolve("archive").resolve(layout).resolve("archive.properties"));
	}

	private static List<Path> layouts() {
		try (Stream<Path> layouts = Files.list(operator.home().resolve("application"))) {
			return layouts.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return what has been logged since the last connection to the SCM.
	 */
	private static List<String> lastStart() {
		List<String> log = operator.log();
		int begin = 0;
		for (int line = 0; line < log.size(); line++) {
			if (log.get(line).contains("Connected to the SCM")) {
				begin = line;
			}
		}
		return log.subList(begin, log.size());
	}

}
