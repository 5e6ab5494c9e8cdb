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

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.Dependencies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the names that Windows compares without regard to case.
 */
class CaseInsensitiveTests {

	static Stream<Function<String, Object>> kinds() {
		return Stream.of(ServiceName::new, Account::new, (name) -> new Dependencies(List.of(name)));
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void whenNamesDifferInCaseThenTheyAreEqualAndSoAreTheirHashCodes(Function<String, Object> kind) {
		assertThat(kind.apply("Orders")).isEqualTo(kind.apply("oRDERS")).hasSameHashCodeAs(kind.apply("oRDERS"));
		assertThat(kind.apply("orders")).isNotEqualTo(kind.apply("order"));
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void whenLettersHaveSeveralCasesThenEqualNamesHaveEqualHashCodes(Function<String, Object> kind) {
		IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
			.filter(Character::isLetter)
			.forEach((letter) -> IntStream
				.of(Character.toUpperCase(letter), Character.toLowerCase(letter), Character.toTitleCase(letter),
						Character.toLowerCase(Character.toUpperCase(letter)))
				.filter((other) -> other != letter)
				.forEach((other) -> compare(kind, Character.toString(letter), Character.toString(other))));
	}

	@Test
	void whenLetterHasADotInUpperCaseThenTheSameNamesAreEqualEverywhere() {
		assertThat("\u0130".equalsIgnoreCase("i")).isTrue();
		kinds().forEach((kind) -> assertThat(kind.apply("\u0130")).isEqualTo(kind.apply("i"))
			.hasSameHashCodeAs(kind.apply("i")));
	}

	private static void compare(Function<String, Object> kind, String name, String other) {
		boolean equal = kind.apply(name).equals(kind.apply(other));
		assertThat(equal).as("%s and %s", name, other).isEqualTo(name.equalsIgnoreCase(other));
		if (equal) {
			assertThat(kind.apply(name)).as("%s and %s", name, other).hasSameHashCodeAs(kind.apply(other));
		}
	}

}
