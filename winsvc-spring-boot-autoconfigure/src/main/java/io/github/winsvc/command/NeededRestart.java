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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The properties that have changed and are not in effect before something is done.
 *
 * @param restart those that take effect when the service is started again
 * @param update those that belong to its registration
 */
record NeededRestart(List<String> restart, List<String> update) {

	private static final String PREFIX = "winsvc.";

	/**
	 * Part keys of a running service. What belongs to commands alone is left out, as each
	 * of them reads its configuration.
	 */
	static NeededRestart of(List<String> keys) {
		List<String> restart = new ArrayList<>();
		List<String> update = new ArrayList<>();
		for (String key : keys) {
			String name = key.toLowerCase(Locale.ROOT).startsWith(PREFIX) ? key.substring(PREFIX.length()) : "";
			Optional<CommandOption> option = CommandOption.find(name);
			if (isRegistered(name, option)) {
				update.add(key);
			}
			else if (option.isEmpty()) {
				restart.add(key);
			}
		}
		return new NeededRestart(List.copyOf(restart), List.copyOf(update));
	}

	private static boolean isRegistered(String name, Optional<CommandOption> option) {
		return option.filter((given) -> given == CommandOption.DISPLAY_NAME || given == CommandOption.DESCRIPTION)
			.isPresent() || ServiceProperty.find(name).filter((property) -> !property.isOfRunningService()).isPresent();
	}

	boolean isRestart() {
		return !this.restart.isEmpty();
	}

	/**
	 * Return the lines that tell what is needed, and how to do it.
	 */
	List<String> remedies() {
		List<String> lines = new ArrayList<>();
		if (isRestart()) {
			lines.add("To have them take effect: --winsvc.restart");
		}
		lines.addAll(remediesAfterRestart());
		return lines;
	}

	List<String> remediesAfterRestart() {
		return this.update.isEmpty() ? List.of() : List.of("To change the registration: --winsvc.update");
	}

	/**
	 * Return the lines that tell which properties need what.
	 */
	List<String> lines() {
		List<String> lines = new ArrayList<>();
		if (isRestart()) {
			lines.add("These take effect when the service is started again:");
			this.restart.forEach((key) -> lines.add("  " + key));
		}
		if (!this.update.isEmpty()) {
			lines.add("These belong to the registration of the service:");
			this.update.forEach((key) -> lines.add("  " + key));
		}
		return lines;
	}

	Map<String, Object> details() {
		Map<String, Object> details = new LinkedHashMap<>();
		if (isRestart()) {
			details.put("keysForRestart", this.restart);
		}
		if (!this.update.isEmpty()) {
			details.put("keysForUpdate", this.update);
		}
		return details;
	}

}
