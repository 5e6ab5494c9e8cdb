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
package io.github.winsvc.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.winsvc.scm.ElevatedProgram;

/**
 * How this process was started, which tells how to start another one like it.
 *
 * @param jvm the JVM that it runs on
 * @param arguments the arguments of the application, in their order
 * @param directory the working directory
 * @param variables the names of the variables of its environment
 * @since 0.1.0
 */
public record Invocation(RunningJvm jvm, List<String> arguments, Path directory, Set<String> variables) {

	/** A second process would find the port of the first one's debugger taken. */
	private static final List<String> DEBUGGER = List.of("-agentlib:jdwp", "-Xrunjdwp");

	public Invocation {
		arguments = List.copyOf(arguments);
		variables = Set.copyOf(variables);
	}

	/**
	 * Return how this process was started.
	 * @param arguments the arguments of the application
	 * @return the invocation
	 */
	public static Invocation current(String... arguments) {
		return new Invocation(RunningJvm.current(), List.of(arguments), Path.of("").toAbsolutePath(),
				System.getenv().keySet());
	}

	/**
	 * Return an invocation without some of the arguments.
	 * @param removed tells which
	 * @return the invocation
	 */
	public Invocation without(Predicate<String> removed) {
		return new Invocation(this.jvm, this.arguments.stream().filter(removed.negate()).toList(), this.directory,
				this.variables);
	}

	/**
	 * Return the names of the variables from which Spring Boot may have read properties
	 * of winsvc or its own.
	 * @return the names, sorted
	 */
	public List<String> configuringVariables() {
		return this.variables.stream()
			.filter((name) -> name.toUpperCase(Locale.ROOT).matches("(WINSVC|SPRING)_.*"))
			.sorted()
			.toList();
	}

	/**
	 * Return what to start. All of its command line is in quotation marks, which keep
	 * {@code java.exe} from replacing asterisks with the names of files.
	 * @param archive the jar that this process runs from
	 * @return the program
	 */
	public ElevatedProgram program(ApplicationArchive archive) {
		Stream<String> options = this.jvm.options()
			.stream()
			.filter((option) -> DEBUGGER.stream().noneMatch(option::startsWith));
		Stream<String> jar = Stream.of("-jar", archive.path().toString());
		String parameters = Stream.of(options, jar, this.arguments.stream())
			.flatMap((parts) -> parts)
			.map(CommandLine::quote)
			.collect(Collectors.joining(" "));
		return new ElevatedProgram(this.jvm.java().toString(), parameters, this.directory.toString());
	}

}
