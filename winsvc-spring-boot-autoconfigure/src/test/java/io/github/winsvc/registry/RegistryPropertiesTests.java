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

package io.github.winsvc.registry;

import java.util.List;
import java.util.Map;

import io.github.winsvc.scm.RegistryValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.OriginLookup;

import static org.assertj.core.api.Assertions.assertThat;

class RegistryPropertiesTests {

	private static final String PATH = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\orders\\Parameters";

	private static RegistryValue text(String key, String name, String text) {
		return new RegistryValue(key, name, "REG_SZ", List.of(text));
	}

	private static RegistryValue value(String name, String type, @Nullable List<String> data) {
		return new RegistryValue("", name, type, data);
	}

	private static OriginTrackedMapPropertySource source(RegistryValue... values) {
		return new OriginTrackedMapPropertySource("test", RegistryProperties.of(PATH, List.of(values)), true);
	}

	private static Binder binder(RegistryValue... values) {
		return new Binder(List.of(ConfigurationPropertySource.from(source(values))));
	}

	@Test
	void whenValueIsSpelledOtherwiseThenItBinds() {
		Binder binder = binder(text("", "Orders.MaxLines", "5"), text("Orders\\Retry", "max_attempts", "3"));
		assertThat(binder.bind("orders.max-lines", Integer.class).get()).isEqualTo(5);
		assertThat(binder.bind("orders.retry.max-attempts", Integer.class).get()).isEqualTo(3);
	}

	@Test
	void whenValueIsNumberThenItBindsToNumberAndTruth() {
		Binder binder = binder(value("orders.limit", "REG_DWORD", List.of("4294967295")),
				value("orders.on", "REG_DWORD", List.of("1")));
		assertThat(binder.bind("orders.limit", Long.class).get()).isEqualTo(4294967295L);
		assertThat(binder.bind("orders.on", Boolean.class).get()).isTrue();
	}

	@Test
	void whenValueIsListThenItsElementsBind() {
		Binder binder = binder(value("orders.hosts", RegistryValue.LIST, List.of("a,b", "c")),
				value("orders.none", RegistryValue.LIST, List.of()),
				value("orders.one", RegistryValue.LIST, List.of("x")));
		assertThat(binder.bind("orders.hosts", Bindable.listOf(String.class)).get()).containsExactly("a,b", "c");
		assertThat(binder.bind("orders.none", Bindable.listOf(String.class)).get()).isEmpty();
		assertThat(binder.bind("orders.one", Bindable.listOf(String.class)).get()).containsExactly("x");
	}

	@Test
	void whenKeysAreNumberedThenTheyAreElements() {
		Binder binder = binder(text("orders\\[0]", "host", "a"), text("orders[1]", "host", "b"));
		assertThat(binder.bind("orders", Bindable.listOf(Map.class)).get()).extracting("host")
			.containsExactly("a", "b");
	}

	@Test
	void whenNameIsThereTwiceThenTheUpperKeyCounts() {
		assertThat(source(text("", "orders.limit", "1"), text("orders", "limit", "2")).getProperty("orders.limit"))
			.isEqualTo("1");
	}

	@Test
	void whenValueHasNoNameOrNoTextThenItIsNoProperty() {
		assertThat(
				source(text("", "", "5"), text("orders", "", "5"), value("key", "REG_BINARY", null)).getPropertyNames())
			.isEmpty();
	}

	@Test
	void whenOriginIsAskedForThenItIsThePathOfTheValue() {
		assertThat(OriginLookup.getOrigin(source(text("orders\\retry", "max", "5")), "orders.retry.max"))
			.hasToString(PATH + "\\orders\\retry\\max");
	}

	@Test
	void whenValueIsPrintedThenItsDataIsNot() {
		assertThat(text("orders", "password", "secret")).hasToString("orders\\password (REG_SZ)");
		assertThat(text("orders", "", "secret")).hasToString("orders\\(Default) (REG_SZ)");
	}

}
