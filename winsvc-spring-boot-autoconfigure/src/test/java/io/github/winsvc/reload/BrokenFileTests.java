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

package io.github.winsvc.reload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.PostConstruct;
import jakarta.validation.constraints.Max;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Breaks the configuration of one running application in many ways, each of which leaves
 * it as it was.
 */
class BrokenFileTests {

	private static final String[] RIGHT = { "orders:", "  threads: 5", "  greeting: hello", "  limits: {a: 1}",
			"limits.maximum: 5", "started.value: a" };

	@TempDir
	private static Path directory;

	private static ReloadedApplication application;

	private static List<String> sources;

	@BeforeAll
	static void start() {
		application = new ReloadedApplication(directory, Orders.class).write(RIGHT).start();
		sources = application.sources();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "orders: [", "orders: {threads: 6", "orders:\n\tthreads: 6",
			"orders:\n  threads: 6\n threads: 7", "orders.threads: 6\norders.threads: 7", "orders: *missing",
			"\"orders.threads: 6", "orders:\n  threads: 6\n  greet", "orders.threads: \u0000", "PK\u0003\u0004",
			"orders.threads: !!java.io.File x", "orders.threads: many", "orders.threads: 99999999999",
			"orders.threads: 5000", "orders.threads: ${missing}", "orders.threads: ${orders.threads}",
			"one: ${two}\ntwo: ${one}", "orders.greeting: x${orders.greeting}", "orders.pool.size: 60",
			"orders.pool.timeout: soon", "orders.pool.timeout: 5x", "orders.pool: 5", "orders.countries[5]: DE",
			"orders.limits.a: x", "limits.maximum: ${limits.maximum}", "limits.maximum: 101", "limits.maximum: x",
			"spring.config.import: missing.yml", "spring.config.import: missing/", "spring.config.import: 'nowhere:x'",
			"spring.config.import: extra.conf", "spring.config.import: 'configtree:missing/'",
			"spring.profiles.active: 'a b!'", "logging.level.root: loud", "started.value: fail",
			"winsvc.stop.timeout: soon", "winsvc.controls.thread-dump-code: 5", "winsvc.priority: high and mighty",
			"orders.threads: 7\n---\norders.threads: many", "orders.threads: 7\n---\norders: [" })
	void whenFileIsWrongThenNothingChanges(String content) {
		application.write(content);
		assertRejected();
	}

	static Stream<byte[]> garbage() {
		return Stream.of(new byte[] { 'a', ':', ' ', (byte) 0xC3, (byte) 0x28 },
				"[".repeat(1 << 20).getBytes(StandardCharsets.UTF_8),
				("orders:\n" + "  threads: 5\n".repeat(100_000)).getBytes(StandardCharsets.UTF_8),
				"orders.threads: 6".getBytes(StandardCharsets.UTF_16LE), new byte[1 << 20]);
	}

	@ParameterizedTest
	@MethodSource("garbage")
	void whenFileIsGarbageThenNothingChanges(byte[] content) throws IOException {
		Files.write(directory.resolve("application.yml"), content);
		assertRejected();
	}

	@Test
	void whenPropertiesFileIsWrongThenNothingChanges() {
		application.writeFile("application.properties", "orders.greeting=\\u00zz");
		try {
			assertRejected();
		}
		finally {
			application.delete("application.properties");
		}
	}

	@Test
	void whenFileIsADirectoryThenNothingFails() throws IOException {
		application.delete("application.yml");
		Files.createDirectory(directory.resolve("application.yml"));
		try {
			application.reload();
			assertThat(application.context().isActive()).isTrue();
		}
		finally {
			application.delete("application.yml");
			application.write(RIGHT);
			application.reload();
		}
		assertUnchanged();
	}

	private static void assertRejected() {
		ReloadResult.Rejected rejected = application.reject();
		assertThat(rejected.reasons()).isNotEmpty().noneMatch(String::isBlank);
		assertUnchanged();
		application.write(RIGHT);
		if (!Files.exists(directory.resolve("application.properties"))) {
			assertThat(application.reload()).isInstanceOf(ReloadResult.Unchanged.class);
		}
	}

	private static void assertUnchanged() {
		OrderProperties orders = application.bean(OrderProperties.class);
		assertThat(orders.getThreads()).isEqualTo(5);
		assertThat(orders.getGreeting()).isEqualTo("hello");
		assertThat(orders.getLimits()).containsOnlyKeys("a").containsEntry("a", 1);
		assertThat(orders.getPool().getSize()).isEqualTo(10);
		assertThat(application.bean(Started.class).getValue()).isEqualTo("a");
		assertThat(application.property("orders.threads")).isEqualTo("5");
		assertThat(application.property("limits.maximum")).isEqualTo("5");
		assertThat(application.sources()).isEqualTo(sources);
		assertThat(application.context().getEnvironment().getActiveProfiles()).isEmpty();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties({ OrderProperties.class, Limits.class, Started.class })
	static class Orders {

	}

	@Validated
	@ConfigurationProperties("limits")
	record Limits(@Max(100) int maximum) {

	}

	@ConfigurationProperties("started")
	public static class Started {

		private String value = "";

		@PostConstruct
		void start() {
			if (this.value.equals("fail")) {
				throw new IllegalStateException("cannot start");
			}
		}

		public String getValue() {
			return this.value;
		}

		public void setValue(String value) {
			this.value = value;
		}

	}

}
