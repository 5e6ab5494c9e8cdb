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

import io.github.winsvc.health.CheckRound.Answer;
import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;

/**
 * A reactive health check that answers in time.
 *
 * @param watch runs the check
 */
record WatchedReactiveIndicator(HealthWatch watch) implements ReactiveHealthIndicator {

	@Override
	public Mono<Health> health() {
		return Mono.defer(this::answer).map(Answer::health);
	}

	private Mono<Answer> answer() {
		CheckRound round = this.watch.begin(Duration.ZERO);
		Duration patience = this.watch.patience(round);
		if (!round.isOver() && patience.compareTo(Duration.ZERO) <= 0) {
			return Mono.just(this.watch.late(round));
		}
		Mono<Answer> answer = Mono.fromFuture(round.answer(), true);
		return round.isOver() ? answer : answer.timeout(patience, Mono.fromSupplier(() -> this.watch.late(round)));
	}

}
