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

import java.util.function.Supplier;

import io.github.winsvc.host.HostedApplication;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.log.LogMessage;

/**
 * The application as the host calls it.
 */
class ServiceApplication implements HostedApplication {

	private final Supplier<@Nullable ConfigurableApplicationContext> context;

	private final ProcessEnd processEnd;

	ServiceApplication(Supplier<@Nullable ConfigurableApplicationContext> context, ProcessEnd processEnd) {
		this.context = context;
		this.processEnd = processEnd;
	}

	@Override
	public void stop() {
		ConfigurableApplicationContext context = this.context.get();
		// Closed before the JVM exits, so that no other shutdown hook runs beside it
		this.processEnd.exit((context != null) ? SpringApplication.exit(context) : 0);
	}

	@Override
	public void overdue(ServiceState state) {
		boolean starting = state == ServiceState.START_PENDING;
		String what = starting ? "The start made no progress for longer than winsvc.start.no-progress-timeout"
				: "The stop took longer than winsvc.stop.timeout";
		log().error(LogMessage.format("%s. The process ends now. Threads:%n%s", what, ThreadDump.take()));
		if (starting) {
			StartFailures.leave(what + ".", "Look at the threads in the log.");
		}
	}

	@Override
	public void refused(ServiceStatus status, ScmException ex) {
		log().error(LogMessage.format("The SCM did not take the status %s", status), ex);
	}

	private static Log log() {
		return LogFactory.getLog(ServiceApplication.class);
	}

}
