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

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What a reload is about to change.
 *
 * @param keys the keys of all properties whose effective value changes, sorted
 * @param removedKeys those of them that have no value any more
 * @param live the environment of the application
 * @param candidate the environment as it shall be; nobody but the reload sees it yet
 * @since 0.1.0
 */
public record ConfigChange(Set<String> keys, Set<String> removedKeys, ConfigurableEnvironment live,
		ConfigurableEnvironment candidate) {

	public ConfigChange {
		keys = Collections.unmodifiableSet(new TreeSet<>(keys));
		removedKeys = Collections.unmodifiableSet(new TreeSet<>(removedKeys));
	}

	/**
	 * Whether a property changes that has a name or stands below it, in whatever spelling
	 * Spring Boot takes for the same.
	 * @param name the name, such as {@code orders} or {@code orders.max-lines}
	 * @return whether it changes
	 */
	public boolean affects(String name) {
		return !keysOf(name).isEmpty();
	}

	/**
	 * Return the keys that have a name or stand below it.
	 * @param name the name
	 * @return the keys, sorted
	 */
	public Set<String> keysOf(String name) {
		ConfigurationPropertyName ancestor = nameOf(name);
		Set<String> affected = new TreeSet<>();
		for (String key : this.keys) {
			if (isAtOrBelow(ancestor, key)) {
				affected.add(key);
			}
		}
		return affected;
	}

	/**
	 * Return the keys that have a name or stand below it, and have no value any more.
	 * @param name the name
	 * @return the keys, sorted
	 */
	public Set<String> removedKeysOf(String name) {
		Set<String> affected = keysOf(name);
		affected.retainAll(this.removedKeys);
		return affected;
	}

	/**
	 * Whether a key stands for a name or one below it.
	 */
	static boolean isAtOrBelow(ConfigurationPropertyName name, String key) {
		ConfigurationPropertyName changed = nameOf(key);
		return name.equals(changed) || name.isAncestorOf(changed) || VariableName.isAtOrBelow(name, key);
	}

	/**
	 * Say what is wrong with a property, to operators: its name, its value unless it is a
	 * secret, the problem, and where it stands.
	 * @param key the key of the property, as it is among the keys of this change
	 * @param problem what is wrong and what to write instead
	 * @return a reason for a {@link ReloadRefusedException}
	 */
	public String reason(String key, String problem) {
		return ReloadProblem.reason(this.candidate, key, problem);
	}

	static ConfigurationPropertyName nameOf(String key) {
		return ConfigurationPropertyName.adapt(key, '.');
	}

}
