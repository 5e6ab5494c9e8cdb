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

import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The pause of the application: it refuses traffic and all lifecycle beans that can pause
 * are stopped. What cannot be done is undone.
 */
class ServicePause {

	private static final Log logger = LogFactory.getLog(ServicePause.class);

	private final ServiceContext context;

	private ReadinessState before = ReadinessState.ACCEPTING_TRAFFIC;

	ServicePause(ServiceContext context) {
		this.context = context;
	}

	/**
	 * Begin the pause.
	 * @return whether the application has paused
	 */
	boolean begin() {
		this.before = readiness();
		tell(ReadinessState.REFUSING_TRAFFIC);
		try {
			pause();
			return true;
		}
		catch (RuntimeException ex) {
			logger.error("The application cannot pause and works on", ex);
			undo(this::restart);
			tell(this.before);
			return false;
		}
	}

	/**
	 * End the pause.
	 * @return whether the application works again
	 */
	boolean end() {
		try {
			restart();
			tell(this.before);
			return true;
		}
		catch (RuntimeException ex) {
			logger.error("The application cannot work again and remains paused", ex);
			undo(this::pause);
			return false;
		}
	}

	/**
	 * A context uses those above it, so it is the first to pause.
	 */
	private void pause() {
		this.context.family().forEach(ConfigurableApplicationContext::pause);
	}

	private void restart() {
		List<ConfigurableApplicationContext> family = this.context.family();
		for (int i = family.size() - 1; i >= 0; i--) {
			family.get(i).restart();
		}
	}

	private static void undo(Runnable change) {
		try {
			change.run();
		}
		catch (RuntimeException ex) {
			logger.error("That could not be undone either", ex);
		}
	}

	private ReadinessState readiness() {
		ConfigurableApplicationContext context = this.context.get();
		ApplicationAvailability availability = (context != null)
				? context.getBeanProvider(ApplicationAvailability.class).getIfUnique() : null;
		return (availability != null) ? availability.getReadinessState() : ReadinessState.ACCEPTING_TRAFFIC;
	}

	private void tell(ReadinessState state) {
		@Nullable ConfigurableApplicationContext context = this.context.get();
		if (context != null) {
			AvailabilityChangeEvent.publish(context, state);
		}
	}

}
