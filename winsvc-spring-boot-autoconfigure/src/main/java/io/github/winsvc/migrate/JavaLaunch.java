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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command line that starts a jar with Java.
 *
 * @param java the program
 * @param options the options of the JVM, each one part
 * @param jar the jar
 * @param arguments the arguments of the application
 * @since 0.1.0
 */
public record JavaLaunch(String java, List<String> options, String jar, List<String> arguments) {

	private static final Set<String> CLASS_PATH = Set.of("-cp", "-classpath", "--class-path");

	private static final Set<String> WITH_VALUE = Set.of("-p", "--module-path", "--upgrade-module-path",
			"--add-modules", "--limit-modules", "--add-opens", "--add-exports", "--add-reads", "--patch-module",
			"--enable-native-access");

	public JavaLaunch {
		options = List.copyOf(options);
		arguments = List.copyOf(arguments);
	}

	/**
	 * Whether a program is Java.
	 */
	static boolean isJava(String program) {
		return WindowsPaths.name(program).matches("(?i)javaw?(\\.exe)?");
	}

	/**
	 * Read what follows the program. A class path is left out, for Java ignores it beside
	 * a jar.
	 * @return the parts, empty if a class or a module is started rather than a jar
	 */
	static Optional<JavaLaunch> read(String java, List<String> parts) {
		List<String> options = new ArrayList<>();
		for (int i = 0; i < parts.size(); i++) {
			String part = parts.get(i);
			boolean hasNext = i + 1 < parts.size();
			if (part.equals("-jar") && hasNext) {
				return Optional
					.of(new JavaLaunch(console(java), options, parts.get(i + 1), parts.subList(i + 2, parts.size())));
			}
			if (!part.startsWith("-") && !part.startsWith("@")) {
				return Optional.empty();
			}
			if (CLASS_PATH.contains(part)) {
				i++;
			}
			else if (WITH_VALUE.contains(part) && hasNext) {
				options.add((part.equals("-p") ? "--module-path" : part) + "=" + parts.get(++i));
			}
			else {
				options.add(part);
			}
		}
		return Optional.empty();
	}

	/**
	 * A command needs the Java that has a console.
	 */
	private static String console(String java) {
		return java.replaceFirst("(?i)javaw(\\.exe)?$", "java$1");
	}

}
