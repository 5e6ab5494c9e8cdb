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

package io.github.winsvc.web;

import org.springframework.context.SmartLifecycle;

/**
 * Listens, but cannot always begin to.
 */
class FragileListener implements SmartLifecycle {

	private volatile boolean running;

	private volatile boolean broken;

	void setBroken(boolean broken) {
		this.broken = broken;
	}

	@Override
	public void start() {
		if (this.broken) {
			throw new IllegalStateException("No connection");
		}
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
