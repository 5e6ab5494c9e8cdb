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

package io.github.winsvc.sample;

import java.util.List;

import io.github.winsvc.sample.machine.StatusReport;
import io.github.winsvc.scm.ServiceState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the reports of a service have to look like.
 */
final class Statuses {

	static final StatusReport RUNNING = new StatusReport(0x10, ServiceState.RUNNING, 0x10f, 0, 0, 0, 0);

	static final StatusReport STOPPED = stopped(0, 0);

	private Statuses() {
	}

	static StatusReport stopped(int win32ExitCode, int serviceExitCode) {
		return new StatusReport(0x10, ServiceState.STOPPED, 0, win32ExitCode, serviceExitCode, 0, 0);
	}

	/**
	 * Insist on reports of one pending state, with a rising checkpoint, followed by one
	 * report of its end.
	 */
	static void assertPending(List<StatusReport> reports, ServiceState pending, StatusReport end) {
		assertThat(reports).hasSizeGreaterThan(1).last().isEqualTo(end);
		for (int i = 0; i < reports.size() - 1; i++) {
			StatusReport report = reports.get(i);
			assertThat(report).isEqualTo(new StatusReport(0x10, pending, 0, 0, 0, i + 1, report.waitHint()));
			assertThat(report.waitHint()).isPositive();
		}
	}

}
