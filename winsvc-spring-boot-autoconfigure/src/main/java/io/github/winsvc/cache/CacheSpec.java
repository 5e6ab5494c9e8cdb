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

import java.util.Set;
import java.util.TreeSet;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * What {@code spring.cache.caffeine.spec} says.
 *
 * @param text the text, empty if there is none
 */
record CacheSpec(String text) {

	static final String KEY = "spring.cache.caffeine.spec";

	private static final Set<String> LIMITS = Set.of("maximumSize", "maximumWeight", "expireAfterWrite",
			"expireAfterAccess", "refreshAfterWrite");

	static CacheSpec of(Environment environment) {
		return new CacheSpec(Binder.get(environment).bind(KEY, String.class).orElse("").strip());
	}

	boolean isEmpty() {
		return !StringUtils.hasText(this.text);
	}

	/**
	 * Return a builder as Spring Boot uses it for this text.
	 * @throws IllegalArgumentException if the text cannot be read
	 */
	Caffeine<Object, Object> builder() {
		return isEmpty() ? Caffeine.newBuilder() : Caffeine.from(this.text);
	}

	/**
	 * Return the limits of a cache that is made by this text.
	 * @param loading whether there is something that loads entries
	 * @param async whether the cache is an asynchronous one
	 * @throws IllegalArgumentException if the text cannot be read
	 * @throws IllegalStateException if its options cannot be together
	 */
	CacheLimits limits(boolean loading, boolean async) {
		CacheLoader<Object, Object> loader = (key) -> key;
		if (async) {
			return CacheLimits.of((loading ? builder().buildAsync(loader) : builder().buildAsync()).synchronous());
		}
		return CacheLimits.of(loading ? builder().build(loader) : builder().build());
	}

	/**
	 * Whether a cache made by this text becomes one of the other by a change of its
	 * limits.
	 */
	boolean isOfKind(CacheSpec other) {
		return kind().equals(other.kind());
	}

	private Set<String> kind() {
		Set<String> kind = new TreeSet<>();
		for (String option : StringUtils.tokenizeToStringArray(this.text, ",")) {
			String name = option.split("=", 2)[0].strip();
			if (!name.equals("initialCapacity")) {
				kind.add(LIMITS.contains(name) ? name : option);
			}
		}
		return kind;
	}

}
