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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.winsvc.health.CheckRound.Answer;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;

/**
 * The health of the service in few words: each check with its severity and latency, and
 * no details. Checks run side by side, and not at all if their answers are recent.
 *
 * @since 0.1.0
 */
public final class CompactHealth {

	private static final double NANOS_PER_MILLI = 1_000_000;

	private static final double MICROS_PER_MILLI = 1_000;

	private final List<WatchSource> sources;

	private final Duration reuse;

	/**
	 * Create the compact form.
	 * @param registry the registry of checks
	 * @param reactiveRegistry the registry of reactive checks, {@code null} if there is
	 * none
	 * @param limits how checks are watched
	 */
	public CompactHealth(HealthContributorRegistry registry,
			@Nullable ReactiveHealthContributorRegistry reactiveRegistry, HealthProperties limits) {
		this.sources = Stream.of((Object) registry, (reactiveRegistry != null) ? reactiveRegistry : registry)
			.distinct()
			.filter(WatchSource.class::isInstance)
			.map(WatchSource.class::cast)
			.toList();
		this.reuse = limits.compactInterval();
	}

	/**
	 * Ask every check.
	 */
	Report report() {
		List<HealthWatch> watches = this.sources.stream().flatMap(WatchSource::watches).toList();
		List<CheckRound> rounds = watches.stream().map((watch) -> watch.begin(this.reuse)).toList();
		Severity worst = Severity.HEALTHY;
		List<Map<String, Object>> checks = new ArrayList<>();
		for (int i = 0; i < watches.size(); i++) {
			HealthWatch watch = watches.get(i);
			Answer answer = watch.await(rounds.get(i));
			Severity severity = Severity.of(answer.health().getStatus());
			worst = (severity.compareTo(worst) > 0) ? severity : worst;
			checks.add(check(watch.name(), severity, answer));
		}
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("status", worst.toString());
		body.put("checks", checks);
		body.put("timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
		return new Report(worst, body);
	}

	private static Map<String, Object> check(String name, Severity severity, Answer answer) {
		Map<String, Object> check = new LinkedHashMap<>();
		check.put("name", name);
		check.put("status", severity.toString());
		check.put("latency_ms",
				Math.round(answer.latency().toNanos() / NANOS_PER_MILLI * MICROS_PER_MILLI) / MICROS_PER_MILLI);
		if (answer.late()) {
			check.put("late", true);
		}
		return check;
	}

	/**
	 * The health of the service.
	 *
	 * @param severity the worst of all checks
	 * @param body what to answer
	 */
	record Report(Severity severity, Map<String, Object> body) {

	}

}
