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
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.github.winsvc.scm.ServiceState;

/**
 * Reads the status of a service of Windows every few milliseconds.
 */
final class ServicePoller implements StatusWatch, AutoCloseable {

	private static final int NEVER_STARTED = 1077;

	private final String service;

	private final List<StatusReport> reports = new CopyOnWriteArrayList<>();

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(ServicePoller::thread);

	private Optional<StatusReport> last;

	private volatile @Nullable RuntimeException failure;

	ServicePoller(String service) {
		this.service = service;
		this.last = read();
		this.executor.scheduleWithFixedDelay(this::poll, 0, 2, TimeUnit.MILLISECONDS);
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, "winsvc-service-poller");
		thread.setDaemon(true);
		return thread;
	}

	private void poll() {
		try {
			Optional<StatusReport> current = read();
			if (!current.equals(this.last)) {
				this.last = current;
				current.filter((report) -> report.win32ExitCode() != NEVER_STARTED).ifPresent(this.reports::add);
			}
		}
		catch (RuntimeException ex) {
			this.failure = ex;
			throw ex;
		}
	}

	private Optional<StatusReport> read() {
		return NativeServices.query(this.service)
			.map((status) -> new StatusReport(status.dwServiceType, ServiceState.of(status.dwCurrentState),
					status.dwControlsAccepted, status.dwWin32ExitCode, status.dwServiceSpecificExitCode,
					status.dwCheckPoint, status.dwWaitHint));
	}

	@Override
	public List<StatusReport> reports() {
		RuntimeException ended = this.failure;
		if (ended != null) {
			throw new IllegalStateException("The status of " + this.service + " cannot be read", ended);
		}
		return List.copyOf(this.reports);
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
