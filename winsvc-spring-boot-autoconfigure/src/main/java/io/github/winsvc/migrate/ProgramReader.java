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

import java.util.List;
import java.util.Optional;

/**
 * Reads the program that a service runs.
 */
final class ProgramReader {

	private static final String REMEDY = "Find out which JVM options and arguments the application gets, and write them "
			+ "into winsvc.jvm-options and winsvc.arguments.";

	private final MigrationBuilder builder;

	ProgramReader(MigrationBuilder builder) {
		this.builder = builder;
	}

	/**
	 * Carry over how the program starts a jar, or say that it does not.
	 * @param what the setting in the source
	 * @param workingDirectory where it runs, empty if that is not known
	 */
	void read(String what, String program, List<String> arguments, String workingDirectory) {
		if (!JavaLaunch.isJava(program)) {
			String name = firstWord(WindowsPaths.name(program));
			this.builder.notCarried(what,
					name.isEmpty() ? "No program is named." : "It runs %s, not a jar with java -jar.".formatted(name),
					REMEDY);
			return;
		}
		Optional<JavaLaunch> launch = JavaLaunch.read(program, arguments);
		if (launch.isPresent()) {
			this.builder.launch(launch.get(), workingDirectory);
		}
		else {
			this.builder.notCarried(what, "It starts a class or a module, not a jar with java -jar.",
					"Build the application as an executable jar. " + REMEDY);
		}
	}

	/**
	 * What follows in a name that is none may be arguments, and secret.
	 */
	private static String firstWord(String name) {
		String word = name.strip().split("\\s", 2)[0];
		return (Secrets.isIn(word) || word.length() > 60) ? "another program" : word;
	}

}
