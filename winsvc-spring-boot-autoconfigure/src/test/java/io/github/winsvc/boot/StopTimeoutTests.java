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

import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StopTimeout}.
 */
class StopTimeoutTests {

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void whenNothingIsConfiguredThenStopMayTakeTwoMinutes() {
		assertThat(StopTimeout.of(this.environment)).isEqualTo(Duration.ofMinutes(2));
	}

	@Test
	void whenPhasesOfShutdownAreLongerThenStopMayTakeLonger() {
		this.environment.withProperty("spring.lifecycle.timeout-per-shutdown-phase", "5m");
		assertThat(StopTimeout.of(this.environment)).isEqualTo(Duration.ofMinutes(20));
	}

	@Test
	void whenConfiguredThenThatCounts() {
		this.environment.withProperty("spring.lifecycle.timeout-per-shutdown-phase", "5m")
			.withProperty("winsvc.stop.timeout", "90s");
		assertThat(StopTimeout.of(this.environment)).isEqualTo(Duration.ofSeconds(90));
	}

}
