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

package io.github.winsvc.eventlog;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RateLimit}.
 */
class RateLimitTests {

	private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1_000_000);

	private void pass(Duration duration) {
		this.nanoTime.addAndGet(duration.toNanos());
	}

	private static long passing(RateLimit limit, int attempts) {
		return IntStream.range(0, attempts).filter((attempt) -> limit.tryPass()).count();
	}

	@Test
	void whenAllComeAtOnceThenTheLimitPasses() {
		for (int count : new int[] { 1, 7, 100, 1_000_000 }) {
			RateLimit limit = new RateLimit(count, this.nanoTime::get);
			assertThat(passing(limit, count + 50)).isEqualTo(count);
		}
	}

	@Test
	void whenTimePassesThenAsManyPassAgain() {
		RateLimit limit = new RateLimit(100, this.nanoTime::get);
		passing(limit, 1000);
		pass(Duration.ofSeconds(6));
		assertThat(passing(limit, 1000)).isEqualTo(10);
		pass(Duration.ofMinutes(10));
		assertThat(passing(limit, 1000)).isEqualTo(100);
	}

	@Test
	void whenThereIsNoLimitThenAllPass() {
		assertThat(passing(new RateLimit(0, this.nanoTime::get), 10_000)).isEqualTo(10_000);
	}

	@Test
	void whenManyThreadsComeThenTheLimitPassesAllTheSame() {
		RateLimit limit = new RateLimit(1000, this.nanoTime::get);
		long passed = IntStream.range(0, 4)
			.mapToObj((thread) -> CompletableFuture.supplyAsync(() -> passing(limit, 5000)))
			.toList()
			.stream()
			.mapToLong(CompletableFuture::join)
			.sum();
		assertThat(passed).isEqualTo(1000);
	}

}
