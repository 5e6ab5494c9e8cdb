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

package io.github.winsvc.health;

import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.host.StartPhase;
import io.github.winsvc.scm.ServiceState;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Tells that the service is up while it is RUNNING, and out of service before, after and
 * during a pause. It is up a moment before it is RUNNING, once its application is ready:
 * nobody may be told RUNNING before the first answer.
 *
 * @since 0.1.0
 */
public final class ServiceHealthIndicator implements HealthIndicator {

	private final ServiceHost host;

	private final ServiceDescription description;

	/**
	 * Create the indicator.
	 * @param host the service
	 * @param description its description, which becomes the details
	 */
	public ServiceHealthIndicator(ServiceHost host, ServiceDescription description) {
		this.host = host;
		this.description = description;
	}

	@Override
	public Health health() {
		Health.Builder health = isUp() ? Health.up() : Health.outOfService();
		return health.withDetails(this.description.summarize()).build();
	}

	private boolean isUp() {
		ServiceState state = this.host.state();
		return state == ServiceState.RUNNING || (state == ServiceState.START_PENDING
				&& this.host.ledger().startDurations().containsKey(StartPhase.READY));
	}

}
