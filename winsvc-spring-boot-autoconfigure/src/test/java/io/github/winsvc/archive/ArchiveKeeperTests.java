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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.winsvc.launch.ArchiveDirectory;
import io.github.winsvc.launch.ArchiveMethod;
import io.github.winsvc.launch.ArchiveRecord;
import io.github.winsvc.launch.ArchiveRecord.State;
import io.github.winsvc.launch.ArgumentFile;
import io.github.winsvc.launch.ServiceHome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ArchiveKeeper} and {@link ArchiveFiles}: runs of a service, each
 * started with the options that the one before has left.
 */
@ExtendWith(OutputCaptureExtension.class)
class ArchiveKeeperTests {

	@TempDir
	private Path home;

	private ArchiveDirectory directory;

	private final FakeJvm jvm = new FakeJvm();

	private final List<String> built = new ArrayList<>();

	private ArchiveBuilder builder = this::succeed;

	private Instant now = Instant.parse("2026-11-25T22:50:00Z");

	@BeforeEach
	void begin() throws IOException {
		this.directory = ArchiveDirectory.of(new ServiceHome(this.home), "0123456789ab");
		Files.createDirectories(this.directory.path());
	}

	private void succeed(ArchiveMethod method, Path recording, Path target) throws IOException {
		this.built.add(Files.readString(recording));
		Files.writeString(target, "archive of " + Files.readString(recording));
		target.toFile().setWritable(false);
		this.now = this.now.plusSeconds(12);
	}

	private void install() throws IOException {
		this.directory.write(
				this.jvm.method.recording(this.directory.file("recording-1", this.jvm.method.recordingExtension())),
				List.of());
	}

	/**
	 * Start the JVM with the options that there are.
	 */
	private ArchiveKeeper start() throws IOException {
		this.jvm.options = Stream
			.concat(ArgumentFile.read(this.directory.options()).arguments().stream(), this.jvm.others.stream())
			.toList();
		if (this.jvm.method == ArchiveMethod.CLASS_LIST) {
			Path list = this.directory.named(this.jvm.options, "-XX:DumpLoadedClassList=");
			if (list != null) {
				Files.writeString(list, "a/A\nb/B\nc/");
			}
		}
		return new ArchiveKeeper(this.directory, this.jvm, this.builder, new FixedClock());
	}

	private boolean run() throws IOException, InterruptedException {
		ArchiveKeeper keeper = start();
		boolean builds = keeper.begin(true);
		if (builds) {
			keeper.build();
		}
		return builds;
	}

	private ArchiveRecord record() {
		return ArchiveRecord.read(this.directory.record()).orElseThrow();
	}

