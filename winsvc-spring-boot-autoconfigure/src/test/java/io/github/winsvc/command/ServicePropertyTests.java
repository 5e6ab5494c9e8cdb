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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServiceProperty}.
 */
class ServicePropertyTests {

	private static final Pattern NAME = Pattern.compile("\"name\": \"winsvc\\.([a-z.-]+)\"");

	@Test
	void whenPropertyHasMetadataThenItIsAnOptionAndTheOtherWayRound() throws IOException {
		TreeSet<String> options = Stream.concat(ServiceProperty.words().stream(), CommandOption.words().stream())
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(options).isEqualTo(properties());
	}

	private static TreeSet<String> properties() throws IOException {
		try (InputStream stream = ServiceProperty.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			String metadata = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
			String properties = metadata.substring(metadata.indexOf("\"properties\": ["));
			return NAME.matcher(properties)
				.results()
				.map((result) -> result.group(1))
				.collect(Collectors.toCollection(TreeSet::new));
		}
	}

	@Test
	void whenPropertyIsOfTheRunningServiceThenItIsThePriorityOrBelowAnEventOfItsLife() {
		assertThat(Stream.of(ServiceProperty.values()).filter(ServiceProperty::isOfRunningService))
			.allMatch((property) -> property.toString()
				.matches(
						"priority|(start|stop|pause|controls|liveness|event-log|logs|actuator|health|reload|registry|resources|archive)\\..+"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "winsw-2", "winsw-3", "nssm", "procrun", "java", "other" })
	void whenConfigurationIsImportedThenEachOfItsPropertiesIsKnown(String source) throws IOException {
		String screen = Files
			.readString(Path.of("src/test/resources/io/github/winsvc/command/screens/import-" + source + ".json"));
		List<String> names = Pattern.compile("\"winsvc\\.([^\"]+)\":")
			.matcher(screen)
			.results()
			.map((result) -> result.group(1))
			.toList();
		assertThat(names).isNotEmpty()
			.allMatch((name) -> ServiceProperty.find(name).isPresent() || CommandOption.find(name).isPresent());
	}

}
