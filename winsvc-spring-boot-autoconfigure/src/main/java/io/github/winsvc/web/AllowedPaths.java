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

package io.github.winsvc.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import org.springframework.http.server.PathContainer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The paths that are answered even while the service is paused.
 *
 * @since 0.1.0
 */
public class AllowedPaths {

	private final Supplier<List<PathPattern>> patterns;

	/**
	 * Create the paths.
	 * @param configured patterns from the configuration of the application
	 * @param actuator finds the paths of the actuator, which are known only when all
	 * beans are
	 */
	public AllowedPaths(Collection<String> configured, Supplier<? extends Collection<String>> actuator) {
		this.patterns = SingletonSupplier.of(() -> parse(configured, actuator.get()));
	}

	private static List<PathPattern> parse(Collection<String> configured, Collection<String> actuator) {
		PathPatternParser parser = PathPatternParser.defaultInstance;
		List<PathPattern> patterns = new ArrayList<>();
		configured.forEach((pattern) -> patterns.add(parser.parse(pattern)));
		actuator.forEach((path) -> patterns.add(parser.parse(path + "/**")));
		return patterns;
	}

	boolean contain(PathContainer path) {
		return this.patterns.get().stream().anyMatch((pattern) -> pattern.matches(path));
	}

}
