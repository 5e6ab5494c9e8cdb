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
import java.util.List;

/**
 * One way to run the sample.
 */
interface Contender {

	/**
	 * Return what the table calls it.
	 */
	String name();

	/**
	 * Return where the sample answers.
	 */
	int port();

	/**
	 * Return the file to which the sample logs.
	 */
	Path log();

	/**
	 * Begin to watch what the SCM is told, before the start.
	 */
	Watch watch();

	/**
	 * Start the sample, and return without waiting for it.
	 */
	void start();

	/**
	 * Tell the sample to stop in good order, and return without waiting for it.
	 * @param processes the processes that were started
	 */
	void stop(List<MachineProcess> processes);

	/**
	 * Kill the process that the SCM knows, or the only one.
	 * @param processes the processes that were started
	 */
	void kill(List<MachineProcess> processes);

	/**
	 * Return what the SCM says now.
	 */
	String scm();

}
