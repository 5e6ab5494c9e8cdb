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

import org.springframework.context.SmartLifecycle;

/**
 * A bean whose steps are noted.
 *
 * @param bean the bean
 * @param pauseable whether a pause stops it
 * @param step called at each step
 */
record FollowedSmartLifecycle(SmartLifecycle bean, boolean pauseable, Runnable step) implements SmartLifecycle {

	@Override
	public boolean isAutoStartup() {
		return this.bean.isAutoStartup();
	}

	@Override
	public boolean isPauseable() {
		return this.pauseable;
	}

	@Override
	public int getPhase() {
		return this.bean.getPhase();
	}

	@Override
	public void start() {
		this.step.run();
		this.bean.start();
	}

	@Override
	public void stop() {
		this.step.run();
		this.bean.stop();
	}

	@Override
	public void stop(Runnable callback) {
		this.step.run();
		this.bean.stop(() -> {
			this.step.run();
			callback.run();
		});
	}

	@Override
	public boolean isRunning() {
		return this.bean.isRunning();
	}

}
