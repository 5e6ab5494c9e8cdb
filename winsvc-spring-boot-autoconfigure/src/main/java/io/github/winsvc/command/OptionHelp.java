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
import java.util.List;
import java.util.Optional;

/**
 * What the help tells of an option or property.
 *
 * @param group the heading that it stands under
 * @param syntax how it is written, as in {@code timeout=<duration>}
 * @param defaultValue what counts without it
 * @param description what it does
 */
record OptionHelp(String group, String syntax, String defaultValue, String description) {

	/**
	 * Return the name of the option or property.
	 */
	String word() {
		return this.syntax.replaceFirst("(=|\\.<|\\[).*", "");
	}

	/**
	 * Return what can be written without knowing more, as in {@code timeout=}.
	 */
	String stem() {
		return this.syntax.replaceFirst("<.*", "");
	}

	/**
	 * Return the values it can have, if they are but a few.
	 */
	List<String> values() {
		String value = this.syntax.substring(this.syntax.indexOf('=') + 1);
		return value.contains("|") ? List.of(value.replaceAll("[<>]", "").split("\\|")) : List.of();
	}

	/**
	 * Return the words that explain it. The default is never broken between lines.
	 */
	List<String> words() {
		List<String> words = new ArrayList<>(List.of(this.description.split(" ")));
		words.add("Default: " + this.defaultValue + ".");
		return words;
	}

	/**
	 * Whether it may stand beside a verb or {@code console}.
	 */
	boolean belongsTo(String topic) {
		Optional<Verb> verb = Verb.find(topic);
		Optional<CommandOption> option = CommandOption.find(word());
		if (verb.isEmpty()) {
			return ServiceProperty.find(word()).filter(ServiceProperty::isOfRunningService).isPresent();
		}
		return option.map((found) -> found.belongsTo(verb.get())).orElseGet(() -> verb.get().definesService());
	}

}
