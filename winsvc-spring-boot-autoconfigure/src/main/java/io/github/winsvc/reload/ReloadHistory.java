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
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.winsvc.launch.PastReload;
import io.github.winsvc.launch.PastReload.Outcome;
import io.github.winsvc.launch.ServiceHome;
import org.jspecify.annotations.Nullable;

/**
 * The reloads since the start of the application. All methods may be called from any
 * thread.
 *
 * @since 0.1.0
 */
public final class ReloadHistory {

	/** How many reloads are remembered. */
	static final int SIZE = 10;

	private final ReloadRecorder recorder;

	private final Deque<PastReload> latest = new ArrayDeque<>();

	private final Map<Outcome, Total> totals = new EnumMap<>(Outcome.class);

	private @Nullable PastReload applied;

	private List<String> keysForRestart = List.of();

	private ReloadHistory(ReloadRecorder recorder) {
		this.recorder = recorder;
	}

	/**
	 * Begin the history of this run, and tell operators that there is one.
	 * @return the history, which has no reloads yet
	 */
	public static ReloadHistory begin() {
		return begin(new ReloadRecorder(ServiceHome.ofThisProcess()));
	}

	static ReloadHistory begin(ReloadRecorder recorder) {
		ReloadHistory history = new ReloadHistory(recorder);
		recorder.write(null, null, List.of());
		return history;
	}

	/**
	 * Add a reload.
	 * @param begun when it began to read the configuration
	 * @param result what became of it
	 * @param keysForRestart what takes effect at the next start now, all reloads taken
	 * together
	 */
	synchronized void add(Instant begun, ReloadResult result, Collection<String> keysForRestart) {
		PastReload reload = of(begun, result);
		this.latest.addFirst(reload);
		if (this.latest.size() > SIZE) {
			this.latest.removeLast();
		}
		if (reload.outcome() == Outcome.APPLIED) {
			this.applied = reload;
		}
		this.totals.merge(reload.outcome(), new Total(1, reload.duration()), Total::plus);
		this.keysForRestart = List.copyOf(keysForRestart);
		this.recorder.write(reload, this.applied, this.keysForRestart);
	}

	private static PastReload of(Instant begun, ReloadResult result) {
		if (result instanceof ReloadResult.Applied applied) {
			return new PastReload(begun, result.trigger(), Outcome.APPLIED, List.copyOf(applied.keys()),
					List.copyOf(applied.keysForRestart()), List.of(), result.duration());
		}
		if (result instanceof ReloadResult.Rejected rejected) {
			return new PastReload(begun, result.trigger(), Outcome.REJECTED, List.copyOf(rejected.keys()), List.of(),
					rejected.reasons(), result.duration());
		}
		return new PastReload(begun, result.trigger(), Outcome.UNCHANGED, List.of(), List.of(), List.of(),
				result.duration());
	}

	/**
	 * Return the latest reloads.
	 * @return up to 10 reloads, the latest first
	 */
	public synchronized List<PastReload> latest() {
		return List.copyOf(this.latest);
	}

	/**
	 * Return the properties that have changed since the start and take effect at the next
	 * one. A property whose value is the former one again is none of them.
	 * @return the keys, sorted
	 */
	public synchronized List<String> keysForRestart() {
		return this.keysForRestart;
	}

	/**
	 * Return how many reloads had an outcome.
	 * @param outcome the outcome
	 * @return the number since the start
	 */
	public synchronized long count(Outcome outcome) {
		return total(outcome).count();
	}

	/**
	 * Return how long all reloads of an outcome took together.
	 * @param outcome the outcome
	 * @return the sum since the start
	 */
	public synchronized Duration duration(Outcome outcome) {
		return total(outcome).duration();
	}

	private Total total(Outcome outcome) {
		return this.totals.getOrDefault(outcome, Total.NONE);
	}

	private record Total(long count, Duration duration) {

		static final Total NONE = new Total(0, Duration.ZERO);

		Total plus(Total other) {
			return new Total(this.count + other.count, this.duration.plus(other.duration));
		}

	}

}
