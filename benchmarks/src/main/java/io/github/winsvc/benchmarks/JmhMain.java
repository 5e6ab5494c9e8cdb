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

import java.nio.file.Path;
import java.util.Collection;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs what needs no machine and no application: the control handler, reports, and what a
 * warning costs.
 */
final class JmhMain {

	private JmhMain() {
	}

	/**
	 * Run the benchmarks.
	 * @param arguments none
	 * @throws RunnerException if one fails
	 */
	public static void main(String[] arguments) throws RunnerException {
		Path json = Path.of(System.getProperty("benchmarks.target"), "jmh.json");
		Collection<RunResult> results = new Runner(new OptionsBuilder().include(name(HandlerBenchmark.class))
			.include(name(StopBenchmark.class))
			.include(name(StatusBenchmark.class))
			.include(name(EventLogBenchmark.class))
			.shouldFailOnError(true)
			.resultFormat(ResultFormatType.JSON)
			.result(json.toString())
			.build()).run();
		EventLogBenchmark.print(results);
	}

	private static String name(Class<?> benchmark) {
		return benchmark.getName() + "\\.";
	}

}
