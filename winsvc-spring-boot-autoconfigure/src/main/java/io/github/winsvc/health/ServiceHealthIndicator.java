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
import io.github.winsvc.scm.ServiceState;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Tells that the service is up while it is RUNNING, and out of service before, after and
 * during a pause.
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
		Health.Builder health = (this.host.state() == ServiceState.RUNNING) ? Health.up() : Health.outOfService();
		return health.withDetails(this.description.summarize()).build();
	}

}
