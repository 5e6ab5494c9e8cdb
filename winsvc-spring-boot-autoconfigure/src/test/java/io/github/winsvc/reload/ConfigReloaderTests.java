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

package io.github.winsvc.reload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ConfigReloader}.
 */
class ConfigReloaderTests {

	private final AtomicInteger runs = new AtomicInteger();

	private final AtomicInteger callers = new AtomicInteger();

	private final CountDownLatch release = new CountDownLatch(1);

	private ReloadResult run(String trigger) {
		this.runs.incrementAndGet();
		try {
			this.release.await(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return new ReloadResult.Unchanged(trigger, Duration.ZERO);
	}

	@Test
	void whenManyCallWhileOneRunsThenTheyShareTheNextOne() {
		ConfigReloader reloader = new ConfigReloader((Function<String, ReloadResult>) this::run);
		CompletableFuture<ReloadResult> first = CompletableFuture.supplyAsync(() -> reloader.reload("first"));
		await().until(() -> this.runs.get() == 1);
		List<Thread> threads = new ArrayList<>();
		List<ReloadResult> results = Collections.synchronizedList(new ArrayList<>());
		for (int i = 0; i < 10; i++) {
			Thread thread = new Thread(() -> {
				this.callers.incrementAndGet();
				results.add(reloader.reload("next"));
			});
			thread.start();
			threads.add(thread);
		}
		await().until(() -> threads.stream().allMatch((thread) -> thread.getState() == Thread.State.WAITING));
		this.release.countDown();
		assertThat(first.join().trigger()).isEqualTo("first");
		await().until(() -> results.size() == 10);
		assertThat(this.runs).hasValue(2);
		assertThat(results).allMatch((result) -> result == results.get(0));
	}

	@Test
	void whenReloadCallsForAnotherThenItIsToldThatItCannot() {
		ConfigReloader[] reloader = new ConfigReloader[1];
		reloader[0] = new ConfigReloader((Function<String, ReloadResult>) (trigger) -> reloader[0].reload("inner"));
		assertThatIllegalStateException().isThrownBy(() -> reloader[0].reload("outer"));
	}

	@Test
	void whenOneFailsThenTheNextRuns() {
		this.release.countDown();
		ConfigReloader reloader = new ConfigReloader((Function<String, ReloadResult>) (trigger) -> {
			if (trigger.equals("fail")) {
				throw new IllegalArgumentException();
			}
			return run(trigger);
		});
		assertThatException().isThrownBy(() -> reloader.reload("fail"));
		assertThat(reloader.reload("next").trigger()).isEqualTo("next");
	}

}
