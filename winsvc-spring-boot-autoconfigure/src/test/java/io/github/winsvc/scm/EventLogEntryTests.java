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

/**
 * Tests for {@link EventLogEntry} and {@link EventType}.
 */
class EventLogEntryTests {

	@Test
	void whenTextHasTheLengthThatIsAllowedThenWindowsTakesIt() {
		String text = "x".repeat(EventLogEntry.MAX_LENGTH);
		assertThat(new EventLogEntry(EventType.ERROR, 1, 1000, text).text()).isSameAs(text);
		assertThat(text.length()).isLessThanOrEqualTo(31_839);
		assertThat(2 * (text.length() + 1)).as("bytes, with room for names").isLessThan(61_440 - 1024);
	}

	@Test
	void whenTextIsLongerThenItIsNoEntry() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new EventLogEntry(EventType.ERROR, 1, 1, "x".repeat(EventLogEntry.MAX_LENGTH + 1)))
			.withMessage("30001 characters are more than an entry can have");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, 1001, 65_536 })
	void whenTheMessageFileHasNoTextForAnIdThenItIsNoEntry(int id) {
		assertThatIllegalArgumentException().isThrownBy(() -> new EventLogEntry(EventType.ERROR, 1, id, ""))
			.withMessageEndingWith("is no event id, which are 1 to 1000");
	}

	@Test
	void whenTypeIsReadThenItIsFoundByItsCode() {
		for (EventType type : EventType.values()) {
			assertThat(EventType.of(type.code())).isSameAs(type);
		}
		assertThat(EventType.of(8)).as("an audit").isEqualTo(EventType.INFORMATION);
	}

}
