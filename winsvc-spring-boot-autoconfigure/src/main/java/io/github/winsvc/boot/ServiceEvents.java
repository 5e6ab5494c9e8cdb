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

package io.github.winsvc.boot;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import io.github.winsvc.eventlog.EventLogSettings;
import io.github.winsvc.eventlog.ServiceEvent;
import io.github.winsvc.eventlog.ServiceEventLog;
import io.github.winsvc.host.HostFailure;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.launch.StartFailure;
import io.github.winsvc.reload.ReloadReport;
import io.github.winsvc.scm.EventLog;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import org.jspecify.annotations.Nullable;

/**
 * Tells the event log what becomes of the service.
 */
class ServiceEvents {

	/**
	 * The name of the event log among the beans of the service's contexts.
	 */
	static final String LOG_BEAN_NAME = "winsvcServiceEventLog";

	private static final Duration CLOSE_BOUND = Duration.ofSeconds(3);

	private static final Duration LAST_WORD_BOUND = Duration.ofSeconds(1);

	/** What these log of a failed start is in its entry. */
	private static final Set<String> LOGGERS_OF_FAILED_START = Set.of("org.springframework.boot.SpringApplication",
			"org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter");

	private final String name;

	private final Instant since = Instant.now();

	private final ServiceEventLog log;

	private volatile @Nullable Throwable startFailure;

	ServiceEvents(String name, EventLog log) {
		this.name = name;
		this.log = new ServiceEventLog(log, this::isToldElsewhere);
	}

	private boolean isToldElsewhere(String logger) {
		return logger.equals(ServiceApplication.class.getName()) || logger.equals(ReloadReport.class.getName())
				|| (this.startFailure != null && LOGGERS_OF_FAILED_START.contains(logger));
	}

	ServiceEventLog log() {
		return this.log;
	}

	/**
	 * Follow the configuration, now that logging has begun.
	 */
	void configure(EventLogSettings settings) {
		this.log.configure(settings);
		this.log.attach();
	}

	void changed(ServiceState from, ServiceState to) {
		if (to == ServiceState.RUNNING && from == ServiceState.START_PENDING) {
			report(ServiceEvent.STARTED, "The service '%s' has started. Process %d, Java %s.".formatted(this.name,
					ProcessHandle.current().pid(), Runtime.version()));
		}
		else if (to == ServiceState.RUNNING && from == ServiceState.CONTINUE_PENDING) {
			report(ServiceEvent.CONTINUED, "The service '%s' has continued.".formatted(this.name));
		}
		else if (to == ServiceState.PAUSED && from == ServiceState.PAUSE_PENDING) {
			report(ServiceEvent.PAUSED, "The service '%s' has paused.".formatted(this.name));
		}
		else if (to == ServiceState.STOP_PENDING) {
			report(ServiceEvent.STOPPING, "The service '%s' is stopping.".formatted(this.name));
		}
	}

	void control(ServiceControl control) {
		report(ServiceEvent.CONTROL, "The application of the service '%s' was sent the control %d: %s"
			.formatted(this.name, control.code(), control));
	}

	void refused(ServiceStatus status, ScmException ex) {
		report(ServiceEvent.REPORT_REFUSED,
				"The Service Control Manager did not take a report of the service '%s': %s%n%s".formatted(this.name,
						ex.getMessage(), status));
	}

	void failed(HostFailure failure, String what) {
		ServiceEvent event = switch (failure) {
			case LIVENESS_BROKEN -> ServiceEvent.BROKEN;
			case OUT_OF_MEMORY -> ServiceEvent.OUT_OF_MEMORY;
			case DEADLOCK -> ServiceEvent.DEADLOCK;
			case HEALTH_DOWN -> ServiceEvent.HEALTH_DOWN;
			case HEAP_FULL -> ServiceEvent.HEAP_FULL;
			case START_WITHOUT_PROGRESS, START_TOO_LONG -> ServiceEvent.START_FAILED;
			case PAUSE_TOO_LONG, STOP_TOO_LONG -> ServiceEvent.OVERDUE;
		};
		report(event, "%s. The service '%s' ends with code %d.".formatted(what, this.name, failure.exitCode()));
	}

	/**
	 * Tell it at once, as the process will be halted.
	 */
	void overdue(HostFailure failure, String what) {
		failed(failure, what);
		this.log.flush(LAST_WORD_BOUND);
	}

	/**
	 * Remember why the start failed, until it is analysed.
	 */
	void startFailed(Throwable failure) {
		this.startFailure = failure;
	}

	/**
	 * Tell how the service has ended, which is the last that is told.
	 */
	void close(ExitCode exitCode) {
		Throwable failure = this.startFailure;
		if (failure != null) {
			startFailed(failure, exitCode);
		}
		else if (exitCode.isFailure()) {
			report(ServiceEvent.FAILED, "The service '%s' has failed. Exit code %s.".formatted(this.name, exitCode));
		}
		else {
			report(ServiceEvent.STOPPED, "The service '%s' has stopped.".formatted(this.name));
		}
		this.log.close(CLOSE_BOUND);
	}

	private void startFailed(Throwable failure, ExitCode exitCode) {
		String head = "The service '%s' failed to start. Exit code %s.".formatted(this.name, exitCode);
		Optional<StartFailure> analysis = analysis();
		if (analysis.isPresent()) {
			this.log.report(ServiceEvent.START_FAILED, "%s%n%nDescription:%n%n%s%n%nAction:%n%n%s".formatted(head,
					analysis.get().description().strip(), analysis.get().action().strip()));
		}
		else {
			this.log.report(ServiceEvent.START_FAILED, head, failure);
		}
	}

	/**
	 * Return what Spring Boot has found out about the failure, if it has.
	 */
	private Optional<StartFailure> analysis() {
		ServiceHome home = ServiceHome.ofThisProcess();
		return (home == null) ? Optional.empty()
				: StartFailure.read(home.startFailure())
					.filter((failure) -> failure.processId() == ProcessHandle.current().pid())
					.filter((failure) -> !failure.time().isBefore(this.since))
					.filter((failure) -> !failure.action().isBlank());
	}

	private void report(ServiceEvent event, String text) {
		this.log.report(event, text);
	}

}
