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
import java.util.concurrent.atomic.AtomicReference;

import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.scm.ServiceDispatcher;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A run of the application as a service.
 */
class ServiceRun {

	private static final Duration CONNECT_BOUND = Duration.ofSeconds(30);

	private static final int DEFAULT_FAILURE = 1;

	private final ServiceHost host;

	private final ProcessEnd processEnd;

	private ServiceRun(ServiceHost host, ProcessEnd processEnd) {
		this.host = host;
		this.processEnd = processEnd;
	}

	/**
	 * Connect to the SCM, then bind the application to it.
	 */
	static ServiceRun connect(SpringApplication application, ServiceDispatcher dispatcher, ProcessEnd processEnd) {
		AtomicReference<@Nullable ConfigurableApplicationContext> context = new AtomicReference<>();
		ServiceHost host = new ServiceHost(new ServiceApplication(context::get, processEnd), processEnd::halt);
		host.connect(dispatcher, CONNECT_BOUND);
		application.addListeners(new ServiceDefaults(host), new ServiceLifecycle(host, context));
		application.setApplicationStartup(new StartupProgress(application.getApplicationStartup(), host::progress));
		// Handlers run in reverse order: the first one registered reports when all is
		// closed
		SpringApplication.getShutdownHandlers().add(host::end);
		return new ServiceRun(host, processEnd);
	}

	/**
	 * The application has failed to start. A thread of the application may still be alive
	 * and would keep the JVM from ending.
	 */
	void failed(Throwable failure) {
		int exitCode = exitCode(failure);
		this.host.failed(exitCode);
		StartFailures.leave(failure);
		Thread starter = Thread.currentThread();
		new Thread(() -> exitAfter(starter, exitCode), "winsvc-exit").start();
	}

	private void exitAfter(Thread starter, int exitCode) {
		try {
			starter.join(CONNECT_BOUND.toMillis());
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
		return DEFAULT_FAILURE;
	}

}
