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

package io.github.winsvc.win32;

import java.util.Map;

import io.github.winsvc.scm.RegistryValues;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WindowsRegistryTests {

	private final RegistryValues values = WindowsRegistry.values(Map.of("Text", "%JAVA_HOME%\\bin", "List",
			new String[] { "a", "b" }, "Number", -1, "Long", 5L, "Password", new byte[] { 1, 2 }, "Blank", " "));

	@Test
	void whenValueIsTextThenItsVariablesAreNotReplaced() {
		assertThat(this.values.text("text")).hasValue("%JAVA_HOME%\\bin");
	}

	@Test
	void whenValueIsListThenAllElementsAreRead() {
		assertThat(this.values.list("LIST")).containsExactly("a", "b");
	}

	@Test
	void whenValueIsNumberThenItIsUnsigned() {
		assertThat(this.values.number("Number")).hasValue(0xFFFF_FFFFL);
		assertThat(this.values.number("Long")).hasValue(5);
		assertThat(this.values.number("Text")).isEmpty();
	}

	@Test
	void whenValueIsBinaryOrBlankOrMissingThenItIsNotThere() {
		assertThat(this.values.names()).doesNotContain("Password");
		assertThat(this.values.text("Blank")).isEmpty();
		assertThat(this.values.list("Missing")).isEmpty();
	}

}
