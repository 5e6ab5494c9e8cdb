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

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import io.github.winsvc.host.RepeatedTask;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.log.LogMessage;

/**
 * Looks at all resources now and then, on a thread of its own, so that whoever asks need
 * not wait. Logs what becomes bad, and what becomes better. Goes on during a pause.
 *
 * @since 0.1.0
 */
public final class ResourceMonitor implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(ResourceMonitor.class);

	private final ResourceProperties properties;

	private final ResourceSource source;

	private volatile Map<Resource, Reading> readings = Map.of();

	private final RepeatedTask series;

	/**
	 * Create the monitor.
	 * @param properties how much is too much
	 * @param source tells how much there is
	 */
	public ResourceMonitor(ResourceProperties properties, ResourceSource source) {
		this.properties = properties;
		this.source = source;
		this.series = new RepeatedTask("winsvc-resources", this::look, properties.interval());
	}

	@Override
	public void start() {
		this.series.start(Duration.ZERO);
	}

	@Override
	public void stop() {
		this.series.stop();
	}

	@Override
	public boolean isRunning() {
		return this.series.isRunning();
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	/**
	 * Look at all resources. An exception would end the series.
	 */
	void look() {
		try {
			Map<Resource, Reading> readings = new EnumMap<>(Resource.class);
			for (Resource resource : Resource.values()) {
				this.source.read(resource)
					.ifPresent((value) -> readings.put(resource,
							new Reading(resource, value, this.properties.thresholds(resource))));
			}
			Map<Resource, Reading> former = this.readings;
			this.readings = readings;
			readings.values().forEach((reading) -> log(former.get(reading.resource()), reading));
		}
		catch (RuntimeException ex) {
			logger.warn("The resources of the process cannot be looked at", ex);
		}
	}

	private static void log(@Nullable Reading former, Reading reading) {
		Level before = (former != null) ? former.level() : Level.OK;
		if (reading.level().compareTo(before) > 0) {
			logger.warn(LogMessage.format("Resource %s: %s", reading.resource(), reading));
		}
		else if (reading.level() == Level.OK && before != Level.OK) {
			logger.info(LogMessage.format("Resource %s is well again: %s", reading.resource(), reading));
		}
	}

	boolean knows(Resource resource) {
		return this.source.knows(resource);
	}

	/**
	 * Return the last readings.
	 * @return a reading of each resource that can be known here
	 */
	Map<Resource, Reading> readings() {
		return this.readings;
	}

}
