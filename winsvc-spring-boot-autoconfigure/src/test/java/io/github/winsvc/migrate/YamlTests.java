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

package io.github.winsvc.migrate;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

class YamlTests {

	@Test
	void whenPropertiesHaveACommonPrefixThenItIsWrittenOnce() {
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("winsvc.name", "orders");
		properties.put("winsvc.recovery.delays", List.of("5s", "1m"));
		properties.put("winsvc.recovery.reboot", true);
		properties.put("winsvc.environment[ORDERS_HOME]", "C:\\Orders");
		properties.put("winsvc.arguments", List.of());
		properties.put("winsvc.stop.timeout", "45s");
		assertThat(String.join("\n", Yaml.write(properties))).isEqualTo("""
				winsvc:
				  name: orders
				  recovery:
				    delays:
				      - 5s
				      - 1m
				    reboot: true
				  environment:
				    '[ORDERS_HOME]': 'C:\\Orders'
				  arguments: []
				  stop:
				    timeout: 45s""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", " a ", "yes", "No", "null", "~", "true", "1", "1.5", "1e5", "0x1f", "12:30",
			"2026-01-01", "- a", "-", "--", "---", "...", "-Xmx512m", "--server.port=8081", "a: b", "a #b", "#a", "a:",
			"'a'", "\"a\"", "it's", "C:\\a b\\", "\\\\server\\share", "%JAVA_HOME%", "@a", "`a", "*a", "&a", "!a", "|",
			">", "[a]", "{a}", "a,b", "?", "? a", "=", "<<", "Auftr\u00e4ge", "\ud83d\ude00", "a\nb", "a\tb", "\u0000",
			"\u0085", "\u2028", "\ufeff", "5s", "d", "y", "-.inf", ".inf", "-.5", "_1", "a  b", "a ", "on" })
	void whenATextIsWrittenThenTheSameIsRead(String text) {
		assertThat(roundTrip(text)).isEqualTo(text);
	}

	@Test
	void whenAnyTextIsWrittenThenTheSameIsRead() {
		Random random = new Random(42);
		String alphabet = "ab -:#'\"\\%=.,~?!&*[]{}|>@`\n\t\r1eExX0+_<$\u00e4\u20ac/";
		for (int i = 0; i < 20_000; i++) {
			StringBuilder text = new StringBuilder();
			for (int length = random.nextInt(8); length > 0; length--) {
				text.append(alphabet.charAt(random.nextInt(alphabet.length())));
			}
			assertThat(roundTrip(text.toString())).isEqualTo(text.toString());
		}
	}

	@Test
	void whenSpringReadsTheEnvironmentThenNamesKeepTheirCharacters() throws IOException {
		String yaml = String.join("\n", Yaml.write(Map.of("winsvc.environment[ORDERS_HOME.x-Y(86)]", "C:\\Orders")));
		MutablePropertySources sources = new MutablePropertySources();
		new YamlPropertySourceLoader().load("test", new ByteArrayResource(yaml.getBytes())).forEach(sources::addLast);
		Map<String, String> environment = new Binder(ConfigurationPropertySources.from(sources))
			.bind("winsvc.environment", Bindable.mapOf(String.class, String.class))
			.get();
		assertThat(environment).containsExactly(Map.entry("ORDERS_HOME.x-Y(86)", "C:\\Orders"));
	}

	private static Object roundTrip(String text) {
		String yaml = String.join("\n", Yaml.write(Map.of("a.b", List.of(text))));
		assertThat(yaml).isASCII();
		Map<String, Map<String, List<Object>>> read = new org.yaml.snakeyaml.Yaml().load(yaml);
		return read.get("a").get("b").get(0);
	}

}
