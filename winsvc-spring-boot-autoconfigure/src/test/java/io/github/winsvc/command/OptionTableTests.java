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

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.winsvc.boot.RegistrationProperties;
import io.github.winsvc.boot.CommandProperties;
import io.github.winsvc.scm.ServiceSidType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OptionTable}.
 */
class OptionTableTests {

	private static final Pattern DEFAULT = Pattern
		.compile("\"name\": \"winsvc\\.([a-z.-]+)\"[^}]*\"defaultValue\": \"?([^\"\\n]*)");

	@Test
	void whenAPropertyHasADefaultThenTheTableTellsIt() throws IOException {
		Map<String, String> defaults = defaults();
		assertThat(defaults).hasSizeGreaterThan(20);
		assertThat(OptionTable.read()).filteredOn((option) -> defaults.containsKey(option.word()))
			.hasSameSizeAs(defaults.keySet())
			.allSatisfy((option) -> assertThat(option.defaultValue())
				.isEqualTo(defaults.get(option.word()).isEmpty() ? "none" : defaults.get(option.word())));
	}

	private static Map<String, String> defaults() throws IOException {
		try (InputStream stream = OptionTable.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			String metadata = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
			String properties = metadata.substring(metadata.indexOf("\"properties\": ["));
			return DEFAULT.matcher(properties)
				.results()
				.collect(Collectors.toMap((result) -> result.group(1), (result) -> result.group(2)));
		}
	}

	@Test
	void whenAnOptionHasAFewValuesThenTheTableTellsThem() {
		assertThat(values("format")).isEqualTo(words(ScriptFormat.values()));
		assertThat(values("output")).isEqualTo(words(CommandProperties.Output.values()));
		assertThat(values("start-type")).isEqualTo(words(RegistrationProperties.StartType.values()));
		assertThat(values("service-sid-type")).isEqualTo(words(ServiceSidType.values()));
	}

	@Test
	void whenAnOptionIsAFlagThenItIsWrittenWithoutValueOrSwitchesOff() {
		assertThat(OptionTable.read()).filteredOn((option) -> !option.syntax().contains("<"))
			.allSatisfy(
					(option) -> assertThat(option.syntax()).isEqualTo(written(option.word(), option.defaultValue())));
		assertThat(Stream.of(CommandOption.values()).filter(CommandOption::isFlag))
			.allSatisfy((flag) -> assertThat(option(flag.toString()).syntax()).doesNotContain("<"));
	}

	private static String written(String word, String defaultValue) {
		boolean flag = (CommandOption.find(word).isPresent()
				|| ServiceProperty.find(word).filter(ServiceProperty::isFlag).isPresent())
				&& defaultValue.equals("false");
		return flag ? word : word + "=" + !Boolean.parseBoolean(defaultValue);
	}

	private static List<String> values(String word) {
		return option(word).values();
	}

	private static OptionHelp option(String word) {
		return OptionTable.read().stream().filter((option) -> option.word().equals(word)).findFirst().orElseThrow();
	}

	private static List<String> words(Enum<?>[] constants) {
		return Stream.of(constants)
			.map((constant) -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.toList();
	}

}
