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

package io.github.winsvc.lifecycle;

import org.springframework.context.Lifecycle;
import org.springframework.context.Phased;

/**
 * A bean whose steps are noted.
 */
class FollowedLifecycle implements Lifecycle, Phased {

	private final Lifecycle bean;

	private final int phase;

	private final Runnable step;

	/**
	 * Follow a bean.
	 * @param step called at each step
	 */
	FollowedLifecycle(Lifecycle bean, int phase, Runnable step) {
		this.bean = bean;
		this.phase = phase;
		this.step = step;
	}

	void step() {
		this.step.run();
	}

	@Override
	public int getPhase() {
		return this.phase;
	}

	@Override
	public void start() {
		step();
		this.bean.start();
	}

	@Override
	public void stop() {
		step();
		this.bean.stop();
	}

	@Override
	public boolean isRunning() {
		return this.bean.isRunning();
	}

}
