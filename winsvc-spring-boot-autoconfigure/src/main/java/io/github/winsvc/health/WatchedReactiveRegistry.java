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

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;

/**
 * A registry of reactive contributors whose checks answer in time.
 *
 * @since 0.1.0
 */
public final class WatchedReactiveRegistry extends WatchedReactiveContributors
		implements ReactiveHealthContributorRegistry {

	private final ReactiveHealthContributorRegistry registry;

	/**
	 * Watch the contributors of a registry.
	 * @param registry the registry
	 * @param watches the watches
	 */
	public WatchedReactiveRegistry(ReactiveHealthContributorRegistry registry, HealthWatches watches) {
		super("", registry, watches);
		this.registry = registry;
	}

	@Override
	public void registerContributor(String name, ReactiveHealthContributor contributor) {
		this.registry.registerContributor(name, contributor);
	}

	@Override
	public @Nullable ReactiveHealthContributor unregisterContributor(String name) {
		return this.registry.unregisterContributor(name);
	}

}
