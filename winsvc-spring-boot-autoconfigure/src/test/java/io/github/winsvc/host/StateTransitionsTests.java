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

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.winsvc.scm.ServiceState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StateTransitions}: every state against every other.
 */
class StateTransitionsTests {

	private static final Map<ServiceState, String> LEGAL = Map.of(ServiceState.STOPPED, "", ServiceState.START_PENDING,
			"STOPPED STOP_PENDING RUNNING", ServiceState.STOP_PENDING, "STOPPED", ServiceState.RUNNING,
			"STOPPED STOP_PENDING PAUSE_PENDING", ServiceState.CONTINUE_PENDING, "RUNNING PAUSED",
			ServiceState.PAUSE_PENDING, "RUNNING PAUSED", ServiceState.PAUSED, "STOP_PENDING CONTINUE_PENDING");

	@ParameterizedTest
	@EnumSource
	void whenServiceIsInStateThenOnlyTheForeseenStatesMayFollow(ServiceState from) {
		String allowed = Arrays.stream(ServiceState.values())
			.filter((to) -> StateTransitions.allow(from, to))
			.map(ServiceState::name)
			.collect(Collectors.joining(" "));
		assertThat(allowed).isEqualTo(LEGAL.get(from));
	}

}
