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

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import io.github.winsvc.scm.OwnProcess;
import io.github.winsvc.scm.ProcessCounters;
import io.github.winsvc.scm.ProcessCounters.Transfer;
import io.github.winsvc.scm.ScmException;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

/**
 * What Windows counts of the process, as metrics. Where Windows does not tell there are
 * none.
 *
 * @since 0.1.0
 */
public final class CounterMetrics implements MeterBinder {

	/** For how long counters are used again: one scrape asks for all. */
	private static final long REUSE_NANOS = 500_000_000;

	private final OwnProcess process;

	private volatile Sample sample = new Sample(Optional.empty(), System.nanoTime() - REUSE_NANOS);

	/**
	 * Create the metrics.
	 * @param process this process
	 */
	public CounterMetrics(OwnProcess process) {
		this.process = process;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		if (counters().isEmpty()) {
			return;
		}
		gauge(registry, "handles", null, "Open handles of the process", ProcessCounters::handles);
		gauge(registry, "gdi.objects", null, "GDI objects of the process", ProcessCounters::gdiObjects);
		gauge(registry, "user.objects", null, "USER objects of the process", ProcessCounters::userObjects);
		gauge(registry, "memory.working.set", BaseUnits.BYTES, "Memory of the process that is in RAM",
				ProcessCounters::workingSet);
		gauge(registry, "memory.private", BaseUnits.BYTES, "Committed memory of the process alone",
				ProcessCounters::privateBytes);
		FunctionCounter.builder("winsvc.process.page.faults", this, (own) -> own.read(ProcessCounters::pageFaults))
			.description("Page faults of the process")
			.register(registry);
		transfer(registry, "read", ProcessCounters::read);
		transfer(registry, "write", ProcessCounters::written);
	}

	private void gauge(MeterRegistry registry, String name, @Nullable String unit, String description,
			ToDoubleFunction<ProcessCounters> value) {
		Gauge.builder("winsvc.process." + name, this, (own) -> own.read(value))
			.description(description)
			.baseUnit(unit)
			.register(registry);
	}

	private void transfer(MeterRegistry registry, String direction, Function<ProcessCounters, Transfer> transfer) {
		FunctionCounter
			.builder("winsvc.process.io.operations", this,
					(own) -> own.read((counters) -> transfer.apply(counters).operations()))
			.description("Operations of input and output of the process, on files, network and devices")
			.tag("direction", direction)
			.register(registry);
		FunctionCounter
			.builder("winsvc.process.io", this, (own) -> own.read((counters) -> transfer.apply(counters).bytes()))
			.description("Input and output of the process, on files, network and devices")
			.baseUnit(BaseUnits.BYTES)
			.tag("direction", direction)
			.register(registry);
	}

	private double read(ToDoubleFunction<ProcessCounters> value) {
		return counters().map(value::applyAsDouble).orElse(Double.NaN);
	}

	private Optional<ProcessCounters> counters() {
		Sample sample = this.sample;
		if (System.nanoTime() - sample.time() >= REUSE_NANOS) {
			sample = new Sample(ask(), System.nanoTime());
			this.sample = sample;
		}
		return sample.counters();
	}

	private Optional<ProcessCounters> ask() {
		try {
			return this.process.counters();
		}
		catch (ScmException ex) {
			return Optional.empty();
		}
	}

	/**
	 * What Windows has told.
	 *
	 * @param counters the counters, empty if it told nothing
	 * @param time when, a value of {@link System#nanoTime()}
	 */
	private record Sample(Optional<ProcessCounters> counters, long time) {

	}

}
