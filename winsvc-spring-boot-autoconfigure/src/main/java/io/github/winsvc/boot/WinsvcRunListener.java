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

import io.github.winsvc.console.ConsoleServiceDispatcher;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.win32.NativeServiceDispatcher;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.BootstrapContext;
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

	private @Nullable ActiveRun run;

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
		this.run = switch (role(bootstrapContext)) {
			case SERVICE -> ServiceRun.start(this.application, bootstrapContext, NativeServiceDispatcher::new);
			case CONSOLE -> ServiceRun.start(this.application, bootstrapContext, ConsoleServiceDispatcher::new);
			case COMMAND -> CommandRun.start(this.application, this.arguments, bootstrapContext);
			case PLAIN -> null;
		};
	}

	/**
	 * A test that brings an SCM wants a service, whatever the arguments.
	 */
	private ProcessRole role(BootstrapContext context) {
		return context.isRegistered(ServiceDispatcher.class) ? ProcessRole.SERVICE : ProcessRole.of(this.arguments);
	}

	@Override
	public void contextPrepared(ConfigurableApplicationContext context) {
		if (this.run != null) {
			this.run.contextPrepared(context);
		}
	}

	@Override
	public void failed(@Nullable ConfigurableApplicationContext context, Throwable exception) {
		if (this.run != null) {
			this.run.failed(exception);
		}
	}

}
