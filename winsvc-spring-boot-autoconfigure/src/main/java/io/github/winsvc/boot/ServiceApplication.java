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

import io.github.winsvc.event.ServiceStateChangedEvent;
import io.github.winsvc.host.HostFailure;
import io.github.winsvc.host.HostedApplication;
import io.github.winsvc.scm.EventLog;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.log.LogMessage;

/**
 * The application as the host calls it.
 */
class ServiceApplication implements HostedApplication {

	private static final Log logger = LogFactory.getLog(ServiceApplication.class);

	private final ServiceContext context;

	private final ServicePause pause;

	private final ProcessEnd processEnd;

	private volatile ServiceEvents events = new ServiceEvents("", EventLog.NONE);

	private volatile int threadDumpCode = WinsvcProperties.Controls.THREAD_DUMP_CODE;

	ServiceApplication(ServiceContext context, ProcessEnd processEnd) {
		this.context = context;
		this.pause = new ServicePause(context);
		this.processEnd = processEnd;
	}

	/**
	 * Have the event log told what becomes of the service.
	 */
	void tell(ServiceEvents events) {
		this.events = events;
	}

	void dumpThreadsOn(int code) {
		this.threadDumpCode = code;
	}

	@Override
	public void stop() {
		this.processEnd.exit(close());
	}

	@Override
	public void fail(HostFailure failure) {
		try {
			this.events.failed(failure, describe(failure));
			logger.error(LogMessage.format("%s. The service ends now.%s", describe(failure), threads(failure)));
			close();
		}
		finally {
			this.processEnd.exit(failure.exitCode());
		}
	}

	/**
	 * A thread dump takes memory, and tells little of who has taken all of it.
	 */
	private static String threads(HostFailure failure) {
		return (failure != HostFailure.OUT_OF_MEMORY) ? " Threads:%n%s".formatted(ThreadDump.take()) : "";
	}

	/**
	 * Close the context before the JVM exits, so that no other shutdown hook runs beside
	 * it. A context that is being refreshed is closed as soon as it is, and cannot be
	 * asked for an exit code.
	 */
	private int close() {
		ConfigurableApplicationContext context = this.context.get();
		if (context == null) {
			return 0;
		}
		if (this.context.isStarted()) {
			return SpringApplication.exit(context);
		}
		context.close();
		return 0;
	}

	@Override
	public boolean pause() {
		return this.pause.begin();
	}

	@Override
	public boolean resume() {
		return this.pause.end();
	}

	@Override
	public void control(ServiceControl control) {
		this.events.control(control);
		if (control.code() == this.threadDumpCode) {
			logger.info(LogMessage.format("Threads, as control %d asks for:%n%s", control.code(), ThreadDump.take()));
		}
		this.context.publish(control);
	}

	@Override
	public void changed(ServiceState from, ServiceState to) {
		this.events.changed(from, to);
		// Logging has not begun before there is a context
		if (this.context.get() != null) {
			logger.info(LogMessage.format("The service is %s, was %s", to, from));
			this.context.publish(new ServiceStateChangedEvent(from, to));
		}
	}

	@Override
	public void refused(ServiceStatus status, ScmException ex) {
		this.events.refused(status, ex);
		logger.error(LogMessage.format("The SCM did not take the status %s", status), ex);
	}

	@Override
	public void overdue(HostFailure failure) {
		this.events.overdue(failure, describe(failure));
		String what = describe(failure) + ".";
		String threads = ThreadDump.take();
		String action = "Look at the threads in the log.";
		if (this.context.get() != null) {
			logger.error(LogMessage.format("%s The process ends now. Threads:%n%s", what, threads));
		}
		else {
			action = "The log had not begun. Threads:%n%s".formatted(threads);
			System.err.println(what + " " + action);
		}
		if (failure == HostFailure.START_WITHOUT_PROGRESS || failure == HostFailure.START_TOO_LONG) {
			StartFailures.leave(what, action);
		}
	}

	private static String describe(HostFailure failure) {
		return switch (failure) {
			case START_WITHOUT_PROGRESS ->
				"The start made no progress for longer than winsvc.start.no-progress-timeout";
			case START_TOO_LONG -> "The start took longer than winsvc.start.timeout";
			case LIVENESS_BROKEN -> "The application was broken for longer than winsvc.liveness.grace";
			case OUT_OF_MEMORY -> "The JVM has run out of memory";
			case PAUSE_TOO_LONG -> "The pause, or its end, took longer than winsvc.pause.timeout";
			case STOP_TOO_LONG -> "The stop took longer than winsvc.stop.timeout";
			case DEADLOCK -> "Threads wait for each other for ever, see winsvc.liveness.deadlocks";
			case HEALTH_DOWN -> "One of winsvc.liveness.health-groups was DOWN for too long";
			case HEAP_FULL -> "More of the heap is in use than winsvc.liveness.heap-after-gc";
		};
	}

}
