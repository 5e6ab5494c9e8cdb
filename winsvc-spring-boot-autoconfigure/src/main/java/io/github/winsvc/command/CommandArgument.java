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

package io.github.winsvc.command;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * An argument of the command line that is addressed to winsvc.
 *
 * @param name what follows {@code --winsvc.}
 * @param value what follows the equals sign, {@code null} without one
 */
record CommandArgument(String name, @Nullable String value) {

	private static final String PREFIX = "--winsvc.";

	static Optional<CommandArgument> read(String argument) {
		if (!argument.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
			return Optional.empty();
		}
		String text = argument.substring(PREFIX.length());
		int equals = text.indexOf('=');
		return Optional.of((equals == -1) ? new CommandArgument(text, null)
				: new CommandArgument(text.substring(0, equals), text.substring(equals + 1)));
	}

	Optional<Verb> verb() {
		return Verb.find(this.name);
	}

	Optional<CommandOption> option() {
		return CommandOption.find(this.name);
	}

	Optional<ServiceProperty> property() {
		return ServiceProperty.find(this.name);
	}

	/**
	 * Whether the running service shall get the argument.
	 */
	boolean isOfRunningService() {
		return property().filter(ServiceProperty::isOfRunningService).isPresent();
	}

	/**
	 * Whether the argument asks for a verb, be it misspelt. A property has a value, a
	 * compound name or the name of an option.
	 */
	boolean isVerb() {
		return verb().isPresent()
				|| (this.value == null && option().isEmpty() && property().isEmpty() && this.name.indexOf('.') == -1);
	}

	boolean isSwitchedOn() {
		return this.value == null || this.value.isEmpty() || this.value.equalsIgnoreCase("true");
	}

}
