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

import io.github.winsvc.validation.AtLeast;
import io.github.winsvc.validation.Between;
import io.github.winsvc.validation.Time;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a service may use before its health tells.
 *
 * @param enabled Whether resources are watched.
 * @param interval Time between two looks at all resources.
 * @param disk Free space on a volume.
 * @param heap Heap in use after garbage collection.
 * @param workingSet Memory of the process that is in RAM.
 * @param handles Open handles of the process.
 * @param threads Threads of the JVM.
 * @param cpu Processor time between two looks.
 * @since 0.1.0
 */
@ConfigurationProperties("winsvc.resources")
public record ResourceProperties(@DefaultValue("true") boolean enabled,
		@Time(min = "1ms") @DefaultValue("10s") Duration interval, @Valid @DefaultValue Disk disk,
		@Valid @DefaultValue Heap heap, @Valid @DefaultValue WorkingSet workingSet,
		@Valid @DefaultValue Handles handles, @Valid @DefaultValue Threads threads, @Valid @DefaultValue Cpu cpu) {

	/**
	 * Return the thresholds of a resource.
	 */
	Thresholds thresholds(Resource resource) {
		return switch (resource) {
			case DISK -> new Thresholds(this.disk.warning().toBytes(), this.disk.critical().toBytes());
			case HEAP -> new Thresholds(this.heap.warning(), this.heap.critical());
			case WORKING_SET ->
				new Thresholds(this.workingSet.warning().toBytes(), this.workingSet.critical().toBytes());
			case HANDLES -> new Thresholds(this.handles.warning(), this.handles.critical());
			case THREADS -> new Thresholds(this.threads.warning(), this.threads.critical());
			case CPU -> new Thresholds(this.cpu.warning(), this.cpu.critical());
		};
	}

	/**
	 * Free space on a volume.
	 *
	 * @param path A directory on the volume. Default is the home of the service, else the
	 * working directory.
	 * @param warning Free space at which health warns, 0B for never.
	 * @param critical Free space at which health is down, 0B for never.
	 */
	public record Disk(@Nullable String path, @AtLeast(0) @DefaultValue("1GB") DataSize warning,
			@AtLeast(0) @DefaultValue("100MB") DataSize critical) {

	}

	/**
	 * Heap in use after garbage collection.
	 *
	 * @param warning Percentage from which on health warns, 0 for never.
	 * @param critical Percentage from which on health is down, 0 for never.
	 */
	public record Heap(@Between(max = 100) @DefaultValue("85") int warning,
			@Between(max = 100) @DefaultValue("95") int critical) {

	}

	/**
	 * Memory of the process that is in RAM.
	 *
	 * @param warning Size from which on health warns, 0B for never.
	 * @param critical Size from which on health is down, 0B for never.
	 */
	public record WorkingSet(@AtLeast(0) @DefaultValue("0B") DataSize warning,
			@AtLeast(0) @DefaultValue("0B") DataSize critical) {

	}

	/**
	 * Open handles of the process.
	 *
	 * @param warning Number from which on health warns, 0 for never.
	 * @param critical Number from which on health is down, 0 for never.
	 */
	public record Handles(@AtLeast(0) @DefaultValue("10000") int warning, @AtLeast(0) @DefaultValue("0") int critical) {

	}

	/**
	 * Threads of the JVM.
	 *
	 * @param warning Number from which on health warns, 0 for never.
	 * @param critical Number from which on health is down, 0 for never.
	 */
	public record Threads(@AtLeast(0) @DefaultValue("2000") int warning, @AtLeast(0) @DefaultValue("0") int critical) {

	}

	/**
	 * Processor time between two looks.
	 *
	 * @param warning Percentage of all processors from which on health warns, 0 for
	 * never.
	 * @param critical Percentage of all processors from which on health is down, 0 for
	 * never.
	 */
	public record Cpu(@Between(max = 100) @DefaultValue("95") int warning,
			@Between(max = 100) @DefaultValue("0") int critical) {

	}

}
