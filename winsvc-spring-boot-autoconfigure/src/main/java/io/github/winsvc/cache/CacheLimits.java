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

package io.github.winsvc.cache;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Policy;
import com.github.benmanes.caffeine.cache.Policy.Eviction;
import com.github.benmanes.caffeine.cache.Policy.FixedExpiration;
import com.github.benmanes.caffeine.cache.Policy.FixedRefresh;

/**
 * The limits of a cache that can change while it is in use.
 *
 * @param maximum the greatest number or weight of entries
 * @param expireAfterWrite how long an entry lives after it was written
 * @param expireAfterAccess how long an entry lives after it was used
 * @param refreshAfterWrite when an entry is loaded anew after it was written
 */
record CacheLimits(Optional<Long> maximum, Optional<Duration> expireAfterWrite, Optional<Duration> expireAfterAccess,
		Optional<Duration> refreshAfterWrite) {

	static CacheLimits of(Cache<Object, Object> cache) {
		Policy<Object, Object> policy = cache.policy();
		return new CacheLimits(policy.eviction().map(Eviction::getMaximum),
				policy.expireAfterWrite().map(FixedExpiration::getExpiresAfter),
				policy.expireAfterAccess().map(FixedExpiration::getExpiresAfter),
				policy.refreshAfterWrite().map(FixedRefresh::getRefreshesAfter));
	}

	/**
	 * Give a cache these limits. It keeps its entries, as far as they are within.
	 * @param cache a cache that has limits of the same kinds
	 */
	void applyTo(Cache<Object, Object> cache) {
		Policy<Object, Object> policy = cache.policy();
		this.maximum.ifPresent((maximum) -> policy.eviction().orElseThrow().setMaximum(maximum));
		this.expireAfterWrite
			.ifPresent((duration) -> policy.expireAfterWrite().orElseThrow().setExpiresAfter(duration));
		this.expireAfterAccess
			.ifPresent((duration) -> policy.expireAfterAccess().orElseThrow().setExpiresAfter(duration));
		this.refreshAfterWrite
			.ifPresent((duration) -> policy.refreshAfterWrite().orElseThrow().setRefreshesAfter(duration));
	}

}
