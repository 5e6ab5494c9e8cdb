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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import io.github.winsvc.event.ServiceStateChangedEvent;
import io.github.winsvc.launch.ArchiveDirectory;
import io.github.winsvc.launch.ArchiveMethod;
import io.github.winsvc.launch.ArchiveRecord;
import io.github.winsvc.launch.ArchiveRecord.State;
import io.github.winsvc.launch.ArgumentFile;
import io.github.winsvc.scm.ServiceState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ArchiveWatch} and {@link IdleMeter}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ArchiveWatchTests {

	private static final long BUSY = Duration.ofDays(1).toNanos();

	@TempDir
	private Path path;

	private ArchiveDirectory directory;

	private Path list;

	private final AtomicLong cpuStep = new AtomicLong();

	private final AtomicLong cpu = new AtomicLong();

	private final AtomicInteger looks = new AtomicInteger();

	private final AtomicInteger builds = new AtomicInteger();

	private volatile boolean broken;

	private volatile CountDownLatch inBuild = new CountDownLatch(0);

	private final CountDownLatch interrupted = new CountDownLatch(1);

	private ArchiveWatch watch;

	@BeforeEach
	void create() throws Exception {
		this.directory = new ArchiveDirectory(this.path);
		this.list = this.directory.file("recording-1", "lst");
		new ArgumentFile(ArchiveMethod.CLASS_LIST.recording(this.list)).write(this.directory.options());
		Files.writeString(this.list, "a/A\n");
		watch(Duration.ofMinutes(1));
	}

	private void watch(Duration bound) {
		ArchiveProperties properties = new ArchiveProperties();
		properties.setDelay(Duration.ofMillis(20));
		IdleMeter meter = new IdleMeter(() -> {
			this.looks.incrementAndGet();
			return this.cpu.getAndAdd(this.cpuStep.get());
		});
		this.watch = new ArchiveWatch(() -> {
			if (this.broken) {
				throw new IllegalStateException("broken");
			}
			return new ArchiveKeeper(this.directory, new ListingJvm(this.list), this::build, Clock.systemUTC());
		}, properties, meter, bound);
	}

	private void build(ArchiveMethod method, Path recording, Path target) throws InterruptedException {
		this.builds.incrementAndGet();
		try {
			this.inBuild.await();
			Files.writeString(target, "archive");
		}
		catch (InterruptedException ex) {
			this.interrupted.countDown();
			throw ex;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@AfterEach
	void end() throws InterruptedException {
		this.watch.destroy();
		this.watch.awaitEnd();
	}

	private void change(ServiceState from, ServiceState to) {
		this.watch.onStateChanged(new ServiceStateChangedEvent(from, to));
	}

	private void run() {
		change(ServiceState.START_PENDING, ServiceState.RUNNING);
	}

	private void await(BooleanSupplier condition) throws InterruptedException {
		long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).isLessThan(end);
			Thread.sleep(5);
		}
	}

	private State state() {
		return ArchiveRecord.read(this.directory.record()).map(ArchiveRecord::state).orElse(null);
	}

	@Test
	void whenServiceDoesNotRunThenNothingIsDone() throws Exception {
		change(ServiceState.START_PENDING, ServiceState.STOP_PENDING);
		run();
		Thread.sleep(100);
		assertThat(this.directory.record()).doesNotExist();
	}

	@Test
	void whenServiceIsIdleThenArchiveIsBuiltOnce() throws Exception {
		run();
		await(() -> state() == State.READY);
		change(ServiceState.CONTINUE_PENDING, ServiceState.RUNNING);
		Thread.sleep(100);
		assertThat(this.builds).hasValue(1);
	}

	@Test
	void whenServiceIsBusyThenItIsLookedAtAgain() throws Exception {
		this.cpuStep.set(BUSY);
		run();
		await(() -> this.looks.get() > 4);
		assertThat(this.builds).hasValue(0);
		this.cpuStep.set(0);
		await(() -> state() == State.READY);
	}

	@Test
	void whenServiceIsPausedThenArchiveIsBuiltAfterwards() throws Exception {
		this.cpuStep.set(BUSY);
		run();
		await(() -> this.looks.get() > 0);
		change(ServiceState.PAUSE_PENDING, ServiceState.PAUSED);
		this.cpuStep.set(0);
		int before = this.looks.get();
		await(() -> this.looks.get() > before + 6);
		assertThat(this.builds).hasValue(0);
		change(ServiceState.CONTINUE_PENDING, ServiceState.RUNNING);
		await(() -> state() == State.READY);
	}

	@Test
	void whenServiceIsNeverIdleThenThatIsSaidAndThereIsAnEnd(CapturedOutput output) throws Exception {
		watch(Duration.ofMillis(100));
		this.cpuStep.set(BUSY);
		run();
		await(() -> output.getAll().contains("The archive of classes is not built in this run"));
		assertThat(this.builds).hasValue(0);
	}

	@Test
	void whenServiceStopsThenBuildIsInterrupted() throws Exception {
		this.inBuild = new CountDownLatch(1);
		run();
		await(() -> this.builds.get() == 1);
		change(ServiceState.RUNNING, ServiceState.STOP_PENDING);
		assertThat(this.interrupted.await(10, TimeUnit.SECONDS)).isTrue();
		await(() -> state() == State.BUILDING);
	}

	@Test
	void whenItIsBrokenThenThatIsToldAndWhatToDo(CapturedOutput output) throws Exception {
		this.broken = true;
		run();
		await(() -> output.getAll().contains("winsvc.archive.enabled=false"));
	}

	@Test
	void whenCpuTimeIsUnknownThenProcessIsNotIdle() throws Exception {
		assertThat(new IdleMeter(() -> -1).isIdle(Duration.ofMillis(1))).isFalse();
	}

	private record ListingJvm(Path list) implements RecordingJvm {

		@Override
		public ArchiveMethod method() {
			return ArchiveMethod.CLASS_LIST;
		}

		@Override
		public String version() {
			return "17";
		}

		@Override
		public List<String> options() {
			return ArchiveMethod.CLASS_LIST.recording(this.list);
		}

		@Override
		public boolean usesArchive(ArchiveMethod method) {
			return false;
		}

		@Override
		public void writeLoadedClasses(Path list) {
		}

		@Override
		public void endRecording() {
		}

		@Override
		public String fingerprint() {
			return "f";
		}

	}

}
