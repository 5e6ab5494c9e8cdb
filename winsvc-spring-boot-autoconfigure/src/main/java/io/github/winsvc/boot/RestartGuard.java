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

import java.time.Instant;
import java.util.function.Supplier;

import io.github.winsvc.host.EndGuard;

/**
 * Lets the service end itself only so often in a period, counting over its runs.
 *
 * @param history what the runs have left
 * @param limits tells how often in which period, once that matters
 */
record RestartGuard(RunHistory history, Supplier<WinsvcProperties.Liveness> limits) implements EndGuard {

	/**
	 * The name of this object among the beans of the service's contexts.
	 */
	static final String BEAN_NAME = "winsvcEndGuard";

	@Override
	public synchronized boolean permit() {
		WinsvcProperties.Liveness liveness = this.limits.get();
		Instant begin = Instant.now().minus(liveness.getEndsPeriod());
		if (this.history.ownEndsSince(begin) >= liveness.getMaxEnds()) {
			return false;
		}
		this.history.endsItself(begin);
		return true;
	}

}
