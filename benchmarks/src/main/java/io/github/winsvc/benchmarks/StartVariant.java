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

package io.github.winsvc.benchmarks;

import java.io.File;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is on the class path of a small application, beside the benchmark.
 */
enum StartVariant {

	/** What {@code spring-boot-starter} brings. */
	BOOT("Spring Boot", (jar) -> isBoot(jar)),

	/** That, and the auto-configuration of winsvc with JNA. */
	BOOT_WITH_WINSVC("Spring Boot, winsvc", (jar) -> isBoot(jar) || isWinsvc(jar)),

	/** What the starter of winsvc brings, but for winsvc itself. */
	ACTUATOR("Actuator, Prometheus", (jar) -> !isWinsvc(jar)),

	/** All that the starter of winsvc brings. */
	STARTER("starter of winsvc", (jar) -> true);

	private static final Pattern JMH = Pattern.compile("(jmh-core|jopt-simple|commons-math3)-\\d.*");

	private final String title;

	private final Predicate<String> jars;

	StartVariant(String title, Predicate<String> jars) {
		this.title = title;
		this.jars = jars;
	}

	private static boolean isBoot(String jar) {
		return jar.matches("(spring-boot|spring-boot-autoconfigure|spring-(core|context|beans|aop|expression)"
				+ "|commons-logging|micrometer-(commons|observation)|jspecify|slf4j-api|logback-(classic|core)"
				+ "|log4j-(api|to-slf4j)|jul-to-slf4j|jakarta\\.annotation-api|snakeyaml)-\\d.*");
	}

	private static boolean isWinsvc(String jar) {
		return jar.matches("(winsvc-.*|jna|jna-platform)-\\d.*");
	}

	String title() {
		return this.title;
	}

	/**
	 * Return the variant without winsvc.
	 */
	StartVariant base() {
		return switch (this) {
			case BOOT, BOOT_WITH_WINSVC -> BOOT;
			case ACTUATOR, STARTER -> ACTUATOR;
		};
	}

	/**
	 * Return the class path.
	 * @param starter that of the starter of winsvc
	 * @param own that of the benchmarks
	 */
	String classPath(String starter, String own) {
		return Stream
			.concat(entries(own).filter((entry) -> new File(entry).isDirectory() || JMH.matcher(name(entry)).matches()),
					entries(starter).filter((entry) -> this.jars.test(name(entry))))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static Stream<String> entries(String classPath) {
		return Stream.of(classPath.strip().split(Pattern.quote(File.pathSeparator)));
	}

	private static String name(String entry) {
		return new File(entry).getName();
	}

}
