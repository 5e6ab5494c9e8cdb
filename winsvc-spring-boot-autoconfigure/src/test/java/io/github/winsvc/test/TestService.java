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

package io.github.winsvc.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.test.scm.FakeScm;
import io.github.winsvc.test.scm.FakeService;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * The service of a {@link WinsvcTest}, as an operator and a test see it. Its process is a
 * part of this JVM, but for the application and the SCM it is one of its own: it can be
 * started again after it has ended.
 * <p>
 * Every wait is bounded by the patience of the {@linkplain #scm() SCM}, here one minute.
 *
 * @since 0.1.0
 */
public final class TestService {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	/** How long an application that the test has left running may take to end. */
	private static final Duration END_BOUND = Duration.ofSeconds(20);

	/** That of install. */
	private static final ServiceSetting RECOVERY = new ServiceSetting.Recovery(
			List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(60)), Duration.ofHours(24));

	private final FakeScm scm = new FakeScm();

	private final FakeService registered;

	private final MainMethod main;

	private final String[] arguments;

	private final List<String> properties;

	private volatile @Nullable TestProcess process;

	TestService(String name, MainMethod main, String[] arguments, String[] properties) {
		this.scm.setPatience(PATIENCE);
		this.scm.setProgram((imagePath, dispatcher) -> run(dispatcher));
		this.registered = this.scm.register(name, RECOVERY, new ServiceSetting.RecoveryOnFailureExit(true));
		this.main = main;
		this.arguments = arguments;
		this.properties = new ArrayList<>(List.of(properties));
	}

	/**
	 * Add properties to those of {@link WinsvcTest#properties()}, for starts from now on.
	 * @param properties the properties in the form {@code key=value}
	 * @return this service
	 */
	public TestService withProperties(String... properties) {
		this.properties.addAll(List.of(properties));
		return this;
	}

	/**
	 * Start the service as {@code sc start} does: run {@code main} on a thread of its
	 * own. Returns after the first report, START_PENDING, so that most tests
	 * {@linkplain #awaitState await} RUNNING or {@linkplain #awaitExit() the end} next.
	 * @param startArguments the arguments of this start, as given to {@code sc start};
	 * those of the form {@code --key=value} are properties too
	 * @throws ScmException if the service cannot be started, or does not report
	 */
	public void start(String... startArguments) {
		try {
			this.registered.start(startArguments);
		}
		catch (ScmException ex) {
			TestProcess current = this.process;
			if (current != null && current.failure() != null) {
				ex.addSuppressed(current.failure());
			}
			throw ex;
		}
	}

	private int run(ServiceDispatcher door) {
		TestProcess former = this.process;
		if (former != null && !former.awaitOver(END_BOUND)) {
			throw new IllegalStateException(former.getName() + " has not ended");
		}
		TestProcess next = new TestProcess(this.registered.name().value(), door,
				this.properties.toArray(String[]::new));
		this.process = next;
		return next.run(this.main, this.arguments.clone());
	}

	/**
	 * Wait until the service is in a state. A state that it only passes may be missed:
	 * {@link #states()} tells of those.
	 * @param state the state
	 * @throws AssertionError if it is not in time, or ends before; its cause is what
	 * {@code main} has thrown
	 */
	public void awaitState(ServiceState state) {
		ServiceState reached = this.registered.awaitAnyState(EnumSet.of(state, ServiceState.STOPPED));
		if (reached != state) {
			throw error("was expected to be %s but is STOPPED with exit code %s".formatted(state,
					this.registered.query().status().exitCode()));
		}
	}

	/**
	 * Send a control as an operator or Windows does. Returns when the service has
	 * answered, which is before it has acted.
	 * @param control the control
	 * @return the answer
	 * @throws ScmException if the service does not accept the control in its current
	 * state
	 */
	public ControlAnswer send(ServiceControl control) {
		return this.registered.send(control);
	}

	/**
	 * Pause the service and wait until it is PAUSED.
	 */
	public void pause() {
		send(ServiceControl.Standard.PAUSE);
		awaitState(ServiceState.PAUSED);
	}

	/**
	 * Continue the paused service and wait until it is RUNNING.
	 */
	public void resume() {
		send(ServiceControl.Standard.CONTINUE);
		awaitState(ServiceState.RUNNING);
	}

	/**
	 * Stop the running or paused service and wait until it has ended.
	 * @return how it ended
	 */
	public ServiceExit stop() {
		send(ServiceControl.Standard.STOP);
		return awaitExit();
	}

	/**
	 * Shut Windows down and wait until the service has ended.
	 * @return how it ended
	 */
	public ServiceExit shutDown() {
		this.scm.shutDown();
		return awaitExit();
	}

	/**
	 * Wait until the service is STOPPED and its process has ended.
	 * @return how it ended
	 * @throws AssertionError if it does not end in time, or was never started
	 */
	public ServiceExit awaitExit() {
		TestProcess current = this.process;
		if (current == null) {
			throw error("was not started");
		}
		if (!current.awaitOver(this.scm.patience())) {
			throw error("was expected to end but its process is still alive");
		}
		awaitState(ServiceState.STOPPED);
		return new ServiceExit(this.registered.query().status().exitCode(), current.end().awaitCode());
	}

	/**
	 * Return the current state.
	 * @return the state
	 */
	public ServiceState state() {
		return this.registered.state();
	}

	/**
	 * Return the states that the service has reported since its last start.
	 * @return the states in order, each named once in a row
	 */
	public List<ServiceState> states() {
		return this.registered.states();
	}

	/**
	 * Return everything that the service has reported since its last start.
	 * @return the reports in order
	 */
	public List<ServiceStatus> reports() {
		return this.registered.reports();
	}

	/**
	 * Return what {@code main} has thrown since the last start.
	 * @return the exception, which is what the start of a Spring Boot application failed
	 * with
	 * @throws AssertionError if {@code main} has thrown nothing
	 */
	public Throwable failure() {
		TestProcess current = this.process;
		Throwable failure = (current != null) ? current.failure() : null;
		if (failure == null) {
			throw error("was expected to fail but main has thrown nothing");
		}
		return failure;
	}

	/**
	 * Return the context of the application.
	 * @return the context
	 * @throws AssertionError if there is none: not yet, or no longer
	 */
	public ConfigurableApplicationContext context() {
		TestProcess current = this.process;
		ConfigurableApplicationContext context = (current != null) ? current.context() : null;
		if (context == null) {
			throw error("was expected to have an application context");
		}
		return context;
	}

	/**
	 * Return the port of the running application's web server.
	 * @return the port
	 * @throws IllegalStateException if it has none
	 */
	public int port() {
		return context().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/**
	 * Return the service as it is registered with the SCM, with the recovery that install
	 * registers. It tells, among others, which restarts would have followed.
	 * @return the service
	 */
	public FakeService registered() {
		return this.registered;
	}

	/**
	 * Return the SCM, which knows the whole conversation and the rules that were broken.
	 * @return the SCM
	 */
	public FakeScm scm() {
		return this.scm;
	}

	/**
	 * End what still runs, then check that no rule was broken.
	 */
	void close() {
		TestProcess current = this.process;
		try {
			if (current != null && !current.isOver()) {
				current.exit(0);
				current.awaitOver(END_BOUND);
			}
		}
		finally {
			this.scm.close();
			if (current != null) {
				current.awaitOver(END_BOUND);
			}
		}
	}

	private AssertionError error(String what) {
		TestProcess current = this.process;
		return new AssertionError("The service %s %s. The conversation:%n%s".formatted(this.registered.name(), what,
				this.scm.conversation()), (current != null) ? current.failure() : null);
	}

	@Override
	public String toString() {
		return "%s, %s".formatted(this.registered.name(), state());
	}

}
