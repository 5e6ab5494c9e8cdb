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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import io.github.winsvc.reload.ReloadStep;

import org.springframework.cache.caffeine.CaffeineCache;

/**
 * Has caches follow. They keep their entries if only their limits differ; else they are
 * made anew. What is taken back are the former caches with their entries.
 */
class CaffeineStep implements ReloadStep {

	private final CaffeineCaches caches;

	private final SpecChange change;

	private final Set<String> keysForRestart;

	private final Deque<Runnable> undo = new ArrayDeque<>();

	CaffeineStep(CaffeineCaches caches, SpecChange change, Set<String> keysForRestart) {
		this.caches = caches;
		this.change = change;
		this.keysForRestart = keysForRestart;
	}

	@Override
	public void apply() {
		Map<String, CaffeineCache> all = this.caches.all();
		this.undo.push(() -> restore(all));
		this.caches.makeAnew(this.change.next());
		all.forEach((name, cache) -> {
			if (this.caches.isCommon(name, cache)) {
				follow(name, cache);
			}
		});
	}

	private void follow(String name, CaffeineCache cache) {
		boolean present = this.caches.isPresent(name, cache);
		if (this.change.keepsCaches()) {
			limit(cache.getNativeCache());
			if (!present) {
				this.caches.putBack(name, cache);
			}
		}
		else if (present) {
			this.caches.makeAnew(name, this.change.dynamic());
		}
	}

	private void limit(Cache<Object, Object> cache) {
		CacheLimits former = CacheLimits.of(cache);
		this.undo.push(() -> former.applyTo(cache));
		this.change.limits().applyTo(cache);
	}

	private void restore(Map<String, CaffeineCache> all) {
		this.caches.makeAnew(this.change.former());
		all.forEach((name, cache) -> {
			if (!this.caches.isPresent(name, cache)) {
				this.caches.putBack(name, cache);
			}
		});
	}

	@Override
	public void undo() {
		this.undo.forEach(Runnable::run);
	}

	@Override
	public Set<String> keysForRestart() {
		return this.keysForRestart;
	}

}
