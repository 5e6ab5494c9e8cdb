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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.github.winsvc.health.CheckRound.Answer;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;

/**
 * Runs one health check, never twice at a time, and waits for it only so long.
 */
final class HealthWatch {

	private final String name;

	private final Supplier<CompletionStage<Health>> check;

	private final HealthProperties limits;

	private final CheckRecorder recorder;

	private @Nullable CheckRound current;

	private volatile @Nullable Answer last;

	/**
	 * Create a watch.
	 * @param check begins the check and returns at once
	 */
	HealthWatch(String name, Supplier<CompletionStage<Health>> check, HealthProperties limits, CheckRecorder recorder) {
		this.name = name;
		this.check = check;
		this.limits = limits;
		this.recorder = recorder;
	}

	String name() {
		return this.name;
	}

	/**
	 * Join the round that is under way or recent enough, or begin one.
	 * @param reuse how long ago a round may have begun that is over
	 */
	CheckRound begin(Duration reuse) {
		CheckRound round;
		synchronized (this) {
			round = this.current;
			if (round != null && (!round.isOver() || round.age().compareTo(reuse(round, reuse)) < 0)) {
				return round;
			}
			round = new CheckRound(System.nanoTime(), new CompletableFuture<>());
			this.current = round;
		}
		run(round);
		return round;
	}

	private Duration reuse(CheckRound round, Duration wanted) {
		Duration latency = round.answer().join().latency();
		boolean slow = latency.compareTo(this.limits.slowThreshold()) > 0;
		Duration reuse = slow ? latency.plus(this.limits.slowInterval()) : wanted;
		return (reuse.compareTo(wanted) > 0) ? reuse : wanted;
	}

	private void run(CheckRound round) {
		try {
			this.check.get().whenComplete((health, failure) -> complete(round, health, failure));
		}
		catch (RejectedExecutionException ex) {
			complete(round, Health.outOfService().withDetail("error", "The application is being closed").build(), null);
		}
		catch (RuntimeException ex) {
			complete(round, null, ex);
		}
	}

	private void complete(CheckRound round, @Nullable Health health, @Nullable Throwable failure) {
		Answer answer = new Answer((health != null) ? health : failed(failure), round.age(), false);
		try {
			this.recorder.checked(this.name, answer.health().getStatus(), answer.latency());
		}
		finally {
			this.last = answer;
			round.answer().complete(answer);
		}
	}

	private static Health failed(@Nullable Throwable failure) {
		Throwable cause = (failure instanceof CompletionException) ? failure.getCause() : failure;
		return (cause != null) ? Health.down(cause).build() : Health.unknown().build();
	}

	/**
	 * Return how long to wait for a round from now on, possibly not at all.
	 */
	Duration patience(CheckRound round) {
		return this.limits.timeout().minus(round.age());
	}

	/**
	 * Wait for the answer of a round, or do without.
	 */
	Answer await(CheckRound round) {
		Duration patience = patience(round);
		try {
			if (round.isOver() || patience.compareTo(Duration.ZERO) > 0) {
				return round.answer().get(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
			}
		}
		catch (TimeoutException ex) {
			// Do without
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("An answer never fails", ex);
		}
		return late(round);
	}

	/**
	 * Return what counts instead of an answer that does not come.
	 */
	Answer late(CheckRound round) {
		this.recorder.timedOut(this.name);
		Duration waited = round.age();
		Answer last = this.last;
		if (waited.compareTo(this.limits.downAfter()) >= 0) {
			return late(Health.down().withDetail("error", "No answer for " + text(waited)), waited);
		}
		if (last == null) {
			return late(Health.unknown().withDetail("error", "No answer yet, after " + text(waited)), waited);
		}
		return late(
				Health.status(last.health().getStatus())
					.withDetails(last.health().getDetails())
					.withDetail("late", "This is the last answer. There is no new one yet, after " + text(waited)),
				waited);
	}

	private static Answer late(Health.Builder health, Duration waited) {
		return new Answer(health.build(), waited, true);
	}

	private static String text(Duration duration) {
		return (duration.toSeconds() > 0) ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
	}

}
