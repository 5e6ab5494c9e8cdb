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

package io.github.winsvc.sample.machine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.sun.jna.platform.win32.Winsvc;

import io.github.winsvc.scm.ServiceState;

/**
 * Reads the status of a service of Windows every few milliseconds.
 */
final class ServicePoller implements StatusWatch, AutoCloseable {

	private final String service;

	private final List<StatusReport> reports = new CopyOnWriteArrayList<>();

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "winsvc-service-poller");
		thread.setDaemon(true);
		return thread;
	});

	ServicePoller(String service) {
		this.service = service;
		StatusReport before = NativeServices.query(service).map(ServicePoller::report).orElse(null);
		this.executor.scheduleWithFixedDelay(new Runnable() {

			private Object last = (before != null) ? before : this;

			@Override
			public void run() {
				NativeServices.query(ServicePoller.this.service).map(ServicePoller::report).ifPresent((report) -> {
					if (!report.equals(this.last) && (report.win32ExitCode() != NEVER_STARTED)) {
						ServicePoller.this.reports.add(report);
					}
					this.last = report;
				});
			}

		}, 0, 2, TimeUnit.MILLISECONDS);
	}

	private static final int NEVER_STARTED = 1077;

	private static StatusReport report(Winsvc.SERVICE_STATUS_PROCESS status) {
		return new StatusReport(status.dwServiceType, ServiceState.of(status.dwCurrentState), status.dwControlsAccepted,
				status.dwWin32ExitCode, status.dwServiceSpecificExitCode, status.dwCheckPoint, status.dwWaitHint);
	}

	@Override
	public List<StatusReport> reports() {
		return List.copyOf(this.reports);
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
