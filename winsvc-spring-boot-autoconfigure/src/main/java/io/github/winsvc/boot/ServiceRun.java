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

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import io.github.winsvc.host.ServiceFacts;
import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.host.StartPhase;
import io.github.winsvc.launch.ServiceLaunch;
import io.github.winsvc.lifecycle.ServiceLifecycleProcessor;
import io.github.winsvc.logs.ConsoleCapture;
import io.github.winsvc.logs.JvmLog;
import io.github.winsvc.logs.LogWriteWatch;
import io.github.winsvc.memory.OutOfMemoryWatch;
import io.github.winsvc.registry.RegistryConfiguration;
import io.github.winsvc.reload.StartEnvironment;
import io.github.winsvc.scm.OwnProcess;
import io.github.winsvc.scm.ProcessPriority;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.scm.ServiceStart;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.win32.NativeServiceDispatcher;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapContext;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.log.LogMessage;

/**
 * A run of the application as a service, or as a part of it: the run of a parent context
 * and that of its child are one service.
 */
class ServiceRun implements ActiveRun {

	private static final Duration CONNECT_BOUND = Duration.ofSeconds(30);

	private final RunningService service;

	private final ServiceLifecycle lifecycle;

	private final ServiceDefaults defaults;

	private final StartEnvironment startEnvironment;

	private final @Nullable Connection connection;

	private ServiceRun(RunningService service, SpringApplication application, @Nullable Connection connection) {
		ServiceHost host = service.host();
		this.service = service;
		this.lifecycle = new ServiceLifecycle(service, application::getWebApplicationType, RunFamily.isParent());
		this.connection = connection;
		this.defaults = new ServiceDefaults(service, application, connection != null && connection.consoleReplaced());
		this.startEnvironment = this.defaults.startEnvironment();
		this.startEnvironment.listeners().forEach(application::addListeners);
		application.addListeners(this.defaults, new EventLogStart(service.events()), this.lifecycle);
		application.setApplicationStartup(new StartupProgress(application.getApplicationStartup(), host::progress));
	}

