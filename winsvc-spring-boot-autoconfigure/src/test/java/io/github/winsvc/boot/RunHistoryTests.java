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

package io.github.winsvc.boot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.scm.EndedRun;
import io.github.winsvc.scm.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RunHistory} and {@link RestartGuard}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RunHistoryTests {

	private static final Instant BOOT = Instant.parse("2026-05-04T03:02:01Z");

	private static final Instant START = BOOT.plusSeconds(60);

	@TempDir
	private Path home;

	@BeforeEach
	void markAsService() throws Exception {
		Files.createDirectories(this.home.resolve("logs"));
		System.setProperty(ServiceCommandLine.HOME, this.home.toString());
	}

	@AfterEach
	void unmark() {
		System.clearProperty(ServiceCommandLine.HOME);
	}

	@Test
	void whenThereWasNoRunThenNothingIsKnown() {
		RunHistory history = RunHistory.open(BOOT, START);
		assertThat(history.former()).isNull();
		assertThat(history.restarts()).isZero();
	}

	@Test
	void whenRunHasEndedThenTheNextOneKnowsHow() {
		RunHistory history = RunHistory.open(BOOT, START);
		history.begun();
		history.ended(new ExitCode.ServiceSpecific(42), Duration.ofSeconds(3));
		EndedRun former = RunHistory.open(BOOT, START).former();
		assertThat(former.started()).isEqualTo(START);
		assertThat(former.ended()).isNotNull();
		assertThat(former.exitCode()).isEqualTo(new ExitCode.ServiceSpecific(42));
		assertThat(former.stop()).isEqualTo(Duration.ofSeconds(3));
	}

	@Test
	void whenRunHasDiedThenTheNextOneKnowsThat() {
		RunHistory.open(BOOT, START).begun();
		assertThat(RunHistory.open(BOOT, START).former()).isEqualTo(new EndedRun(START, null, null, null));
	}

	@Test
	void whenServiceIsStartedAgainThenRestartsAreCountedUntilWindowsIs() {
		RunHistory.open(BOOT, START).begun();
		RunHistory.open(BOOT.plusSeconds(1), START).begun();
		assertThat(RunHistory.open(BOOT, START).restarts()).isEqualTo(2);
		assertThat(RunHistory.open(BOOT.plusSeconds(3600), START).restarts()).isZero();
		assertThat(RunHistory.open(null, START).restarts()).isNull();
	}

	@Test
	void whenServiceEndsItselfThenThatIsRememberedForAWhile() {
		RunHistory history = RunHistory.open(BOOT, START);
		history.endsItself(Instant.now().minusSeconds(60));
		history.ended(new ExitCode.ServiceSpecific(1466), null);
		RunHistory next = RunHistory.open(BOOT, START);
		assertThat(next.ownEndsSince(Instant.now().minusSeconds(60))).isEqualTo(1);
		assertThat(next.ownEndsSince(Instant.now().plusSeconds(60))).isZero();
		next.endsItself(Instant.now().plusSeconds(60));
		assertThat(RunHistory.open(BOOT, START).ownEndsSince(BOOT)).isEqualTo(1);
	}

	@Test
	void whenServiceHasEndedItselfTooOftenThenItMayNotAgainUntilThePeriodIsOver() {
		WinsvcProperties.Liveness liveness = new WinsvcProperties().getLiveness();
		liveness.setMaxEnds(2);
		assertThat(new RestartGuard(RunHistory.open(BOOT, START), () -> liveness).permit()).isTrue();
		assertThat(new RestartGuard(RunHistory.open(BOOT, START), () -> liveness).permit()).isTrue();
		assertThat(new RestartGuard(RunHistory.open(BOOT, START), () -> liveness).permit()).isFalse();
		liveness.setEndsPeriod(Duration.ofNanos(1));
		assertThat(new RestartGuard(RunHistory.open(BOOT, START), () -> liveness).permit()).isTrue();
	}

	@Test
	void whenFileIsGarbageThenNothingIsKnown() throws Exception {
		Files.writeString(this.home.resolve("logs/last-run.properties"), "started=yesterday\nstarts=many\n");
		assertThat(RunHistory.open(BOOT, START).former()).isNull();
	}

	@Test
	void whenFileCannotBeWrittenThenThatIsLoggedAndNothingMore(CapturedOutput output) throws Exception {
		Files.delete(this.home.resolve("logs"));
		RunHistory.open(BOOT, START).begun();
		assertThat(output).contains("Cannot write").contains("last-run.properties");
	}

	@Test
	void whenServiceHasNoHomeThenNothingIsRemembered() {
		unmark();
		RunHistory.open(BOOT, START).begun();
		assertThat(RunHistory.open(BOOT, START).former()).isNull();
		assertThat(RunHistory.open(BOOT, START).restarts()).isNull();
	}

}
