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

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthContributors;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;

/**
 * Reactive contributors whose checks answer in time.
 */
class WatchedReactiveContributors implements CompositeReactiveHealthContributor, WatchSource {

	private final String prefix;

	private final ReactiveHealthContributors contributors;

	private final HealthWatches watches;

	/**
	 * Watch contributors.
	 * @param prefix what stands before their names
	 */
	WatchedReactiveContributors(String prefix, ReactiveHealthContributors contributors, HealthWatches watches) {
		this.prefix = prefix;
		this.contributors = contributors;
		this.watches = watches;
	}

	@Override
	public @Nullable ReactiveHealthContributor getContributor(String name) {
		ReactiveHealthContributor contributor = this.contributors.getContributor(name);
		return (contributor != null) ? watch(name, contributor) : null;
	}

	@Override
	public Stream<Entry> stream() {
		return this.contributors.stream()
			.map((entry) -> new Entry(entry.name(), watch(entry.name(), entry.contributor())));
	}

	private ReactiveHealthContributor watch(String name, ReactiveHealthContributor contributor) {
		String path = this.prefix + name;
		if (contributor instanceof ReactiveHealthIndicator indicator) {
			return new WatchedReactiveIndicator(this.watches.ofReactive(path, indicator,
					() -> Mono.defer(indicator::health).subscribeOn(Schedulers.boundedElastic()).toFuture()));
		}
		return (contributor instanceof CompositeReactiveHealthContributor composite)
				? new WatchedReactiveContributors(path + "/", composite, this.watches) : contributor;
	}

	@Override
	public Stream<HealthWatch> watches() {
		return stream().map(Entry::contributor).flatMap(WatchedReactiveContributors::watches);
	}

	private static Stream<HealthWatch> watches(ReactiveHealthContributor contributor) {
		if (contributor instanceof WatchedReactiveIndicator indicator) {
			return Stream.of(indicator.watch());
		}
		return (contributor instanceof WatchSource source) ? source.watches() : Stream.empty();
	}

}
