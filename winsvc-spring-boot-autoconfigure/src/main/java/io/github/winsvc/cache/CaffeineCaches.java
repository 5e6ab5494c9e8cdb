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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.jspecify.annotations.Nullable;

import org.springframework.cache.caffeine.CaffeineCache;
import org.springframework.cache.caffeine.CaffeineCacheManager;

/**
 * The caches of a manager. The manager can only make all of its common caches anew; one
 * that shall remain is put back, and is a custom cache to the manager from then on.
 */
class CaffeineCaches {

	private final CaffeineCacheManager manager;

	/** Custom caches that are common ones by right. */
	private final Map<String, Cache<Object, Object>> adopted = new ConcurrentHashMap<>();

	CaffeineCaches(CaffeineCacheManager manager) {
		this.manager = manager;
	}

	Map<String, CaffeineCache> all() {
		Map<String, CaffeineCache> all = new LinkedHashMap<>();
		for (String name : this.manager.getCacheNames()) {
			CaffeineCache cache = find(name);
			if (cache != null) {
				all.put(name, cache);
			}
		}
		return all;
	}

	boolean areLoading() {
		return nativeCaches().stream().anyMatch(LoadingCache.class::isInstance);
	}

	boolean areAsynchronous() {
		return all().values().stream().anyMatch((cache) -> async(cache) != null);
	}

	/**
	 * Whether any cache has limits, or there is none. If not, it is not the configuration
	 * that says how caches are made.
	 */
	boolean have(CacheLimits limits) {
		Collection<Cache<Object, Object>> caches = nativeCaches();
		return caches.isEmpty() || caches.stream().map(CacheLimits::of).anyMatch(limits::equals);
	}

	private Collection<Cache<Object, Object>> nativeCaches() {
		return all().values().stream().map(CaffeineCache::getNativeCache).toList();
	}

	/**
	 * Make all common caches anew, and those to come.
	 * @param spec what they are made by
	 */
	void makeAnew(CacheSpec spec) {
		this.manager.setCaffeine(spec.builder());
	}

	/**
	 * Whether a cache is not one that the application has made itself.
	 * @param former the cache before {@link #makeAnew(CacheSpec)}
	 */
	boolean isCommon(String name, CaffeineCache former) {
		return !isPresent(name, former) || this.adopted.get(name) == former.getNativeCache();
	}

	boolean isPresent(String name, CaffeineCache cache) {
		CaffeineCache present = find(name);
		return present != null && present.getNativeCache() == cache.getNativeCache();
	}

	/**
	 * Put a cache back, with its entries.
	 */
	void putBack(String name, CaffeineCache cache) {
		AsyncCache<Object, Object> async = async(cache);
		if (async != null) {
			this.manager.registerCustomCache(name, async);
		}
		else {
			this.manager.registerCustomCache(name, cache.getNativeCache());
		}
		this.adopted.put(name, cache.getNativeCache());
	}

	/**
	 * Make a cache anew that was put back before. Where caches are made for any name,
	 * asking for it does that; where they are not, the name must never be without a
	 * cache.
	 */
	void makeAnew(String name, boolean dynamic) {
		if (dynamic) {
			this.manager.removeCache(name);
		}
		else {
			this.manager.setCacheNames(List.of(name));
		}
		CaffeineCache made = find(name);
		if (made != null) {
			this.adopted.put(name, made.getNativeCache());
		}
	}

	private @Nullable CaffeineCache find(String name) {
		return (this.manager.getCache(name) instanceof CaffeineCache cache) ? cache : null;
	}

	/**
	 * A cache does not say whether it is asynchronous, unless it is.
	 */
	private static @Nullable AsyncCache<Object, Object> async(CaffeineCache cache) {
		try {
			return cache.getAsyncCache();
		}
		catch (IllegalStateException ex) {
			return null;
		}
	}

}
