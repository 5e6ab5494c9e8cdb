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
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.winsvc.host.ServiceHost;

import org.springframework.boot.ExitCodeGenerator;

/**
 * What to do when the application has failed to start: tell the host the exit code, leave
 * word for the operator, and see to it that the process ends.
 */
class FailedStart {

	private static final Duration STARTER_BOUND = Duration.ofSeconds(30);

	private static final int DEFAULT_EXIT_CODE = 1;

	private final ServiceHost host;

	private final ProcessEnd processEnd;

	private final ServiceEvents events;

	private final AtomicBoolean handled = new AtomicBoolean();

	FailedStart(ServiceHost host, ProcessEnd processEnd, ServiceEvents events) {
		this.host = host;
		this.processEnd = processEnd;
		this.events = events;
	}

	/**
	 * Handle the failure. Spring Boot may tell of the same one twice.
	 */
	void handle(Throwable failure) {
		if (this.handled.compareAndSet(false, true)) {
			int exitCode = exitCode(failure);
			this.host.failed(exitCode);
			if (!this.host.isStopRequested()) {
				StartFailures.leave(failure);
				this.events.startFailed(failure);
			}
			Thread starter = Thread.currentThread();
			new Thread(() -> exitAfter(starter, exitCode), "winsvc-exit").start();
		}
	}

	/**
	 * A thread of the application may still be alive and would keep the JVM from ending.
	 */
	private void exitAfter(Thread starter, int exitCode) {
		try {
			starter.join(STARTER_BOUND.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.processEnd.exit(exitCode);
	}

	private static int exitCode(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ExitCodeGenerator generator && generator.getExitCode() != 0) {
				return generator.getExitCode();
			}
		}
		return DEFAULT_EXIT_CODE;
	}

}
