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

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

import com.sun.management.OperatingSystemMXBean;
import io.github.winsvc.host.HeapUse;
import io.github.winsvc.scm.OwnProcess;
import io.github.winsvc.scm.ProcessCounters;
import io.github.winsvc.scm.ScmException;

/**
 * The resources of this process. To be asked by one thread.
 *
 * @since 0.1.0
 */
public final class ProcessResources implements ResourceSource {

	private static final double PERCENT = 100;

	private final OwnProcess process;

	private final File directory;

	private long cpuTime = -1;

	private long time;

	/**
	 * Create the source.
	 * @param process this process
	 * @param directory a directory on the volume to look at
	 */
	public ProcessResources(OwnProcess process, File directory) {
		this.process = process;
		this.directory = directory;
	}

	@Override
	public OptionalDouble read(Resource resource) {
		return switch (resource) {
			case DISK -> disk();
			case HEAP -> OptionalDouble.of(HeapUse.afterCollection());
			case WORKING_SET -> counter(ProcessCounters::workingSet);
			case HANDLES -> counter(ProcessCounters::handles);
			case THREADS -> OptionalDouble.of(ManagementFactory.getThreadMXBean().getThreadCount());
			case CPU -> cpu();
		};
	}

	@Override
	public boolean knows(Resource resource) {
		return switch (resource) {
			case WORKING_SET, HANDLES -> read(resource).isPresent();
			case DISK, HEAP, THREADS, CPU -> true;
		};
	}

	/**
	 * A directory that is not there has no space in any sense.
	 */
	private OptionalDouble disk() {
		return this.directory.exists() ? OptionalDouble.of(this.directory.getUsableSpace()) : OptionalDouble.empty();
	}

	private OptionalDouble counter(ToDoubleFunction<ProcessCounters> counter) {
		try {
			return this.process.counters()
				.map((counters) -> OptionalDouble.of(counter.applyAsDouble(counters)))
				.orElse(OptionalDouble.empty());
		}
		catch (ScmException ex) {
			return OptionalDouble.empty();
		}
	}

	/**
	 * The first look has nothing to compare with.
	 */
	private OptionalDouble cpu() {
		if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
			return OptionalDouble.empty();
		}
		long cpuTime = system.getProcessCpuTime();
		long time = System.nanoTime();
		long formerCpuTime = this.cpuTime;
		long elapsed = time - this.time;
		this.cpuTime = cpuTime;
		this.time = time;
		return (formerCpuTime < 0 || cpuTime < 0 || elapsed <= 0) ? OptionalDouble.empty() : OptionalDouble
			.of(PERCENT * (cpuTime - formerCpuTime) / elapsed / Runtime.getRuntime().availableProcessors());
	}

}
