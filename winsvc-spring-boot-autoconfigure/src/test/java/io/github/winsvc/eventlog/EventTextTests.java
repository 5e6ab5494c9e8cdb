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

package io.github.winsvc.eventlog;

import java.util.List;

import io.github.winsvc.scm.EventLogEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventText}.
 */
class EventTextTests {

	/** A character of two code units. */
	private static final String CLEF = "\uD834\uDD1E";

	@Test
	void whenTextIsShortThenItIsOnePart() {
		assertThat(EventText.parts("No stock")).containsExactly("No stock");
		assertThat(EventText.cut("No stock", 8)).isEqualTo("No stock");
	}

	@Test
	void whenTextHasTheLengthOfAnEntryThenItIsOnePart() {
		assertThat(EventText.parts("x".repeat(EventLogEntry.MAX_LENGTH))).hasSize(1);
		assertThat(EventText.parts("x".repeat(EventLogEntry.MAX_LENGTH + 1))).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x" })
	void whenTextIsLongThenItsPartsSayAllOfItAndNoCharacterIsSplit(String shift) {
		String text = shift + CLEF.repeat(40_000);
		List<String> parts = EventText.parts(text);
		assertThat(parts).hasSize(3).allSatisfy((part) -> {
			assertThat(part).hasSizeLessThanOrEqualTo(EventLogEntry.MAX_LENGTH);
			assertThat(part).doesNotContainPattern("[\uD800-\uDBFF](?![\uDC00-\uDFFF])");
			assertThat(Character.isHighSurrogate(part.charAt(part.length() - 1))).isFalse();
			assertThat(Character.isLowSurrogate(part.charAt(15))).isFalse();
		});
		assertThat(parts.get(1)).startsWith("(Part 2 of 3)\r\n");
		assertThat(String.join("", parts.stream().map((part) -> part.substring(15)).toList())).isEqualTo(text);
	}

	@Test
	void whenTextHasLinesThenItIsPartedBetweenThem() {
		List<String> parts = EventText.parts("a line of the log\n".repeat(3000));
		assertThat(parts).hasSize(2);
		assertThat(parts.get(0)).endsWith("a line of the log\r\n");
		assertThat(parts.get(1)).startsWith("(Part 2 of 2)\r\na line of the log\r\n");
	}

	@Test
	void whenTextIsCutThenItSaysHowMuchAndNoCharacterIsSplit() {
		assertThat(EventText.cut("abc" + CLEF, 4)).isEqualTo("abc... (2 more characters)");
		assertThat(EventText.cut("abc" + CLEF, 3)).isEqualTo("abc... (2 more characters)");
		assertThat(EventText.cut("abcd" + CLEF, 3)).isEqualTo("abc... (3 more characters)");
	}

	@ParameterizedTest
	@CsvSource({ "fe80::1%12 is down,fe80::1% 12 is down", "%%5 of %1,% % 5 of % 1", "100% sure,100% sure", "50%,50%",
			"%n,%n" })
	void whenTextLooksLikeAnInsertionThenWindowsDoesNotTakeItForOne(String text, String expected) {
		assertThat(EventText.parts(text)).containsExactly(expected);
	}

	@Test
	void whenTextHasLineBreaksOfAnyKindThenTheyAreThoseOfWindows() {
		assertThat(EventText.parts("a\nb\r\nc\rd\n\n")).containsExactly("a\r\nb\r\nc\r\nd");
	}

	@Test
	void whenTextHasANulThenItDoesNotEndThere() {
		assertThat(EventText.parts("a\0b")).containsExactly("a b");
	}

}