	/**
	 * Return the options of the next start that are about the archive.
	 */
	private List<String> options() throws IOException {
		List<String> options = ArgumentFile.read(this.directory.options()).arguments();
		assertThat(options).startsWith("-Xms32m");
		return options.subList(1, options.size());
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(this.directory.path())) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> !name.equals("jvm.options") && !name.equals("archive.properties"))
				.sorted()
				.toList();
		}
	}

	private List<String> using(String file) {
		return this.jvm.method.using(this.directory.path().resolve(file));
	}

	private List<String> recording(String file) {
		return this.jvm.method.recording(this.directory.path().resolve(file));
	}

	@Test
	void whenListWasRecordedThenArchiveIsBuiltAndUsed(CapturedOutput output) throws Exception {
		install();
		assertThat(run()).isTrue();
		assertThat(this.built).containsExactly("a/A\nb/B\n");
		assertThat(options()).isEqualTo(using("archive-2.jsa"));
		assertThat(record().state()).isEqualTo(State.READY);
		assertThat(record().archive().duration()).isEqualTo(Duration.ofSeconds(12));
		assertThat(run()).isFalse();
		assertThat(output).contains("The JVM uses the archive ");
		assertThat(options()).isEqualTo(using("archive-2.jsa"));
		assertThat(files()).containsExactly("archive-2.jsa", "classes-2.lst");
	}

	@Test
	void whenCacheWasRecordedThenItIsBuiltAndUsed() throws Exception {
		this.jvm.method = ArchiveMethod.AOT_CACHE;
		install();
		this.jvm.recording = this.directory.path().resolve("recording-1.aotconf");
		assertThat(run()).isTrue();
		assertThat(this.built).containsExactly("configuration");
		assertThat(options()).isEqualTo(using("archive-1.aot"));
		assertThat(files()).containsExactly("archive-1.aot");
		assertThat(run()).isFalse();
		assertThat(record().state()).isEqualTo(State.READY);
	}

	@ParameterizedTest
	@EnumSource
	void whenRecordingIsNotEndedThenBuildFails(ArchiveMethod method) throws Exception {
		this.jvm.method = method;
		install();
		ArchiveKeeper keeper = start();
		assertThat(keeper.begin(true)).isTrue();
		Files.deleteIfExists(this.directory.path().resolve("recording-1.lst"));
		keeper.build();
		assertThat(record().state()).isEqualTo(State.FAILED);
		assertThat(options()).isEmpty();
	}

	@Test
	void whenArchiveIsNotAcceptedThenNextStartIsWithoutItAndItIsBuiltAnew() throws Exception {
		install();
		run();
		this.jvm.accepts = false;
		ArchiveKeeper keeper = start();
		assertThat(keeper.begin(true)).isTrue();
		assertThat(options()).isEmpty();
		assertThat(record().text()).isEqualTo("being built anew: the JVM did not accept the archive");
		keeper.build();
		assertThat(options()).isEqualTo(using("archive-3.jsa"));
		this.jvm.accepts = true;
		assertThat(run()).isFalse();
		assertThat(files()).containsExactly("archive-3.jsa", "classes-2.lst");
		assertThat(record().rebuilt()).isFalse();
	}

	@Test
	void whenWhatWasBuiltAnewIsNotAcceptedEitherThenThatIsTheEnd(CapturedOutput output) throws Exception {
		install();
		run();
		this.jvm.accepts = false;
		run();
		assertThat(run()).isFalse();
		assertThat(record().text()).isEqualTo("failed: the JVM did not accept what it had built itself");
		assertThat(output).contains("winsvc.archive.enabled=false");
		assertThat(options()).isEmpty();
		assertThat(run()).isFalse();
		assertThat(options()).isEmpty();
		assertThat(this.built).hasSize(2);
	}

	@Test
	void whenCacheIsNotAcceptedThenNextStartRecordsAnew() throws Exception {
		this.jvm.method = ArchiveMethod.AOT_CACHE;
		install();
		this.jvm.recording = this.directory.path().resolve("recording-1.aotconf");
		run();
		this.jvm.accepts = false;
		assertThat(run()).isFalse();
		assertThat(options()).isEqualTo(recording("recording-2.aotconf"));
		this.jvm.recording = this.directory.path().resolve("recording-2.aotconf");
		assertThat(run()).isTrue();
		assertThat(run()).isFalse();
		assertThat(record().state()).isEqualTo(State.FAILED);
	}

	@Test
	void whenJavaHasChangedThenArchiveIsBuiltAnewFromTheList() throws Exception {
		install();
		run();
		this.jvm.fingerprint = "other";
		this.jvm.accepts = false;
		assertThat(run()).isTrue();
		this.jvm.accepts = true;
		assertThat(this.built).hasSize(2);
		assertThat(run()).isFalse();
		assertThat(record().fingerprint()).isEqualTo("other");
	}

	@Test
	void whenJavaHasAnotherWayThenNextStartRecords() throws Exception {
		install();
		run();
		this.jvm.method = ArchiveMethod.AOT_CACHE;
		this.jvm.fingerprint = "other";
		this.jvm.accepts = false;
		assertThat(run()).isFalse();
		assertThat(options()).isEqualTo(recording("recording-3.aotconf"));
	}

	@Test
	void whenRecordingIsForANewerJavaThenNextStartRecordsForThisOne() throws Exception {
		this.jvm.method = ArchiveMethod.AOT_CACHE;
		install();
		this.jvm.method = ArchiveMethod.CLASS_LIST;
		assertThat(run()).isFalse();
		assertThat(options()).isEqualTo(recording("recording-1.lst"));
	}

	@Test
	void whenArchiveIsDamagedAlthoughAcceptedThenItIsBuiltAnew() throws Exception {
		install();
		run();
		Path archive = this.directory.path().resolve("archive-2.jsa");
		Files.writeString(archive, Files.readString(archive).replace("archive", "garbage"));
		assertThat(run()).isTrue();
		assertThat(options()).isEqualTo(using("archive-3.jsa"));
		assertThat(this.built).hasSize(2);
	}

	@Test
	void whenArchiveIsMissingThenItIsBuiltAnew() throws Exception {
		install();
		run();
		Files.delete(this.directory.path().resolve("archive-2.jsa"));
		this.jvm.accepts = false;
		assertThat(run()).isTrue();
		assertThat(record().state()).isEqualTo(State.READY);
	}

	@Test
	void whenBuildFailsThenItIsToldOnceAndNotTriedAgain(CapturedOutput output) throws Exception {
		install();
		this.builder = (method, recording, target) -> {
			Files.writeString(target, "half");
			throw new BuildFailedException("exit code 1");
		};
		run();
		assertThat(record().text()).isEqualTo("failed: exit code 1");
		assertThat(output).containsOnlyOnce("There is no archive of classes");
		assertThat(options()).isEmpty();
		assertThat(run()).isFalse();
		assertThat(run()).isFalse();
		assertThat(output).containsOnlyOnce("There is no archive of classes");
		assertThat(files()).containsExactly("classes-2.lst");
	}

	@Test
	void whenBuildFailedAndJavaHasChangedThenItIsTriedAgain() throws Exception {
		install();
		this.builder = (method, recording, target) -> {
			throw new BuildFailedException("exit code 1");
		};
		run();
		this.builder = this::succeed;
		this.jvm.fingerprint = "other";
		assertThat(run()).isTrue();
		assertThat(record().state()).isEqualTo(State.READY);
	}

	@Test
	void whenServiceStopsThenNextRunRecordsAndBuilds() throws Exception {
		install();
		this.builder = (method, recording, target) -> {
			Files.writeString(target, "half");
			throw new InterruptedException();
		};
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(this::run);
		assertThat(options()).isEqualTo(recording("recording-1.lst"));
		assertThat(files()).containsExactly("classes-2.lst", "recording-1.lst");
		this.builder = this::succeed;
		assertThat(run()).isTrue();
		assertThat(record().state()).isEqualTo(State.READY);
	}

	@Test
	void whenProcessWasKilledThenNextRunCleansUp() throws Exception {
		install();
		ArchiveKeeper keeper = start();
		keeper.begin(true);
		Files.writeString(this.directory.path().resolve("archive-7.jsa.part"), "half");
		Files.writeString(this.directory.path().resolve("classes-6.lst"), "a/A\n");
		assertThat(run()).isTrue();
		assertThat(files()).containsExactly("archive-2.jsa", "classes-2.lst", "recording-1.lst");
	}

	@Test
	void whenProcessWasKilledBeforeOptionsWereSwitchedThenItIsDoneAgain() throws Exception {
		install();
		List<String> options = options();
		run();
		this.directory.write(options, List.of());
		assertThat(run()).isTrue();
		assertThat(options()).hasSize(1).first().asString().contains("archive-");
		assertThat(run()).isFalse();
		assertThat(record().state()).isEqualTo(State.READY);
	}

	@Test
	void whenSwitchedOffThenNextStartIsWithoutAndOnceOnItRecords() throws Exception {
		install();
		run();
		assertThat(start().begin(false)).isFalse();
		assertThat(options()).isEmpty();
		assertThat(record().text()).isEqualTo("off: winsvc.archive.enabled is false");
		assertThat(run()).isFalse();
		assertThat(options()).isEqualTo(recording("recording-1.lst"));
		assertThat(files()).isEmpty();
		assertThat(run()).isTrue();
		assertThat(record().state()).isEqualTo(State.READY);
	}

	@Test
	void whenOperatorDecidesThenThereAreNoOptions() throws Exception {
		install();
		this.jvm.others = List.of("-javaagent:apm.jar");
		assertThat(run()).isFalse();
		assertThat(options()).isEmpty();
		assertThat(record().text()).isEqualTo("off: the service has the option -javaagent:apm.jar");
	}

	@Test
	void whenServiceIsStartedWithoutTheOptionsThenThereAreNone() throws Exception {
		install();
		ArchiveKeeper keeper = start();
		this.jvm.options = List.of("-Xmx64m");
		assertThat(keeper.begin(true)).isFalse();
		assertThat(record().text()).isEqualTo("off: the service was not started with " + this.directory.argument());
	}

	private void installInPlace() throws IOException {
		this.jvm.method = ArchiveMethod.LOADED_CLASSES;
		this.jvm.loaded = List.of("a.A", "b.B");
		install();
	}

	@Test
	void whenNothingHasToBeRecordedThenTheFirstRunBuilds() throws Exception {
		installInPlace();
		ArchiveKeeper keeper = start();
		assertThat(keeper.begin(true)).isTrue();
		assertThat(record().text()).isEqualTo("recorded while the service runs, built once it is idle");
		keeper.build();
		assertThat(this.built).containsExactly("a.A\nb.B\n");
		assertThat(files()).containsExactly("archive-1.jsa");
		assertThat(options()).isEqualTo(using("archive-1.jsa"));
		assertThat(run()).isFalse();
		assertThat(record().state()).isEqualTo(State.READY);
	}

	@Test
	void whenTheJarHasChangedAndNothingHasToBeRecordedThenThatRunBuildsAnew() throws Exception {
		installInPlace();
		run();
		this.jvm.fingerprint = "other";
		this.jvm.accepts = false;
		this.jvm.loaded = List.of("c.C");
		ArchiveKeeper keeper = start();
		assertThat(keeper.begin(true)).isTrue();
		assertThat(record().text())
			.isEqualTo("being built anew: Java, its options or the files of the application have changed");
		assertThat(options()).isEmpty();
		keeper.build();
		assertThat(this.built).last().isEqualTo("c.C\n");
		assertThat(options()).isEqualTo(using("archive-2.jsa"));
	}

	@Test
	void whenTheJvmDoesNotTellWhatItHasLoadedThenBuildFails() throws Exception {
		installInPlace();
		this.jvm.loaded = List.of();
		run();
		assertThat(record().text()).isEqualTo("failed: it does not tell");
		assertThat(run()).isFalse();
	}

	@Test
	void whenTheServiceDecidesOnItsHeapThenNoOptionDoes() throws Exception {
		install();
		this.jvm.others = List.of("-Xms512m");
		run();
		assertThat(ArgumentFile.read(this.directory.options()).arguments()).isEqualTo(using("archive-2.jsa"));
	}

	@Test
	void whenRecordIsLostThenArchiveIsReplaced() throws Exception {
		install();
		run();
		Files.delete(this.directory.record());
		assertThat(run()).isFalse();
		assertThat(options()).isEqualTo(recording("recording-3.lst"));
	}

	private final class FixedClock extends Clock {

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return ArchiveKeeperTests.this.now;
		}

	}

	private static final class FakeJvm implements RecordingJvm {

		private ArchiveMethod method = ArchiveMethod.CLASS_LIST;

		private List<String> others = List.of();

		private List<String> options = List.of();

		private boolean accepts = true;

		private List<String> loaded = List.of();

		private String fingerprint = "f";

		private Path recording;

		@Override
		public ArchiveMethod method() {
			return this.method;
		}

		@Override
		public String version() {
			return "17.0.13";
		}

		@Override
		public List<String> options() {
			return this.options;
		}

		@Override
		public boolean usesArchive(ArchiveMethod method) {
			return this.accepts;
		}

		@Override
		public void writeLoadedClasses(Path list) throws BuildFailedException, IOException {
			if (this.loaded.isEmpty()) {
				throw new BuildFailedException("it does not tell");
			}
			Files.write(list, this.loaded);
		}

		@Override
		public void endRecording() throws BuildFailedException {
			if (this.recording == null) {
				throw new BuildFailedException("nothing is recorded");
			}
			try {
				Files.writeString(this.recording, "configuration");
			}
			catch (IOException ex) {
				throw new BuildFailedException(ex.getMessage());
			}
		}

		@Override
		public String fingerprint() {
			return this.fingerprint;
		}

	}

}
