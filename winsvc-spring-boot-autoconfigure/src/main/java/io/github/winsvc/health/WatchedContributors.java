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

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Contributors whose checks answer in time.
 */
class WatchedContributors implements CompositeHealthContributor, WatchSource {

	private final String prefix;

	private final HealthContributors contributors;

	private final HealthWatches watches;

	/**
	 * Watch contributors.
	 * @param prefix what stands before their names
	 */
	WatchedContributors(String prefix, HealthContributors contributors, HealthWatches watches) {
		this.prefix = prefix;
		this.contributors = contributors;
		this.watches = watches;
	}

	@Override
	public @Nullable HealthContributor getContributor(String name) {
		HealthContributor contributor = this.contributors.getContributor(name);
		return (contributor != null) ? watch(name, contributor) : null;
	}

	@Override
	public Stream<Entry> stream() {
		return this.contributors.stream()
			.map((entry) -> new Entry(entry.name(), watch(entry.name(), entry.contributor())));
	}

	private HealthContributor watch(String name, HealthContributor contributor) {
		String path = this.prefix + name;
		if (contributor instanceof HealthIndicator indicator) {
			return new WatchedHealthIndicator(this.watches.of(path, indicator));
		}
		return (contributor instanceof CompositeHealthContributor composite)
				? new WatchedContributors(path + "/", composite, this.watches) : contributor;
	}

	@Override
	public Stream<HealthWatch> watches() {
		return stream().map(Entry::contributor).flatMap(WatchedContributors::watches);
	}

	private static Stream<HealthWatch> watches(HealthContributor contributor) {
		if (contributor instanceof WatchedHealthIndicator indicator) {
			return Stream.of(indicator.watch());
		}
		return (contributor instanceof WatchSource source) ? source.watches() : Stream.empty();
	}

}
