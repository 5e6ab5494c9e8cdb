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

package io.github.winsvc.boot;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The whole time that a stop may take: what the configuration says, else what Spring's
 * own time for each phase of a shutdown amounts to.
 */
final class StopTimeout {

	private static final Duration DEFAULT_PHASE = Duration.ofSeconds(30);

	/** Two of the web server, one of executors, and one of the application. */
	private static final int PHASES = 4;

	private StopTimeout() {
	}

	static Duration of(Environment environment) {
		return of(WinsvcProperties.get(Binder.get(environment)), environment);
	}

	/**
	 * Return the time where the properties have been read already.
	 */
	static Duration of(WinsvcProperties properties, Environment environment) {
		Duration configured = properties.getStop().getTimeout();
		return (configured != null) ? configured : ofPhase(environment).multipliedBy(PHASES);
	}

	/**
	 * Return whether the configuration leaves it to Spring's own time.
	 */
	static boolean isOfPhase(Environment environment) {
		return WinsvcProperties.get(Binder.get(environment)).getStop().getTimeout() == null;
	}

	/**
	 * Return the time that the beans of one phase get.
	 */
	static Duration ofPhase(Environment environment) {
		return Binder.get(environment)
			.bind("spring.lifecycle.timeout-per-shutdown-phase", Duration.class)
			.orElse(DEFAULT_PHASE);
	}

}