	/**
	 * Connect to the SCM, then bind the application to it.
	 * @param door opens the door to the SCM, unless a test has registered another one
	 * @return the run, {@code null} if another run in this process is the service
	 */
	static @Nullable ActiveRun start(SpringApplication application, BootstrapContext bootstrapContext,
			Supplier<ServiceDispatcher> door) {
		if (RunFamily.isBootstrap(application)) {
			return null;
		}
		RunningService service = serviceOfParent(application);
		if (service != null) {
			return new ServiceRun(service, application, null);
		}
		try {
			ProcessEnd processEnd = Collaborators.get(bootstrapContext, ProcessEnd.class, JvmEnd::new);
			ServiceDispatcher dispatcher = Collaborators.get(bootstrapContext, ServiceDispatcher.class, door);
			RunningService connected = connect(dispatcher, processEnd);
			return new ServiceRun(connected, application,
					new Connection(Instant.now(), dispatcher, processEnd,
							replaceConsole(bootstrapContext, dispatcher, connected.start().name()),
							enterDirectory(dispatcher)));
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

	private static @Nullable RunningService serviceOfParent(SpringApplication application) {
		ApplicationContext parent = RunFamily.parentOf(application);
		return (parent != null && parent.containsBean(RunningService.BEAN_NAME))
				? parent.getBean(RunningService.BEAN_NAME, RunningService.class) : null;
	}

	private static RunningService connect(ServiceDispatcher dispatcher, ProcessEnd processEnd) {
		ServiceContext context = new ServiceContext();
		ServiceApplication application = new ServiceApplication(context, processEnd);
		ServiceHost host = new ServiceHost(application, processEnd::halt);
		ServiceStart start = host.connect(dispatcher, CONNECT_BOUND);
		ServiceEvents events = new ServiceEvents(start.name(), dispatcher.eventLog(start.name()));
		application.tell(events);
		processEnd.atExit(host::exited, () -> {
			events.close(host.exitCode());
			host.end();
		});
		OwnProcess ownProcess = dispatcher.ownProcess();
		RunHistory history = RunHistory.open(ownProcess.systemStart().orElse(null), host.ledger().started());
		ServiceFacts facts = new ServiceFacts(start.name(), StartProperties.reason(start), ownProcess, history.former(),
				history.restarts());
		return new RunningService(host, start, application, context, new FailedStart(host, processEnd, events), events,
				history, facts, dispatcher.serviceKey(start.name()));
	}

	/**
	 * Have relative paths refer to the directory that {@code user.dir} names, before the
	 * configuration is looked for there.
	 * @return why that is not so, {@code null} if it is
	 */
	private static @Nullable String enterDirectory(ServiceDispatcher dispatcher) {
		Path directory = Path.of(System.getProperty("user.dir"));
		try {
			dispatcher.setWorkingDirectory(directory);
			return null;
		}
		catch (ScmException ex) {
			return "The working directory is not %s, files may be missed: %s".formatted(directory, ex.getMessage());
		}
	}

	/**
	 * Only a service that Windows has started has no console.
	 */
	private static boolean replaceConsole(BootstrapContext context, ServiceDispatcher dispatcher, String service) {
		ServiceHome home = ServiceHome.ofThisProcess();
		if (home == null
				|| !(dispatcher instanceof NativeServiceDispatcher || context.isRegistered(ConsoleCapture.class))) {
			return false;
		}
		Collaborators.get(context, ConsoleCapture.class, () -> new ConsoleCapture(home.logs(), service)).begin();
		JvmLog.beginLater(home.logs(), service);
		return true;
	}

	private static IllegalStateException cannotConnect(Throwable cause) {
		StartFailures.leave(cause);
		return new IllegalStateException("Cannot connect to the SCM", cause);
	}

	@Override
	public void contextPrepared(ConfigurableApplicationContext context) {
		this.service.context().prepared(context);
		this.lifecycle.prepared(context);
		ConfigurableListableBeanFactory beans = context.getBeanFactory();
		beans.registerSingleton(RunningService.BEAN_NAME, this.service);
		beans.registerSingleton(ServiceLifecycle.BEAN_NAME, this.lifecycle);
		beans.registerSingleton(RunningService.HOST_BEAN_NAME, this.service.host());
		beans.registerSingleton(ServiceEvents.LOG_BEAN_NAME, this.service.events().log());
		// Initializers may have had logging begin anew
		this.service.events().log().attach();
		beans.registerSingleton(RunningService.FACTS_BEAN_NAME, this.service.facts());
		beans.registerSingleton(RestartGuard.BEAN_NAME, new RestartGuard(this.service.history(),
				() -> WinsvcProperties.get(Binder.get(context.getEnvironment())).getLiveness()));
		this.service.host().ledger().completed(StartPhase.PREPARE);
		beans.registerSingleton(StartEnvironment.BEAN_NAME, this.startEnvironment);
		beans.registerSingleton(RegistryConfiguration.BEAN_NAME, this.defaults.registry());
		ServiceLifecycleProcessor.register(beans, this.service.host(), StopTimeout.ofPhase(context.getEnvironment()));
		if (this.connection != null) {
			loggingHasBegun(this.connection);
			setPriority(this.connection.dispatcher(), context.getEnvironment());
		}
	}

	/**
	 * Log what happened before, and see to it that the end is logged and an
	 * {@link OutOfMemoryError} not missed.
	 */
	private void loggingHasBegun(Connection connection) {
		ServiceHost host = this.service.host();
		this.defaults.loggingHasBegun();
		LogWriteWatch.install();
		OutOfMemoryWatch watch = OutOfMemoryWatch.install(host);
		warnOfUnknownExitStatus();
		if (connection.directoryProblem() != null) {
			LogFactory.getLog(ServiceRun.class).warn(connection.directoryProblem());
		}
		ProcessHandle.current()
			.info()
			.startInstant()
			.ifPresent((started) -> LogFactory.getLog(ServiceRun.class)
				.info(LogMessage.format("Connected to the SCM %d ms after the start of the process",
						Duration.between(started, connection.since()).toMillis())));
		this.service.history().begun();
		connection.processEnd().onShutdown(() -> {
			LogFactory.getLog(ServiceRun.class)
				.info(LogMessage.format("The service ends with exit code %s", host.exitCode()));
			this.service.history().ended(host.exitCode(), stopDuration(host));
			watch.uninstall();
		});
	}

	private static @Nullable Duration stopDuration(ServiceHost host) {
		return (host.state() == ServiceState.STOP_PENDING) ? Duration.between(host.ledger().since(), Instant.now())
				: null;
	}

	/**
	 * A service of the wrong priority is better than none.
	 */
	private static void setPriority(ServiceDispatcher dispatcher, Environment environment) {
		ProcessPriority priority = Binder.get(environment).bind("winsvc.priority", ProcessPriority.class).orElse(null);
		if (priority != null) {
			try {
				dispatcher.setPriority(priority);
			}
			catch (ScmException ex) {
				LogFactory.getLog(ServiceRun.class)
					.warn(LogMessage.format("The process keeps its priority, winsvc.priority=%s has no effect: %s",
							priority, ex.getMessage()));
			}
		}
	}

	private static void warnOfUnknownExitStatus() {
		if (!ExitStack.isReadable()) {
			LogFactory.getLog(ServiceRun.class)
				.warn("A call of System.exit will be reported as a failure with code 1, whatever its status: start "
						+ "Java with " + ServiceLaunch.EXIT_STATUS + ", as install does");
		}
	}

	@Override
	public void failed(Throwable failure) {
		this.service.failedStart().handle(failure);
	}

	/**
	 * The connection to the SCM, which the first run has made.
	 *
	 * @param since when it was made
	 * @param dispatcher the door to the SCM
	 * @param processEnd the ways to end the process
	 * @param consoleReplaced whether a file takes the place of the console
	 * @param directoryProblem why the working directory is not what it should be
	 */
	private record Connection(Instant since, ServiceDispatcher dispatcher, ProcessEnd processEnd,
			boolean consoleReplaced, @Nullable String directoryProblem) {

	}

}
