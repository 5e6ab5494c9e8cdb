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

package io.github.winsvc.benchmarks;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What is compared.
 */
enum Metric {

	/** When the SCM is told that the service runs. */
	RUNNING("start to RUNNING", "s", true, 2, (run) -> seconds(run.running())),

	/** When the application answers that it is healthy. */
	READY("start to first 200", "s", true, 2, (run) -> seconds(run.ready())),

	/** How much later than that the SCM is told. */
	GAP("RUNNING after first 200", "s", false, 2, (run) -> seconds(run.gap())),

	/** When the SCM is told that the service has stopped. */
	STOPPED("stop to STOPPED", "s", true, 2, (run) -> seconds(run.stopped())),

	/** When the last process has ended. */
	GONE("stop to processes gone", "s", true, 2, (run) -> seconds(run.gone())),

	/** How many processes there are. */
	PROCESSES("processes", "", false, 0, (run) -> (double) run.processes().size()),

	/** What memory they take together. */
	MEMORY("memory", "MB", true, 0, (run) -> run.memory() / 1024.0);

	private final String title;

	private final String unit;

	private final boolean compared;

	private final int decimals;

	private final Function<Run, @Nullable Double> value;

	Metric(String title, String unit, boolean compared, int decimals, Function<Run, @Nullable Double> value) {
		this.title = title;
		this.unit = unit;
		this.compared = compared;
		this.decimals = decimals;
		this.value = value;
	}

	private static @Nullable Double seconds(@Nullable Double milliseconds) {
		return (milliseconds != null) ? milliseconds / 1000 : null;
	}

	/**
	 * Return what stands above the values.
	 */
	String title() {
		return this.unit.isEmpty() ? this.title : this.title + ", " + this.unit;
	}

	@Nullable Double of(Run run) {
		return this.value.apply(run);
	}

	OptionalDouble median(Result result) {
		return Median.of(result.runs().stream().map(this::of).toList());
	}

	/**
	 * Return the ratio of the medians.
	 * @param result a contender
	 * @param plain the contender to compare it with
	 * @return the ratio, empty if there is nothing to compare
	 */
	OptionalDouble ratio(Result result, Result plain) {
		OptionalDouble own = median(result);
		OptionalDouble other = median(plain);
		if (!this.compared || own.isEmpty() || other.isEmpty()) {
			return OptionalDouble.empty();
		}
		return OptionalDouble.of(own.getAsDouble() / other.getAsDouble());
	}

	String format(double value) {
		return String.format(Locale.ROOT, "%." + this.decimals + "f", value);
	}

}
