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

package io.github.winsvc.boot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.scm.KebabCase;
import io.github.winsvc.scm.ServiceStart;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * What the SCM has told at the start, as properties.
 */
final class StartProperties {

	/**
	 * The property source of {@code winsvc.service}, {@code winsvc.start.reason} and
	 * {@code winsvc.start.arguments}.
	 */
	static final String SOURCE = "winsvcStart";

	/**
	 * The property source of the start arguments of the form {@code --name=value}, of the
	 * highest rank: they were given for this start alone.
	 */
	static final String ARGUMENTS_SOURCE = "winsvcStartArguments";

	private StartProperties() {
	}

	static void add(ServiceStart start, boolean argumentsAsProperties, MutablePropertySources sources) {
		sources.addFirst(new MapPropertySource(SOURCE, facts(start)));
		if (argumentsAsProperties) {
			sources.addFirst(
					new SimpleCommandLinePropertySource(ARGUMENTS_SOURCE, start.arguments().toArray(String[]::new)));
		}
	}

	static String reason(ServiceStart start) {
		return KebabCase.of(start.reason().get());
	}

	private static Map<String, Object> facts(ServiceStart start) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put(ServiceCommandLine.MARKER, start.name());
		facts.put("winsvc.start.reason", reason(start));
		List<String> arguments = start.arguments();
		for (int i = 0; i < arguments.size(); i++) {
			facts.put("winsvc.start.arguments[" + i + "]", arguments.get(i));
		}
		return facts;
	}

}
