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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.cloud.context.scope.ScopeCache;

/**
 * The instances of a scope. While a thread makes new ones, it alone sees them, and all
 * others go on with the former ones until the new ones are published.
 */
class ReloadScopeCache implements ScopeCache {

	private final Map<String, Object> published = new ConcurrentHashMap<>();

	private final Map<String, Object> staged = new ConcurrentHashMap<>();

	private final Map<String, Object> retired = new ConcurrentHashMap<>();

	private volatile Collection<String> stagedNames = Set.of();

	private volatile @Nullable Thread stagingThread;

	/**
	 * Have this thread make new instances.
	 */
	void stage(Collection<String> names) {
		this.stagedNames = Set.copyOf(names);
		this.stagingThread = Thread.currentThread();
	}

	/**
	 * Let all threads have the new instances.
	 * @return the names of those whose former instance is to be destroyed
	 */
	Collection<String> publish() {
		this.staged.forEach((name, instance) -> {
			Object former = this.published.put(name, instance);
			if (former != null) {
				this.retired.put(name, former);
			}
		});
		this.staged.clear();
		end();
		return new ArrayList<>(this.retired.keySet());
	}

	/**
	 * Give up the new instances.
	 * @return the names of those that are to be destroyed
	 */
	Collection<String> discard() {
		this.retired.putAll(this.staged);
		this.staged.clear();
		end();
		return new ArrayList<>(this.retired.keySet());
	}

	private void end() {
		this.stagingThread = null;
		this.stagedNames = Set.of();
	}

	private Map<String, Object> instances(String name) {
		return (Thread.currentThread() == this.stagingThread && this.stagedNames.contains(name)) ? this.staged
				: this.published;
	}

	boolean contains(String name) {
		return this.published.containsKey(name);
	}

	/**
	 * What is to be destroyed goes first: it is no longer in use.
	 */
	@Override
	public @Nullable Object remove(String name) {
		Object former = this.retired.remove(name);
		return (former != null) ? former : instances(name).remove(name);
	}

	@Override
	public Collection<Object> clear() {
		Collection<Object> all = new ArrayList<>(this.published.values());
		this.published.clear();
		return all;
	}

	@Override
	public @Nullable Object get(String name) {
		return instances(name).get(name);
	}

	@Override
	public Object put(String name, Object value) {
		Object known = instances(name).putIfAbsent(name, value);
		return (known != null) ? known : value;
	}

}
