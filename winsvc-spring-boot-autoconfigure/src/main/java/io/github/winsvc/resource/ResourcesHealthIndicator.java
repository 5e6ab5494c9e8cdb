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

package io.github.winsvc.resource;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Warns before a resource runs out, and is down when it has.
 *
 * @since 0.1.0
 */
public final class ResourcesHealthIndicator implements HealthIndicator {

	/**
	 * The status of a service that works but soon may not.
	 */
	static final Status WARNING = new Status("WARNING");

	private final ResourceMonitor monitor;

	/**
	 * Create the indicator.
	 * @param monitor knows the resources
	 */
	public ResourcesHealthIndicator(ResourceMonitor monitor) {
		this.monitor = monitor;
	}

	@Override
	public Health health() {
		Level worst = Level.OK;
		Health.Builder health = new Health.Builder();
		for (Reading reading : this.monitor.readings().values()) {
			health.withDetail(reading.resource().toString(), reading.toString());
			worst = (reading.level().compareTo(worst) > 0) ? reading.level() : worst;
		}
		return health.status(switch (worst) {
			case OK -> Status.UP;
			case WARNING -> WARNING;
			case CRITICAL -> Status.DOWN;
		}).build();
	}

}
