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

package io.github.winsvc.migrate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.winsvc.launch.CommandLine;
import org.jspecify.annotations.Nullable;

/**
 * What a service that another program runs would be with winsvc.
 *
 * @param source what was read
 * @param service the name of the former service, {@code null} if it is not known
 * @param properties names and values, which are texts, booleans and lists of texts
 * @param launch how the application was started, {@code null} if not as a jar
 * @param notCarried what is missing in the properties
 * @since 0.1.0
 */
public record Migration(String source, @Nullable String service, Map<String, Object> properties,
		@Nullable JavaLaunch launch, List<NotCarried> notCarried) {

	/** Neither Java nor the command prompt reads more into it. */
	private static final Pattern PLAIN = Pattern.compile("<application>\\.jar|[^\\s\"&|<>^()]+");

	public Migration {
		properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
		notCarried = List.copyOf(notCarried);
	}

	/**
	 * Return the command that installs the service once the properties are in place.
	 * @return a command line
	 */
	public String install() {
		return install(List.of(), List.of());
	}

	/**
	 * Return the command that installs the service with the options of the JVM and the
	 * arguments of the application on its command line instead of in properties.
	 * @return a command line
	 */
	public String installWithOptions() {
		return (this.launch != null) ? install(this.launch.options(), this.launch.arguments()) : install();
	}

	private String install(List<String> options, List<String> arguments) {
		List<String> line = new ArrayList<>();
		line.add((this.launch != null) ? this.launch.java() : "java");
		line.addAll(options);
		line.add("-jar");
		line.add((this.launch != null) ? this.launch.jar() : "<application>.jar");
		line.add("--winsvc.install");
		line.addAll(arguments);
		return line.stream()
			.map((part) -> PLAIN.matcher(part).matches() ? part : CommandLine.join(List.of(part)))
			.collect(Collectors.joining(" "));
	}

}
