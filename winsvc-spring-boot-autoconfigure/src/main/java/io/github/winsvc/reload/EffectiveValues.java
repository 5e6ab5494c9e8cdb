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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The values that the properties of an environment have once all sources and placeholders
 * are taken into account. Random values are left out, because they differ each time.
 */
final class EffectiveValues {

	private static final Set<String> RANDOM = Set.of("random", "cachedrandom");

	private static final String VARIABLES = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

	/** What these hold is the same in both environments, or no business of a reload. */
	private static final Set<String> STANDARD = Set.of(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
			VARIABLES, "servletConfigInitParams", "servletContextInitParams", "jndiProperties");

	private final CandidateEnvironment environment;

	private EffectiveValues(ConfigurableEnvironment environment) {
		MutablePropertySources sources = new MutablePropertySources();
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (!ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)
					&& !RANDOM.contains(source.getName())) {
				sources.addLast(source);
			}
		}
		this.environment = new CandidateEnvironment(sources);
		this.environment.setIgnoreUnresolvableNestedPlaceholders(true);
		ConfigurationPropertySources.attach(this.environment);
	}

	/**
	 * Find out what a candidate would change.
	 * @throws ReloadRefusedException if a value refers to itself
	 */
	static ConfigChange change(ConfigurableEnvironment live, ConfigurableEnvironment candidate) {
		EffectiveValues before = new EffectiveValues(live);
		EffectiveValues after = new EffectiveValues(candidate);
		Set<String> keys = before.keys();
		keys.addAll(after.keys());
		keys.addAll(changedVariables(before.variables(), after.variables()));
		Set<String> changed = new TreeSet<>();
		Set<String> removed = new TreeSet<>();
		for (String key : keys) {
			Object former = before.get(key);
			Object next = after.get(key);
			if (!Objects.equals(former, next)) {
				if (next instanceof Unresolvable unresolvable) {
					throw new ReloadRefusedException(ReloadProblem.reasons(key, unresolvable.message()));
				}
				changed.add(key);
				if (next == null) {
					removed.add(key);
				}
			}
		}
		return new ConfigChange(changed, removed, live, candidate);
	}

	/**
	 * Most variables are no properties, and few ever change.
	 */
	private static Set<String> changedVariables(Map<String, ?> before, Map<String, ?> after) {
		Set<String> names = new TreeSet<>();
		if (before != after) {
			names.addAll(before.keySet());
			names.addAll(after.keySet());
			names.removeIf((name) -> Objects.equals(before.get(name), after.get(name)));
		}
		return names;
	}

	@SuppressWarnings("unchecked")
	private Map<String, ?> variables() {
		PropertySource<?> source = this.environment.getPropertySources().get(VARIABLES);
		return (source != null && source.getSource() instanceof Map<?, ?> variables) ? (Map<String, ?>) variables
				: Map.of();
	}

	/**
	 * Return the values of keys as text, empty for one that has none.
	 */
	static Map<String, Optional<String>> of(ConfigurableEnvironment environment, Set<String> keys) {
		EffectiveValues values = new EffectiveValues(environment);
		Map<String, Optional<String>> found = new TreeMap<>();
		keys.forEach((key) -> found.put(key, Optional.ofNullable(values.get(key)).map(Object::toString)));
		return found;
	}

	private Set<String> keys() {
		Set<String> keys = new TreeSet<>();
		for (PropertySource<?> source : this.environment.getPropertySources()) {
			if (!STANDARD.contains(source.getName()) && source instanceof EnumerablePropertySource<?> enumerable) {
				Collections.addAll(keys, enumerable.getPropertyNames());
			}
		}
		return keys;
	}

	private @Nullable Object get(String key) {
		try {
			Object value = find(key);
			return (value instanceof CharSequence text) ? this.environment.resolvePlaceholders(text.toString()) : value;
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			return new Unresolvable(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * A key may have gone and its value be there under another spelling.
	 */
	private @Nullable Object find(String key) {
		Object value = this.environment.getProperty(key, Object.class);
		return (value != null) ? value
				: this.environment.getProperty(ConfigChange.nameOf(key).toString(), Object.class);
	}

	/**
	 * A value that cannot be told.
	 *
	 * @param message why not
	 */
	private record Unresolvable(String message) {

	}

}
