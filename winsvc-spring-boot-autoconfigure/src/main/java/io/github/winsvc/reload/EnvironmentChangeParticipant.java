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

package io.github.winsvc.reload;

import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/**
 * Tells the listeners to Spring Cloud's {@link EnvironmentChangeEvent}. One that fails
 * rejects the change; then all are told of the same keys again.
 *
 * @since 0.1.0
 */
public final class EnvironmentChangeParticipant implements ReloadParticipant, Ordered {

	private final ConfigurableApplicationContext context;

	/**
	 * Create a participant.
	 * @param context the context of the application
	 */
	public EnvironmentChangeParticipant(ConfigurableApplicationContext context) {
		this.context = context;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public ReloadStep prepare(ConfigChange change) {
		return new EventStep(new ReloadEnvironmentChangeEvent(this.context, change.keys()));
	}

	private final class EventStep implements ReloadStep {

		private final EnvironmentChangeEvent event;

		private EventStep(EnvironmentChangeEvent event) {
			this.event = event;
		}

		@Override
		public void apply() {
			EnvironmentChangeParticipant.this.context.publishEvent(this.event);
		}

		@Override
		public void undo() {
			EnvironmentChangeParticipant.this.context.publishEvent(this.event);
		}

	}

}
