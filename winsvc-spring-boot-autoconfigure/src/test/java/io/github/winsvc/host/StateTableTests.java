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

package io.github.winsvc.host;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.winsvc.host.Decision.Move;
import io.github.winsvc.host.Decision.Refusal;
import io.github.winsvc.scm.ServiceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StateTable}: every input in every state.
 */
class StateTableTests {

	/** The moves that the SCM foresees, as its documentation lists them. */
	private static final Map<ServiceState, Set<ServiceState>> LEGAL = Map.of(ServiceState.STOPPED,
			EnumSet.of(ServiceState.START_PENDING), ServiceState.START_PENDING,
			EnumSet.of(ServiceState.RUNNING, ServiceState.STOP_PENDING, ServiceState.STOPPED), ServiceState.RUNNING,
			EnumSet.of(ServiceState.PAUSE_PENDING, ServiceState.STOP_PENDING, ServiceState.STOPPED),
			ServiceState.PAUSE_PENDING, EnumSet.of(ServiceState.PAUSED, ServiceState.RUNNING), ServiceState.PAUSED,
			EnumSet.of(ServiceState.CONTINUE_PENDING, ServiceState.STOP_PENDING), ServiceState.CONTINUE_PENDING,
			EnumSet.of(ServiceState.RUNNING, ServiceState.PAUSED), ServiceState.STOP_PENDING,
			EnumSet.of(ServiceState.STOPPED));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			STOPPED          | START           | START_PENDING
			STOPPED          | READY           | NOT_STARTED
			STOPPED          | PAUSE           | NOT_STARTED
			STOPPED          | PAUSED          | NOT_STARTED
			STOPPED          | PAUSE_FAILED    | NOT_STARTED
			STOPPED          | CONTINUE        | NOT_STARTED
			STOPPED          | CONTINUED       | NOT_STARTED
			STOPPED          | CONTINUE_FAILED | NOT_STARTED
			STOPPED          | STOP            | NOT_STARTED
			STOPPED          | STOPPING        | NOT_STARTED
			STOPPED          | END             | NOT_STARTED
			START_PENDING    | START           | ALREADY
			START_PENDING    | READY           | RUNNING
			START_PENDING    | PAUSE           | NOT_READY
			START_PENDING    | PAUSED          | UNASKED
			START_PENDING    | PAUSE_FAILED    | UNASKED
			START_PENDING    | CONTINUE        | NOT_READY
			START_PENDING    | CONTINUED       | UNASKED
			START_PENDING    | CONTINUE_FAILED | UNASKED
			START_PENDING    | STOP            | STOP_PENDING
			START_PENDING    | STOPPING        | STOP_PENDING
			START_PENDING    | END             | STOPPED
			RUNNING          | START           | ALREADY
			RUNNING          | READY           | ALREADY
			RUNNING          | PAUSE           | PAUSE_PENDING
			RUNNING          | PAUSED          | UNASKED
			RUNNING          | PAUSE_FAILED    | UNASKED
			RUNNING          | CONTINUE        | ALREADY
			RUNNING          | CONTINUED       | UNASKED
			RUNNING          | CONTINUE_FAILED | UNASKED
			RUNNING          | STOP            | STOP_PENDING
			RUNNING          | STOPPING        | STOP_PENDING
			RUNNING          | END             | STOPPED
			PAUSE_PENDING    | START           | ALREADY
			PAUSE_PENDING    | READY           | ALREADY
			PAUSE_PENDING    | PAUSE           | ALREADY
			PAUSE_PENDING    | PAUSED          | PAUSED
			PAUSE_PENDING    | PAUSE_FAILED    | RUNNING
			PAUSE_PENDING    | CONTINUE        | UNDER_WAY
			PAUSE_PENDING    | CONTINUED       | UNASKED
			PAUSE_PENDING    | CONTINUE_FAILED | UNASKED
			PAUSE_PENDING    | STOP            | RUNNING STOP_PENDING
			PAUSE_PENDING    | STOPPING        | RUNNING STOP_PENDING
			PAUSE_PENDING    | END             | RUNNING STOPPED
			PAUSED           | START           | ALREADY
			PAUSED           | READY           | ALREADY
			PAUSED           | PAUSE           | ALREADY
			PAUSED           | PAUSED          | UNASKED
			PAUSED           | PAUSE_FAILED    | UNASKED
			PAUSED           | CONTINUE        | CONTINUE_PENDING
			PAUSED           | CONTINUED       | UNASKED
			PAUSED           | CONTINUE_FAILED | UNASKED
			PAUSED           | STOP            | STOP_PENDING
			PAUSED           | STOPPING        | STOP_PENDING
			PAUSED           | END             | STOP_PENDING STOPPED
			CONTINUE_PENDING | START           | ALREADY
			CONTINUE_PENDING | READY           | ALREADY
			CONTINUE_PENDING | PAUSE           | UNDER_WAY
			CONTINUE_PENDING | PAUSED          | UNASKED
			CONTINUE_PENDING | PAUSE_FAILED    | UNASKED
			CONTINUE_PENDING | CONTINUE        | ALREADY
			CONTINUE_PENDING | CONTINUED       | RUNNING
			CONTINUE_PENDING | CONTINUE_FAILED | PAUSED
			CONTINUE_PENDING | STOP            | PAUSED STOP_PENDING
			CONTINUE_PENDING | STOPPING        | PAUSED STOP_PENDING
			CONTINUE_PENDING | END             | PAUSED STOP_PENDING STOPPED
			STOP_PENDING     | START           | ALREADY
			STOP_PENDING     | READY           | ENDING
			STOP_PENDING     | PAUSE           | ENDING
			STOP_PENDING     | PAUSED          | ENDING
			STOP_PENDING     | PAUSE_FAILED    | ENDING
			STOP_PENDING     | CONTINUE        | ENDING
			STOP_PENDING     | CONTINUED       | ENDING
			STOP_PENDING     | CONTINUE_FAILED | ENDING
			STOP_PENDING     | STOP            | ALREADY
			STOP_PENDING     | STOPPING        | ALREADY
			STOP_PENDING     | END             | STOPPED
			""")
	void whenInputComesInStateThenItIsDecided(ServiceState state, LifecycleInput input, String expected) {
		Decision decision = StateTable.decide(state, input);
		assertThat((decision instanceof Move move)
				? move.route().stream().map(ServiceState::name).collect(Collectors.joining(" "))
				: ((Refusal) decision).name())
			.isEqualTo(expected);
	}

	@ParameterizedTest
	@EnumSource
	void whenServiceMovesThenEachStepIsOneThatTheScmForesees(ServiceState state) {
		for (LifecycleInput input : LifecycleInput.values()) {
			if (StateTable.decide(state, input) instanceof Move move) {
				ServiceState from = state;
				for (ServiceState to : move.route()) {
					assertThat(LEGAL.get(from)).as("%s in %s", input, state).contains(to);
					from = to;
				}
			}
		}
	}

	@Test
	void whenProcessEndsThenServiceStopsFromAnyStateButTheFirst() {
		assertThat(Stream.of(ServiceState.values()).filter((state) -> state != ServiceState.STOPPED)).allSatisfy(
				(state) -> assertThat(StateTable.decide(state, LifecycleInput.END)).isInstanceOfSatisfying(Move.class,
						(move) -> assertThat(move.target()).isEqualTo(ServiceState.STOPPED)));
	}

}
