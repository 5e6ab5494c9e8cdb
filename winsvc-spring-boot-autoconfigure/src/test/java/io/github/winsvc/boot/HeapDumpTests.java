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

package io.github.winsvc.boot;

import java.util.List;
import java.util.Map;

import io.github.winsvc.command.CommandRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the property that makes the JVM of the service write its heap.
 */
class HeapDumpTests {

	private static final String ON = "-XX:+HeapDumpOnOutOfMemoryError";

	@Test
	void whenNothingIsConfiguredThenTheHeapIsWritten() {
		assertThat(options(Map.of())).contains(ON);
	}

	@Test
	void whenItIsSwitchedOffThenItIsNot() {
		assertThat(options(Map.of("winsvc.heap-dump", "false"))).doesNotContain(ON);
	}

	@ParameterizedTest
	@ValueSource(strings = { ON, "-XX:-HeapDumpOnOutOfMemoryError" })
	void whenAJvmOptionDecidesThenItIsLeftAlone(String option) {
		assertThat(options(Map.of("winsvc.jvm-options", option)))
			.filteredOn((each) -> each.contains("HeapDumpOnOutOfMemoryError"))
			.containsExactly(option);
	}

	private static List<String> options(Map<String, Object> properties) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
		environment.getPropertySources()
			.addLast(new MapPropertySource("name", Map.of("spring.application.name", "orders")));
		ConfigurationPropertySources.attach(environment);
		return new CommandConfiguration(environment, new SpringApplication())
			.settings(CommandRequest.parse(new String[] { "--winsvc.install" }))
			.jvm()
			.options();
	}

}
