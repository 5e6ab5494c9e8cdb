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

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/**
 * The gate that requests pass. A pause closes it and waits for those inside; the web
 * server runs on, because one that has drained once cannot drain again. The end of the
 * context leaves the gate as it is: then the web server itself lets no one in.
 *
 * @since 0.1.0
 */
public class TrafficGate implements SmartLifecycle, ApplicationContextAware, ApplicationListener<ContextClosedEvent> {

	private final AtomicInteger inside = new AtomicInteger();

	private final AtomicReference<@Nullable Runnable> whenEmpty = new AtomicReference<>();

	private volatile boolean open;

	private volatile boolean closing;

	private @Nullable ApplicationContext context;

	@Override
	public void setApplicationContext(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.closing = true;
		}
	}

	@Override
	public void start() {
		this.open = true;
	}

	@Override
	public void stop() {
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
		stop();
		if (this.closing) {
			callback.run();
			return;
		}
		this.whenEmpty.set(callback);
		tellIfEmpty();
	}

	@Override
	public boolean isRunning() {
		return this.open;
	}

	/**
	 * Let a request in.
	 * @return whether it may pass; then it must {@link #leave()}
	 */
	public boolean enter() {
		this.inside.incrementAndGet();
		// Looked at last: a request that is counted after the gate was closed is sent
		// away
		if (this.open) {
			return true;
		}
		leave();
		return false;
	}

	/**
	 * A request has been answered.
	 */
	public void leave() {
		this.inside.decrementAndGet();
		tellIfEmpty();
	}

	private void tellIfEmpty() {
		if (this.inside.get() == 0 && !this.open) {
			Runnable callback = this.whenEmpty.getAndSet(null);
			if (callback != null) {
				callback.run();
			}
		}
	}

}
