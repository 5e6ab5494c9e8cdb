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

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/**
 * The gate that requests pass, open until a pause closes it and waits for those inside.
 * The web server runs on, because one that has drained once cannot drain again. The end
 * of the context leaves the gate as it is: then the web server itself lets no one in.
 *
 * @since 0.1.0
 */
public class TrafficGate implements SmartLifecycle, ApplicationContextAware, ApplicationListener<ContextClosedEvent> {

	private boolean open = true;

	private boolean closing;

	private int inside;

	private @Nullable Runnable whenEmpty;

	private @Nullable ApplicationContext context;

	@Override
	public void setApplicationContext(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public synchronized void onApplicationEvent(ContextClosedEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.closing = true;
		}
	}

	@Override
	public synchronized void start() {
		this.open = true;
		this.whenEmpty = null;
	}

	@Override
	public synchronized void stop() {
		if (!this.closing) {
			this.open = false;
		}
	}

	/**
	 * Close the gate.
	 * @param callback called when nobody is inside any more
	 */
	@Override
	public void stop(Runnable callback) {
		if (!mustWait(callback)) {
			callback.run();
		}
	}

	private synchronized boolean mustWait(Runnable callback) {
		stop();
		boolean wait = !this.open && this.inside > 0;
		this.whenEmpty = wait ? callback : null;
		return wait;
	}

	@Override
	public synchronized boolean isRunning() {
		return this.open;
	}

	/**
	 * Let a request in.
	 * @return whether it may pass; then it must {@link #leave()}
	 */
	synchronized boolean enter() {
		if (this.open) {
			this.inside++;
		}
		return this.open;
	}

	/**
	 * A request has been answered.
	 */
	void leave() {
		Runnable callback = left();
		if (callback != null) {
			callback.run();
		}
	}

	private synchronized @Nullable Runnable left() {
		this.inside--;
		if (this.inside > 0) {
			return null;
		}
		Runnable callback = this.whenEmpty;
		this.whenEmpty = null;
		return callback;
	}

}
