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

import java.util.function.Supplier;

import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.host.StartPhase;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ExitCodeEvent;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Tells the host what becomes of one context. A context hears the events of those below
 * it too, which are left to theirs.
 */
class ServiceLifecycle implements ApplicationListener<ApplicationEvent> {

	private final RunningService service;

	private final ServiceHost host;

	private final Supplier<@Nullable WebApplicationType> type;

	private final boolean parent;

	private volatile @Nullable ConfigurableApplicationContext context;

	private boolean ready;

	/** What is to be done yet before RUNNING is told. */
	private @Nullable WarmUp warmUp;

	private ReadinessState readiness = ReadinessState.REFUSING_TRAFFIC;

	/**
	 * Create the listener for a run.
	 * @param type tells what the application is once that is known
	 * @param parent whether the run of a child will follow, which is the application
	 */
	ServiceLifecycle(RunningService service, Supplier<@Nullable WebApplicationType> type, boolean parent) {
		this.service = service;
		this.type = type;
		this.host = service.host();
		this.parent = parent;
	}

	void prepared(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * The name of this object among the beans of its context.
	 */
	static final String BEAN_NAME = "winsvcServiceLifecycle";

	FailedStart failedStart() {
		return this.service.failedStart();
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		ConfigurableApplicationContext context = this.context;
		if (event instanceof ExitCodeEvent exit) {
			this.host.failed(exit.getExitCode());
		}
		else if (context != null && !this.parent && isOf(context, event)) {
			follow(context, event);
		}
	}

	private static boolean isOf(ConfigurableApplicationContext context, ApplicationEvent event) {
		if (event instanceof ApplicationStartedEvent started) {
			return started.getApplicationContext() == context;
		}
		return !(event instanceof ContextClosedEvent closed) || closed.getApplicationContext() == context;
	}

	private void follow(ConfigurableApplicationContext context, ApplicationEvent event) {
		if (event instanceof ApplicationStartedEvent) {
			this.service.context().started();
			this.host.ledger().completed(StartPhase.REFRESH);
			this.host.progress();
			listen(context);
		}
		else if (event instanceof AvailabilityChangeEvent<?> change) {
			if (change.getState() instanceof ReadinessState readiness) {
				accept(readiness);
			}
			else if (change.getState() instanceof LivenessState liveness) {
				this.host.broken(liveness == LivenessState.BROKEN);
			}
		}
		else if (event instanceof ContextClosedEvent) {
			closed();
		}
	}

	private void listen(ConfigurableApplicationContext context) {
		WinsvcProperties properties = WinsvcProperties.get(Binder.get(context.getEnvironment()));
		WantedControls wanted = WantedControls.of(context, properties);
		this.host.accept(wanted.accepted(), wanted.codes());
		Subscriptions.make(properties.getControls(), this.service.start().subscriber());
		WarmUp warmUp = properties.getStart().isWarmUp() ? WarmUp.of(context.getEnvironment(), this.type.get())
				: WarmUp.ofNothing();
		synchronized (this) {
			this.warmUp = warmUp;
		}
	}

	private void accept(ReadinessState readiness) {
		synchronized (this) {
			this.readiness = readiness;
		}
		tell();
	}

	private void tell() {
		if (isAccepting()) {
			warmUp();
		}
		// Whoever is asked may have changed that
		if (isAccepting()) {
			this.host.ready();
		}
	}

	private synchronized boolean isAccepting() {
		return this.ready && this.readiness == ReadinessState.ACCEPTING_TRAFFIC;
	}

	private void warmUp() {
		WarmUp warmUp;
		synchronized (this) {
			warmUp = this.warmUp;
			this.warmUp = null;
		}
		if (warmUp != null) {
			this.host.ledger().completed(StartPhase.READY);
			this.host.progress();
			warmUp.run();
		}
	}

	/**
	 * The run is over, and all who wanted to have had their say about readiness.
	 */
	void ready() {
		if (!this.parent) {
			synchronized (this) {
				this.ready = true;
			}
			tell();
		}
	}

	private void closed() {
		if (!ShutdownHooks.areRunning()) {
			this.host.closed();
		}
		this.host.stopping();
	}

}
