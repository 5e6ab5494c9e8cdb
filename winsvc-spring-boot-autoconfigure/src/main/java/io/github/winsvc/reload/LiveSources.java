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

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;

/**
 * The property sources and profiles of an environment at one time.
 *
 * @param sources the sources in order
 * @param activeProfiles the active profiles
 * @param defaultProfiles the default profiles
 */
record LiveSources(List<PropertySource<?>> sources, List<String> activeProfiles, List<String> defaultProfiles) {

	static LiveSources of(ConfigurableEnvironment environment) {
		return new LiveSources(environment.getPropertySources()
			.stream()
			.filter((source) -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
			.toList(), List.of(environment.getActiveProfiles()), List.of(environment.getDefaultProfiles()));
	}

	/**
	 * Make an environment have these. Sources take the places of their former selves one
	 * after the other, and what is to go goes last, so that a reader finds at any time a
	 * value of one or the other for whatever has one in both.
	 */
	void applyTo(ConfigurableEnvironment environment) {
		MutablePropertySources live = environment.getPropertySources();
		String former = attached(live);
		for (PropertySource<?> source : this.sources) {
			String name = source.getName();
			if (!live.contains(name)) {
				addAfter(former, source, live);
			}
			else if (live.get(name) != source) {
				live.replace(name, source);
			}
			former = name;
		}
		removeOthers(live);
		order(live);
		if (!this.activeProfiles.equals(List.of(environment.getActiveProfiles()))) {
			environment.setActiveProfiles(this.activeProfiles.toArray(String[]::new));
		}
		if (!this.defaultProfiles.equals(List.of(environment.getDefaultProfiles()))) {
			environment.setDefaultProfiles(this.defaultProfiles.toArray(String[]::new));
		}
	}

	private void removeOthers(MutablePropertySources live) {
		Set<String> names = new HashSet<>();
		this.sources.forEach((source) -> names.add(source.getName()));
		for (PropertySource<?> source : live.stream().toList()) {
			if (!names.contains(source.getName())
					&& !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)) {
				live.remove(source.getName());
			}
		}
	}

	private void order(MutablePropertySources live) {
		String former = attached(live);
		int place = (former != null) ? 1 : 0;
		for (PropertySource<?> source : this.sources) {
			if (live.precedenceOf(source) != place) {
				addAfter(former, source, live);
			}
			former = source.getName();
			place++;
		}
	}

	private static @Nullable String attached(MutablePropertySources sources) {
		return sources.stream()
			.filter(ConfigurationPropertySources::isAttachedConfigurationPropertySource)
			.map(PropertySource::getName)
			.findFirst()
			.orElse(null);
	}

	private static void addAfter(@Nullable String former, PropertySource<?> source, MutablePropertySources sources) {
		if (former != null) {
			sources.addAfter(former, source);
		}
		else {
			sources.addFirst(source);
		}
	}

}
