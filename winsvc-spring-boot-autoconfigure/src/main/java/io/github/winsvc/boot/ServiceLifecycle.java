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

import java.util.concurrent.atomic.AtomicReference;

import io.github.winsvc.host.ServiceHost;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ExitCodeEvent;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Tells the host what becomes of the application.
 */
class ServiceLifecycle implements ApplicationListener<ApplicationEvent> {

	private final ServiceHost host;

	private final AtomicReference<@Nullable ConfigurableApplicationContext> context;

	private final FailedStart failedStart;

	private boolean started;

	private boolean acceptingTraffic;

	ServiceLifecycle(ServiceHost host, AtomicReference<@Nullable ConfigurableApplicationContext> context,
			FailedStart failedStart) {
		this.host = host;
		this.context = context;
		this.failedStart = failedStart;
	}

	FailedStart failedStart() {
		return this.failedStart;
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		if (event instanceof ApplicationStartedEvent started) {
			this.context.set(started.getApplicationContext());
		}
		else if (event instanceof ApplicationReadyEvent) {
			ready(true, this.acceptingTraffic);
		}
		else if (event instanceof AvailabilityChangeEvent<?> change
				&& change.getState() instanceof ReadinessState readiness) {
			ready(this.started, readiness == ReadinessState.ACCEPTING_TRAFFIC);
		}
		else if (event instanceof ExitCodeEvent exit) {
			this.host.failed(exit.getExitCode());
		}
		else if (event instanceof ContextClosedEvent closed && closed.getApplicationContext() == this.context.get()) {
			closed();
		}
	}

	private synchronized void ready(boolean started, boolean acceptingTraffic) {
		this.started = started;
		this.acceptingTraffic = acceptingTraffic;
		if (started && acceptingTraffic) {
			this.host.ready();
		}
	}

	private void closed() {
		if (!ShutdownHooks.areRunning()) {
			this.host.closed();
		}
		this.host.stopping();
	}

}
