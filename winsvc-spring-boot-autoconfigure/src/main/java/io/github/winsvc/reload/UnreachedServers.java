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

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;

/**
 * Finds out which property sources are missing because an optional import names a server
 * that does not answer. Spring Boot goes on without them, which is right at a start and
 * would be a change for the worse in a reload.
 */
final class UnreachedServers {

	/** What Spring Cloud Config calls the sources of its server. */
	private static final String CONFIG_SERVER = "configserver:";

	/** The one that is there whenever its server has answered. */
	private static final String CONFIG_CLIENT = "configClient";

	private static final Pattern IMPORT = Pattern.compile("spring\\.config\\.import(\\[\\d+])?");

	private static final Pattern OPTIONAL_SERVER = Pattern
		.compile("(^|.*[,;])\\s*optional:(?!(file|classpath|configtree|env):)[a-zA-Z][a-zA-Z0-9+.-]+:.*");

	private UnreachedServers() {
	}

	/**
	 * Return the names of the sources that are missing for that reason.
	 * @param live the sources as they are
	 * @param made the names of those that are made anew in each reload
	 * @param candidate the sources made anew
	 */
	static Set<String> missing(MutablePropertySources live, Set<String> made, ConfigurableEnvironment candidate) {
		Set<String> missing = new LinkedHashSet<>();
		MutablePropertySources sources = candidate.getPropertySources();
		boolean configServerAnswers = sources.contains(CONFIG_CLIENT);
		for (PropertySource<?> source : live) {
			String name = source.getName();
			if (made.contains(name) && !sources.contains(name)
					&& (isOfConfigServer(name) ? !configServerAnswers : isOfOtherServer(source))) {
				missing.add(name);
			}
		}
		return (missing.isEmpty() || !hasOptionalServer(candidate)) ? Set.of() : missing;
	}

	private static boolean isOfConfigServer(String name) {
		return name.startsWith(CONFIG_SERVER) || name.equals(CONFIG_CLIENT);
	}

	/**
	 * Other servers have classes of their own, which neither Spring nor winsvc uses for
	 * what is in files.
	 */
	private static boolean isOfOtherServer(PropertySource<?> source) {
		String type = source.getClass().getName();
		return !type.startsWith("org.springframework.core.") && !type.startsWith("org.springframework.boot.")
				&& !type.startsWith("io.github.winsvc.");
	}

	private static boolean hasOptionalServer(ConfigurableEnvironment environment) {
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable) {
				for (String key : enumerable.getPropertyNames()) {
					if (IMPORT.matcher(key).matches() && OPTIONAL_SERVER
						.matcher(environment.resolvePlaceholders(String.valueOf(enumerable.getProperty(key))))
						.matches()) {
						return true;
					}
				}
			}
		}
		return false;
	}

}
