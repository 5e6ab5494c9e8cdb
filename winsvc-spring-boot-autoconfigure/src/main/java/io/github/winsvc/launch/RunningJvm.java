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

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The JVM that runs the command, and that the service shall run on.
 *
 * @param java the absolute path of its {@code java.exe}
 * @param options the options it was started with
 * @since 0.1.0
 */
public record RunningJvm(Path java, List<String> options) {

	/**
	 * Options that belong to this run alone, or that the service gets a value of its own
	 * for.
	 */
	private static final List<String> NOT_KEPT = List.of("@", "-agentlib:jdwp", "-Xrunjdwp", "-Xdebug", "-Xrs",
			"-Dwinsvc.", "-Djna.boot.library.path=", "-Djna.nounpack=", "-Djna.nosys=",
			"--enable-native-access=ALL-UNNAMED", ServiceLaunch.EXIT_STATUS);

	public RunningJvm {
		options = List.copyOf(options);
	}

	/**
	 * Return the JVM of this process.
	 * @return the JVM
	 */
	public static RunningJvm current() {
		return new RunningJvm(Path.of(System.getProperty("java.home"), "bin", "java.exe"),
				ManagementFactory.getRuntimeMXBean().getInputArguments());
	}

	/**
	 * Return this JVM with further options.
	 * @param further the options
	 * @return the JVM
	 */
	public RunningJvm with(List<String> further) {
		List<String> all = new ArrayList<>(this.options);
		all.addAll(further);
		return new RunningJvm(this.java, all);
	}

	/**
	 * Return the options that the service is started with too.
	 * @return the options in their order
	 */
	public List<String> keptOptions() {
		return this.options.stream().filter(RunningJvm::isKept).toList();
	}

	static boolean isKept(String option) {
		return NOT_KEPT.stream().noneMatch(option::startsWith);
	}

	boolean has(String prefix) {
		return this.options.stream().anyMatch((option) -> option.startsWith(prefix));
	}

}
