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

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * How bad each resource is, as metrics. How much there is of it tell others.
 *
 * @since 0.1.0
 */
public final class ResourceMetrics implements MeterBinder {

	private final ResourceMonitor monitor;

	/**
	 * Create the metrics.
	 * @param monitor knows the resources
	 */
	public ResourceMetrics(ResourceMonitor monitor) {
		this.monitor = monitor;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (Resource resource : Resource.values()) {
			if (this.monitor.knows(resource)) {
				Gauge.builder("winsvc.resource.level", this.monitor, (monitor) -> level(monitor, resource))
					.description("How bad the resource is: 0 for well, 1 for warning, 2 for critical")
					.tag("resource", resource.toString())
					.register(registry);
			}
		}
	}

	private static double level(ResourceMonitor monitor, Resource resource) {
		Reading reading = monitor.readings().get(resource);
		return (reading != null) ? reading.level().ordinal() : Double.NaN;
	}

}
