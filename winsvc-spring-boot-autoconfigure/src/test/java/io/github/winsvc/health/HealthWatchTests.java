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

package io.github.winsvc.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.github.winsvc.health.CheckRound.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HealthWatch}.
 */
class HealthWatchTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private final CheckThreads threads = new CheckThreads();

	private final List<String> recorded = new CopyOnWriteArrayList<>();

	private final AtomicInteger timeouts = new AtomicInteger();

	private final CountDownLatch release = new CountDownLatch(1);

	private final AtomicInteger runs = new AtomicInteger();

	@AfterEach
	void end() {
		this.release.countDown();
		this.threads.destroy();
	}

	private HealthWatch watch(HealthProperties limits, HealthIndicator indicator) {
		return new HealthWatches(limits, new CheckRecorder() {

			@Override
			public void checked(String name, Status status, Duration latency) {
				HealthWatchTests.this.recorded.add(name + " " + status);
			}

			@Override
			public void timedOut(String name) {
				HealthWatchTests.this.timeouts.incrementAndGet();
			}

		}, this.threads).of("db", indicator);
	}

	private static HealthProperties limits(Duration timeout, Duration downAfter, Duration slowThreshold) {
		return new HealthProperties(timeout, downAfter, slowThreshold, LONG, Duration.ofSeconds(1));
	}

	private static Answer ask(HealthWatch watch) {
		return watch.await(watch.begin(Duration.ZERO));
	}

	private Health counted(Supplier<Health> health) {
		this.runs.incrementAndGet();
		return health.get();
	}

	private Health hung() {
		try {
			this.release.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return Health.up().build();
	}

	@Test
	void whenCheckAnswersThenItsAnswerCountsAndIsRecorded() {
		HealthWatch watch = watch(limits(LONG, LONG, LONG),
				() -> counted(() -> Health.up().withDetail("rows", 3).build()));
		assertThat(ask(watch).health()).isEqualTo(Health.up().withDetail("rows", 3).build());
		assertThat(ask(watch).late()).isFalse();
		assertThat(this.runs).hasValue(2);
		assertThat(this.recorded).containsExactly("db UP", "db UP");
	}

	@Test
	void whenCheckThrowsThenItIsDown() {
		Health health = ask(watch(limits(LONG, LONG, LONG), () -> {
			throw new IllegalStateException("no connection");
		})).health();
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("error", "java.lang.IllegalStateException: no connection");
	}

	@Test
	void whenCheckNeverAnsweredThenItIsUnknownAtFirst() {
		Answer answer = ask(watch(limits(Duration.ofMillis(50), LONG, LONG), this::hung));
		assertThat(answer.health().getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(answer.health().getDetails()).extractingByKey("error").asString().startsWith("No answer yet, after");
		assertThat(answer.late()).isTrue();
		assertThat(this.timeouts).hasValue(1);
	}

	@Test
	void whenCheckDoesNotAnswerForTooLongThenItIsDown() {
		Answer answer = ask(watch(limits(Duration.ofMillis(50), Duration.ofMillis(50), LONG), this::hung));
		assertThat(answer.health().getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void whenCheckBeginsToHangThenItsLastAnswerStandsForAWhile() throws InterruptedException {
		HealthWatch watch = watch(limits(Duration.ofMillis(50), Duration.ofSeconds(2), LONG),
				() -> counted(() -> (this.runs.get() == 1) ? Health.up().withDetail("rows", 3).build() : hung()));
		assertThat(ask(watch).late()).isFalse();
		Answer late = ask(watch);
		assertThat(late.late()).isTrue();
		assertThat(late.health().getStatus()).isEqualTo(Status.UP);
		assertThat(late.health().getDetails()).containsEntry("rows", 3).containsKey("late");
		Thread.sleep(2_000);
		assertThat(ask(watch).health().getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void whenCheckHangsThenOnlyTheFirstWaitsAndOnlyOneThreadHangs() {
		HealthWatch watch = watch(limits(Duration.ofMillis(200), LONG, LONG), () -> counted(this::hung));
		ask(watch);
		long begin = System.nanoTime();
		for (int i = 0; i < 1_000; i++) {
			ask(watch);
		}
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
		assertThat(this.runs).hasValue(1);
		assertThat(this.timeouts).hasValue(1_001);
	}

	@Test
	void whenHungCheckRecoversThenItsAnswerCounts() throws InterruptedException {
		HealthWatch watch = watch(limits(Duration.ofMillis(50), Duration.ofMillis(50), LONG), this::hung);
		assertThat(ask(watch).health().getStatus()).isEqualTo(Status.DOWN);
		this.release.countDown();
		CheckRound round = watch.begin(Duration.ZERO);
		round.answer().join();
		assertThat(ask(watch).health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void whenCheckIsSlowThenItsAnswerIsUsedAgain() {
		HealthWatch watch = watch(limits(LONG, LONG, Duration.ZERO), () -> counted(Health.up()::build));
		ask(watch);
		ask(watch);
		assertThat(this.runs).hasValue(1);
	}

	@Test
	void whenAnswerIsRecentEnoughForWhoeverAsksThenCheckDoesNotRun() {
		HealthWatch watch = watch(limits(LONG, LONG, LONG), () -> counted(Health.up()::build));
		watch.await(watch.begin(LONG));
		watch.await(watch.begin(LONG));
		assertThat(this.runs).hasValue(1);
		ask(watch);
		assertThat(this.runs).hasValue(2);
	}

	@Test
	void whenManyAskAtATimeThenTheyShareOneRun() throws Exception {
		HealthWatch watch = watch(limits(LONG, LONG, LONG), () -> counted(this::hung));
		ExecutorService clients = Executors.newFixedThreadPool(20);
		try {
			List<CompletableFuture<Answer>> answers = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				answers.add(CompletableFuture.supplyAsync(() -> ask(watch), clients));
			}
			Thread.sleep(200);
			this.release.countDown();
			for (CompletableFuture<Answer> answer : answers) {
				assertThat(answer.get(10, TimeUnit.SECONDS).health().getStatus()).isEqualTo(Status.UP);
			}
		}
		finally {
			clients.shutdown();
		}
		assertThat(this.runs).hasValueLessThan(20);
	}

	@Test
	void whenThreadsAreGoneThenCheckIsOutOfService() {
		HealthWatch watch = watch(limits(LONG, LONG, LONG), Health.up()::build);
		this.threads.destroy();
		assertThat(ask(watch).health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
	}

}
