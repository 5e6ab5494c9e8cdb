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

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a service's command line that its configuration names, whatever the
 * command line of install adds to them.
 *
 * @param options options of the JVM
 * @param arguments arguments of the application
 * @param layout where the classes shall be, if the jar can be laid out
 * @param archive whether the service shall keep an archive of them then
 * @since 0.1.0
 */
public record ConfiguredLaunch(List<String> options, List<String> arguments, LayoutKind layout, boolean archive) {

	public ConfiguredLaunch {
		options = List.copyOf(options);
		arguments = List.copyOf(arguments);
	}

	/**
	 * Return the parts that a registered command line lacks. An option that no service
	 * gets is not missed.
	 * @param registered the command line
	 * @return the parts in their order
	 */
	public ConfiguredLaunch missingFrom(ServiceCommandLine registered) {
		return new ConfiguredLaunch(
				this.options.stream()
					.filter(RunningJvm::isKept)
					.filter((option) -> !registered.options().contains(option))
					.toList(),
				this.arguments.stream().filter((argument) -> !registered.arguments().contains(argument)).toList(),
				this.layout, this.archive);
	}

	/**
	 * Return options with these after them, in place of those that set the same.
	 * @param registered the options
	 * @return all options
	 */
	public List<String> optionsAfter(List<String> registered) {
		List<String> all = new ArrayList<>(registered);
		all.removeIf((option) -> this.options.stream().anyMatch((mine) -> setsTheSame(mine, option)));
		all.addAll(this.options);
		return all;
	}

	private static boolean setsTheSame(String mine, String option) {
		int end = mine.indexOf('=') + 1;
		return end > 0 && (mine.startsWith("-D") || mine.startsWith("-XX:"))
				&& option.startsWith(mine.substring(0, end));
	}

	/**
	 * Return arguments with these before them, as install orders them.
	 * @param registered the arguments
	 * @return all arguments
	 */
	public List<String> argumentsBefore(List<String> registered) {
		List<String> all = new ArrayList<>(this.arguments);
		all.addAll(registered);
		return all;
	}

}
