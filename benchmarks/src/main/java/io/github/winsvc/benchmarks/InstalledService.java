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

import io.github.winsvc.sample.machine.StatusReport;
import io.github.winsvc.sample.machine.StatusWatch;
import io.github.winsvc.sample.machine.WindowsMachine;
import io.github.winsvc.scm.ServiceState;

/**
 * The sample as a service, whoever has installed it.
 *
 * @param machine where it is installed
 * @param name what the table calls it
 * @param service the name of the service
 * @param port where the sample answers
 * @param log the log of the sample
 */
record InstalledService(WindowsMachine machine, String name, String service, int port, Path log) implements Contender {

	@Override
	public Watch watch() {
		StatusWatch watch = this.machine.watch(this.service);
		return new Watch(true, () -> hasReported(watch, ServiceState.RUNNING),
				() -> hasReported(watch, ServiceState.STOPPED));
	}

	private static boolean hasReported(StatusWatch watch, ServiceState state) {
		return watch.reports().stream().map(StatusReport::state).anyMatch((reported) -> reported == state);
	}

	@Override
	public void start() {
		this.machine.sc("start", this.service).orFail();
	}

	@Override
	public void stop(List<MachineProcess> processes) {
		this.machine.sc("stop", this.service).orFail();
	}

	@Override
	public void kill(List<MachineProcess> processes) {
		this.machine.kill(this.machine.query(this.service).orElseThrow().processId());
	}

	@Override
	public String scm() {
		return this.machine.query(this.service).orElseThrow().state().name();
	}

}
