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

package io.github.winsvc.liveness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.winsvc.host.HostFailure;
import io.github.winsvc.liveness.LivenessCheck.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LivenessWatch}.
 */
@ExtendWith(OutputCaptureExtension.class)
class LivenessWatchTests {

	private static final LivenessCheck BAD = () -> Optional.of(new Finding(HostFailure.DEADLOCK, "a and b are stuck"));

	private static final LivenessCheck GOOD = Optional::empty;

	private final List<HostFailure> ends = new ArrayList<>();

	private LivenessWatch watch(boolean permit, LivenessCheck... checks) {
		return new LivenessWatch(List.of(checks), Duration.ofMillis(10), () -> permit, this.ends::add);
	}

	@Test
	void whenNothingIsWrongThenServiceLivesOn() {
		watch(true, GOOD, GOOD).look();
		assertThat(this.ends).isEmpty();
	}

	@Test
	void whenSomethingIsWrongThenServiceEndsAndSaysWhy(CapturedOutput output) {
		watch(true, GOOD, BAD).look();
		assertThat(this.ends).containsExactly(HostFailure.DEADLOCK);
		assertThat(output).contains("a and b are stuck");
	}

	@Test
	void whenServiceHasEndedItselfTooOftenThenItLivesOnAndSaysSoOnce(CapturedOutput output) {
		LivenessWatch watch = watch(false, BAD);
		watch.look();
		watch.look();
		assertThat(this.ends).isEmpty();
		assertThat(output).containsOnlyOnce("lives on all the same").contains("winsvc.liveness.max-ends");
	}

	@Test
	void whenOneCheckFailsThenTheOthersAreMadeAllTheSame(CapturedOutput output) {
		watch(true, () -> {
			throw new IllegalStateException("provoked");
		}, BAD).look();
		assertThat(this.ends).hasSize(1);
		assertThat(output).contains("provoked");
	}

	@Test
	void whenStartedThenItLooksAgainAndAgainUntilItIsStopped() throws InterruptedException {
		AtomicInteger looks = new AtomicInteger();
		CountDownLatch several = new CountDownLatch(3);
		LivenessWatch watch = watch(true, () -> {
			looks.incrementAndGet();
			several.countDown();
			return Optional.empty();
		});
		watch.start();
		assertThat(watch.isRunning()).isTrue();
		assertThat(several.await(10, TimeUnit.SECONDS)).isTrue();
		watch.stop();
		Thread.sleep(50);
		int stopped = looks.get();
		Thread.sleep(50);
		assertThat(looks).hasValue(stopped);
	}

	@Test
	void whenThereIsNothingToLookAtThenThereIsNoThread() {
		LivenessWatch watch = watch(true);
		watch.start();
		assertThat(watch.isRunning()).isFalse();
	}

}
