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

import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.win32.NativeServiceDispatcher;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/**
 * The earliest hook that Spring Boot offers. Finds out why the process was started and
 * does nothing at all unless it is a service or a command.
 */
class WinsvcRunListener implements SpringApplicationRunListener, Ordered {

	private final SpringApplication application;

	private final String[] arguments;

	private @Nullable ServiceRun service;

	private @Nullable CommandRun command;

	private boolean notAService;

	WinsvcRunListener(SpringApplication application, String[] arguments) {
		this.application = application;
		this.arguments = arguments;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void starting(ConfigurableBootstrapContext bootstrapContext) {
		switch (ProcessRole.of(this.arguments)) {
			case SERVICE -> connect(bootstrapContext);
			case COMMAND -> this.command = CommandRun.prepare(this.application, this.arguments, bootstrapContext);
			case PLAIN -> {
			}
		}
	}

	private void connect(ConfigurableBootstrapContext bootstrapContext) {
		ProcessEnd processEnd = Collaborators.get(bootstrapContext, ProcessEnd.class, ProcessEnd::ofThisJvm);
		ServiceDispatcher dispatcher = Collaborators.get(bootstrapContext, ServiceDispatcher.class,
				NativeServiceDispatcher::new);
		try {
			this.service = ServiceRun.connect(this.application, dispatcher, processEnd);
		}
		catch (ScmException ex) {
			if (ex.error().equals(Win32Error.FAILED_SERVICE_CONTROLLER_CONNECT)) {
				this.notAService = true;
			}
			// Another run in this process, such as that of a child context, is the
			// service
			else if (!ex.error().equals(Win32Error.SERVICE_ALREADY_RUNNING)) {
				throw cannotConnect(ex);
			}
		}
		catch (LinkageError ex) {
			throw cannotConnect(ex);
		}
	}

	private static IllegalStateException cannotConnect(Throwable cause) {
		StartFailures.leave(cause);
		return new IllegalStateException("Cannot connect to the SCM", cause);
	}

	@Override
	public void contextPrepared(ConfigurableApplicationContext context) {
		if (this.notAService) {
			LogFactory.getLog(WinsvcRunListener.class)
				.warn("The SCM did not start this process although -D%s says so: running as a plain application"
					.formatted(ServiceCommandLine.MARKER));
		}
	}

	@Override
	public void failed(@Nullable ConfigurableApplicationContext context, Throwable exception) {
		if (this.service != null) {
			this.service.failed(exception);
		}
		if (this.command != null) {
			this.command.failed(exception);
		}
	}

}
