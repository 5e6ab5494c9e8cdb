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
 * A bean whose steps are noted, its own report of having stopped among them.
 */
class FollowedSmartLifecycle extends FollowedLifecycle implements SmartLifecycle {

	private final SmartLifecycle bean;

	private final boolean pauseable;

	/**
	 * Follow a bean.
	 * @param pauseable whether a pause stops it
	 * @param step called at each step
	 */
	FollowedSmartLifecycle(SmartLifecycle bean, boolean pauseable, Runnable step) {
		super(bean, bean.getPhase(), step);
		this.bean = bean;
		this.pauseable = pauseable;
	}

	@Override
	public int getPhase() {
		return super.getPhase();
	}

	@Override
	public boolean isAutoStartup() {
		return this.bean.isAutoStartup();
	}

	@Override
	public boolean isPauseable() {
		return this.pauseable;
	}

	@Override
	public void stop(Runnable callback) {
		step();
		this.bean.stop(() -> {
			step();
			callback.run();
		});
	}

}
