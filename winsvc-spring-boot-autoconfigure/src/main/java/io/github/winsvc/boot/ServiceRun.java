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
import java.util.concurrent.atomic.AtomicReference;

import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.win32.NativeServiceDispatcher;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.log.LogMessage;

/**
 * A run of the application as a service.
 */
class ServiceRun implements ActiveRun {

	private static final Duration CONNECT_BOUND = Duration.ofSeconds(30);

	private final FailedStart failedStart;

	private final Instant connected = Instant.now();

	private ServiceRun(FailedStart failedStart) {
		this.failedStart = failedStart;
	}

	/**
	 * Connect to the SCM, then bind the application to it.
	 * @return the run, {@code null} if another run in this process is the service, such
	 * as that of the parent context
	 */
	static @Nullable ActiveRun start(SpringApplication application, BootstrapContext bootstrapContext) {
		ProcessEnd processEnd = Collaborators.get(bootstrapContext, ProcessEnd.class, ProcessEnd::ofThisJvm);
		ServiceDispatcher dispatcher = Collaborators.get(bootstrapContext, ServiceDispatcher.class,
				NativeServiceDispatcher::new);
		try {
			return connect(application, dispatcher, processEnd);
		}
		catch (ScmException ex) {
			if (ex.error().equals(Win32Error.FAILED_SERVICE_CONTROLLER_CONNECT)) {
				return new UnconnectedRun();
			}
			if (ex.error().equals(Win32Error.SERVICE_ALREADY_RUNNING)) {
				return null;
			}
			throw cannotConnect(ex);
		}
		catch (RuntimeException | LinkageError ex) {
			throw cannotConnect(ex);
		}
	}

	private static ServiceRun connect(SpringApplication application, ServiceDispatcher dispatcher,
			ProcessEnd processEnd) {
		AtomicReference<@Nullable ConfigurableApplicationContext> context = new AtomicReference<>();
		ServiceHost host = new ServiceHost(new ServiceApplication(context::get, processEnd), processEnd::halt);
		host.connect(dispatcher, CONNECT_BOUND);
		FailedStart failedStart = new FailedStart(host, processEnd);
		application.addListeners(new ServiceDefaults(host), new ServiceLifecycle(host, context, failedStart));
		application.setApplicationStartup(new StartupProgress(application.getApplicationStartup(), host::progress));
		processEnd.atExit(host::end);
		return new ServiceRun(failedStart);
	}

	private static IllegalStateException cannotConnect(Throwable cause) {
		StartFailures.leave(cause);
		return new IllegalStateException("Cannot connect to the SCM", cause);
	}

	@Override
	public void contextPrepared() {
		ProcessHandle.current()
			.info()
			.startInstant()
			.ifPresent((started) -> LogFactory.getLog(ServiceRun.class)
				.info(LogMessage.format("Connected to the SCM %d ms after the start of the process",
						Duration.between(started, this.connected).toMillis())));
	}

	@Override
	public void failed(Throwable failure) {
		this.failedStart.handle(failure);
	}

}
