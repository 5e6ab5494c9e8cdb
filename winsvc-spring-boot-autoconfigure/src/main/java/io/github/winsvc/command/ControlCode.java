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

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.winsvc.scm.ServiceControl.Custom;

/**
 * Reads the code of the control that {@code --winsvc.control} shall send.
 */
final class ControlCode {

	private ControlCode() {
	}

	static int read(Collection<CommandArgument> arguments) {
		Set<String> values = arguments.stream()
			.filter((argument) -> argument.verb().filter(Verb.CONTROL::equals).isPresent())
			.map((argument) -> (argument.value() != null) ? argument.value() : "")
			.collect(Collectors.toSet());
		if (values.size() > 1) {
			throw new UsageException("Only one control can be sent at once.");
		}
		return parse(values.iterator().next());
	}

	private static int parse(String value) {
		if (value.matches("\\d{1,4}") && Custom.isCustom(Integer.parseInt(value))) {
			return Integer.parseInt(value);
		}
		throw new UsageException(
				"The verb 'control' needs the code of a control that Windows leaves to applications, %d to %d. Write, for example, --winsvc.control=200"
					.formatted(Custom.FIRST, Custom.LAST));
	}

}
