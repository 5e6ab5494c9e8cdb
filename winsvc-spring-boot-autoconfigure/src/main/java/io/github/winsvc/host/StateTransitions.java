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
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import io.github.winsvc.scm.ServiceState;

/**
 * The moves from state to state that the SCM allows a service to report.
 */
final class StateTransitions {

	private static final Map<ServiceState, Set<ServiceState>> LEGAL = new EnumMap<>(Map.of(
	// @formatter:off
			ServiceState.START_PENDING, EnumSet.of(ServiceState.RUNNING, ServiceState.STOP_PENDING, ServiceState.STOPPED),
			ServiceState.RUNNING, EnumSet.of(ServiceState.PAUSE_PENDING, ServiceState.STOP_PENDING, ServiceState.STOPPED),
			ServiceState.PAUSE_PENDING, EnumSet.of(ServiceState.PAUSED, ServiceState.RUNNING),
			ServiceState.PAUSED, EnumSet.of(ServiceState.CONTINUE_PENDING, ServiceState.STOP_PENDING),
			ServiceState.CONTINUE_PENDING, EnumSet.of(ServiceState.RUNNING, ServiceState.PAUSED),
			ServiceState.STOP_PENDING, EnumSet.of(ServiceState.STOPPED),
			ServiceState.STOPPED, EnumSet.noneOf(ServiceState.class)));
	// @formatter:on

	private StateTransitions() {
	}

	static boolean allow(ServiceState from, ServiceState to) {
		return LEGAL.getOrDefault(from, Set.of()).contains(to);
	}

}
