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

package io.github.winsvc.console;

import io.github.winsvc.scm.PowerEvent;
import io.github.winsvc.scm.ServiceControl.Custom;
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.SessionChange;
import io.github.winsvc.scm.TimeChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TypedControl}.
 */
class TypedControlTests {

	@ParameterizedTest
	@CsvSource({ "s, STOP", "S, STOP", "stop, STOP", "p, PAUSE", "c, CONTINUE", "i, INTERROGATE", "shutdown, SHUTDOWN",
			"preshutdown, PRESHUTDOWN", "paramchange, PARAMCHANGE", "triggerevent, TRIGGEREVENT" })
	void whenControlHasNoPayloadThenItsNameOrLetterIsEnough(String line, Standard control) {
		assertThat(TypedControl.parse(line)).contains(control);
	}

	@ParameterizedTest
	@ValueSource(ints = { 128, 255 })
	void whenCodeIsOfTheApplicationThenItIsEnough(int code) {
		assertThat(TypedControl.parse(Integer.toString(code))).contains(new Custom(code));
	}

	@Test
	void whenControlHasPayloadThenItIsTypedToo() {
		assertThat(TypedControl.parse("session session-lock 3"))
			.contains(new SessionChange(SessionChange.Reason.SESSION_LOCK, 3));
		assertThat(TypedControl.parse("power suspend")).contains(new PowerEvent(PowerEvent.Kind.SUSPEND, null));
		assertThat(TypedControl.parse("time")).containsInstanceOf(TimeChange.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "127", "256", "99999999999", "2x", "session", "session lock", "session nap 3",
			"power", "power nap" })
	void whenLineIsNoControlThenNothingIsSent(String line) {
		assertThat(TypedControl.parse(line)).isEmpty();
	}

}
