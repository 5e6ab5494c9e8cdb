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

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The keys whose change has no effect before the application is started again, each with
 * the value that is in effect meanwhile. Used by one reload at a time.
 */
class PendingRestart {

	private final Map<String, Optional<String>> inEffect = new TreeMap<>();

	/**
	 * Take a change into account. A key whose value is that in effect again needs no
	 * restart, and neither does one that has now taken effect.
	 * @param keys the keys that have changed
	 * @param former those of them that need a restart, with their values before
	 * @param values finds the values that keys have now
	 * @return those of the keys of the change that need a restart, sorted
	 */
	Set<String> changed(Set<String> keys, Map<String, Optional<String>> former,
			Function<Set<String>, Map<String, Optional<String>>> values) {
		this.inEffect.keySet().removeIf((key) -> keys.contains(key) && !former.containsKey(key));
		former.forEach(this.inEffect::putIfAbsent);
		Map<String, Optional<String>> now = values.apply(Set.copyOf(this.inEffect.keySet()));
		this.inEffect.entrySet().removeIf((entry) -> entry.getValue().equals(now.get(entry.getKey())));
		Set<String> needed = new TreeSet<>(former.keySet());
		needed.retainAll(this.inEffect.keySet());
		return needed;
	}

	/**
	 * Return the keys of all changes so far.
	 */
	Set<String> keys() {
		return new TreeSet<>(this.inEffect.keySet());
	}

}
