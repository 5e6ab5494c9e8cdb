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

package io.github.winsvc.scm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Password}.
 */
class PasswordTests {

	@Test
	void whenItIsClosedThenItIsOverwrittenAndCannotBeUsed() {
		char[] characters = "horse".toCharArray();
		Password password = Password.of(characters);
		assertThat(password.<String>use(String::new)).isEqualTo("horse");
		assertThat(password.<Integer>use((text) -> text.length)).isEqualTo(5);
		password.close();
		assertThat(characters).containsOnly('\0');
		assertThatIllegalStateException().isThrownBy(() -> password.use(String::new));
	}

	@Test
	void whenItIsPrintedOrComparedThenItTellsNothing() {
		try (Password password = Password.of("horse".toCharArray());
				Password same = Password.of("horse".toCharArray())) {
			assertThat(password).hasToString("***").isNotEqualTo(same);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ho\0rse" })
	void whenItCannotBeAPasswordThenItIsOverwrittenAtOnce(String text) {
		char[] characters = text.toCharArray();
		assertThatIllegalArgumentException().isThrownBy(() -> Password.of(characters)).withMessageNotContaining("rse");
		assertThat(characters).isEqualTo(new char[text.length()]);
	}

}
