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

import java.util.List;

import io.github.winsvc.scm.ServiceState;

/**
 * What follows from an input in a state.
 */
sealed interface Decision {

	/**
	 * The service moves to another state.
	 *
	 * @param route the states to report one after the other, because the SCM knows no
	 * direct way
	 */
	record Move(List<ServiceState> route) implements Decision {

		public Move {
			route = List.copyOf(route);
		}

		static Move to(ServiceState... route) {
			return new Move(List.of(route));
		}

		ServiceState target() {
			return this.route.get(this.route.size() - 1);
		}

	}

	/**
	 * The service remains in its state.
	 */
	enum Refusal implements Decision {

		/** The SCM has not started the service. */
		NOT_STARTED,

		/** The application is not ready yet. */
		NOT_READY,

		/** The service is in the wanted state already, or on its way. */
		ALREADY,

		/** The service is on its way to another state. */
		UNDER_WAY,

		/** The service is about to end. */
		ENDING,

		/** Nobody has asked for what is answered. */
		UNASKED

	}

}
