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

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.winsvc.host.Decision.Move;
import io.github.winsvc.scm.ServiceState;

import static io.github.winsvc.host.Decision.Refusal.ALREADY;
import static io.github.winsvc.host.Decision.Refusal.ENDING;
import static io.github.winsvc.host.Decision.Refusal.NOT_READY;
import static io.github.winsvc.host.Decision.Refusal.NOT_STARTED;
import static io.github.winsvc.host.Decision.Refusal.UNASKED;
import static io.github.winsvc.host.Decision.Refusal.UNDER_WAY;
import static io.github.winsvc.scm.ServiceState.CONTINUE_PENDING;
import static io.github.winsvc.scm.ServiceState.PAUSED;
import static io.github.winsvc.scm.ServiceState.PAUSE_PENDING;
import static io.github.winsvc.scm.ServiceState.RUNNING;
import static io.github.winsvc.scm.ServiceState.START_PENDING;
import static io.github.winsvc.scm.ServiceState.STOPPED;
import static io.github.winsvc.scm.ServiceState.STOP_PENDING;

/**
 * What every input means in every state. Each step of a route is one that the SCM allows:
 * a pending state is left only to where it was going or to where it came from.
 */
final class StateTable {

	// @formatter:off
	private static final Map<ServiceState, Map<LifecycleInput, Decision>> ROWS = table(
			// START, READY, PAUSE, PAUSED, PAUSE_FAILED, CONTINUE, CONTINUED, CONTINUE_FAILED, STOP, STOPPING, END
			row(STOPPED, Move.to(START_PENDING), NOT_STARTED,
					NOT_STARTED, NOT_STARTED, NOT_STARTED,
					NOT_STARTED, NOT_STARTED, NOT_STARTED,
					NOT_STARTED, NOT_STARTED, NOT_STARTED),
			row(START_PENDING, ALREADY, Move.to(RUNNING),
					NOT_READY, UNASKED, UNASKED,
					NOT_READY, UNASKED, UNASKED,
					Move.to(STOP_PENDING), Move.to(STOP_PENDING), Move.to(STOPPED)),
			row(RUNNING, ALREADY, ALREADY,
					Move.to(PAUSE_PENDING), UNASKED, UNASKED,
					ALREADY, UNASKED, UNASKED,
					Move.to(STOP_PENDING), Move.to(STOP_PENDING), Move.to(STOPPED)),
			row(PAUSE_PENDING, ALREADY, ALREADY,
					ALREADY, Move.to(PAUSED), Move.to(RUNNING),
					UNDER_WAY, UNASKED, UNASKED,
					Move.to(RUNNING, STOP_PENDING), Move.to(RUNNING, STOP_PENDING), Move.to(RUNNING, STOPPED)),
			row(PAUSED, ALREADY, ALREADY,
					ALREADY, UNASKED, UNASKED,
					Move.to(CONTINUE_PENDING), UNASKED, UNASKED,
					Move.to(STOP_PENDING), Move.to(STOP_PENDING), Move.to(STOP_PENDING, STOPPED)),
			row(CONTINUE_PENDING, ALREADY, ALREADY,
					UNDER_WAY, UNASKED, UNASKED,
					ALREADY, Move.to(RUNNING), Move.to(PAUSED),
					Move.to(PAUSED, STOP_PENDING), Move.to(PAUSED, STOP_PENDING), Move.to(PAUSED, STOP_PENDING, STOPPED)),
			row(STOP_PENDING, ALREADY, ENDING,
					ENDING, ENDING, ENDING,
					ENDING, ENDING, ENDING,
					ALREADY, ALREADY, Move.to(STOPPED)));
	// @formatter:on

	private StateTable() {
	}

	/**
	 * Decide what an input means.
	 */
	static Decision decide(ServiceState state, LifecycleInput input) {
		Decision decision = ROWS.getOrDefault(state, Map.of()).get(input);
		if (decision == null) {
			throw new IllegalStateException("No decision on %s in %s".formatted(input, state));
		}
		return decision;
	}

	private static Map<ServiceState, Map<LifecycleInput, Decision>> table(Row... rows) {
		return List.of(rows)
			.stream()
			.collect(Collectors.toMap(Row::state, Row::cells, (first, second) -> first,
					() -> new EnumMap<>(ServiceState.class)));
	}

	private static Row row(ServiceState state, Decision... decisions) {
		LifecycleInput[] inputs = LifecycleInput.values();
		return new Row(state,
				IntStream.range(0, inputs.length)
					.boxed()
					.collect(Collectors.toMap((column) -> inputs[column], (column) -> decisions[column],
							(first, second) -> first, () -> new EnumMap<>(LifecycleInput.class))));
	}

	private record Row(ServiceState state, Map<LifecycleInput, Decision> cells) {

	}

}
