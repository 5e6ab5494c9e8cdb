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

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * The watches of all checks, one for each as long as it is registered.
 *
 * @since 0.1.0
 */
public final class HealthWatches {

	private final Map<String, Watched> watches = new ConcurrentHashMap<>();

	private final HealthProperties limits;

	private final CheckRecorder recorder;

	private final Executor threads;

	/**
	 * Create the watches.
	 * @param limits how to watch
	 * @param recorder hears of each check
	 * @param threads where checks run that hold their thread
	 */
	public HealthWatches(HealthProperties limits, CheckRecorder recorder, Executor threads) {
		this.limits = limits;
		this.recorder = recorder;
		this.threads = threads;
	}

	HealthWatch of(String name, HealthIndicator indicator) {
		return of(name, name, indicator, () -> CompletableFuture.supplyAsync(indicator::health, this.threads));
	}

	HealthWatch ofReactive(String name, Object contributor, Supplier<CompletionStage<Health>> check) {
		return of("reactive " + name, name, contributor, check);
	}

	/**
	 * Return the watch of a check, a new one if the key belonged to another check.
	 */
	private HealthWatch of(String key, String name, Object contributor, Supplier<CompletionStage<Health>> check) {
		return this.watches
			.compute(key,
					(same, former) -> (former != null && former.contributor() == contributor) ? former
							: new Watched(contributor, new HealthWatch(name, check, this.limits, this.recorder)))
			.watch();
	}

	/**
	 * A check and its watch.
	 *
	 * @param contributor the check
	 * @param watch the watch
	 */
	private record Watched(Object contributor, HealthWatch watch) {

	}

}
