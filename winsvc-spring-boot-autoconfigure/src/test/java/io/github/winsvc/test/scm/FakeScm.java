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

package io.github.winsvc.test.scm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceDefinition;
import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSettings;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.scm.Utterance.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * A Service Control Manager in memory. An operator reaches it through
 * {@link #openManager()}, the process of a service through the {@link FakeProcess} that
 * stands for it. Whatever a service says is checked against every {@link ScmRule}; a
 * breach fails the call, and {@link #close()} once more for a caller who has swallowed
 * that. JUnit closes it at the end of a test:
 *
 * <pre>
 * &#64;AutoClose
 * private final FakeScm scm = new FakeScm();
 *
 * &#64;Test
 * void whenStopIsSentThenServiceStops() {
 * 	this.scm.setProgram((imagePath, dispatcher) -&gt; new OrdersService(dispatcher).run());
 * 	FakeService orders = this.scm.register("orders");
 * 	orders.start();
 * 	orders.awaitState(ServiceState.RUNNING);
 * 	orders.send(ServiceControl.Standard.STOP);
 * 	orders.awaitState(ServiceState.STOPPED);
 * }
 * </pre>
 *
 * Every wait is bounded. Wait hints are measured with the given clock, waits of the SCM
 * and of the test in real time.
 *
 * @since 0.1.0
 */
public final class FakeScm implements AutoCloseable {

	private final Instant systemStart = Instant.now();

	private final Monitor monitor = new Monitor();

	private final InstantSource clock;

	private final Conversation conversation;

	private final Map<ServiceName, FakeService> services = new LinkedHashMap<>();

	private final List<FakeProcess> processes = new ArrayList<>();

	private final Map<ManagerCall, Win32Error> failures = new EnumMap<>(ManagerCall.class);

	private final Map<Class<?>, Win32Error> applyFailures = new HashMap<>();

	private final FakeAccounts accounts = new FakeAccounts(this::isElevated);

	private final FakeProtectedDirectories directories = new FakeProtectedDirectories(this::isElevated);

	private final FakeEventLog eventLog;

	private volatile Set<Class<? extends ServiceSetting>> unsupported = Set.of();

	private volatile @Nullable ServiceProgram program;

	private volatile boolean elevated = true;

	private volatile Duration connectTimeout = Duration.ofSeconds(10);

	private volatile Duration callbackBound = Duration.ofSeconds(1);

	private volatile Duration patience = Duration.ofSeconds(10);

	private volatile boolean closed;

	/**
	 * Create an SCM that measures wait hints in real time.
	 */
	public FakeScm() {
		this(InstantSource.system());
	}

	/**
	 * Create an SCM that measures wait hints with a clock of the test.
	 * @param clock the clock
	 */
	public FakeScm(InstantSource clock) {
		this.clock = clock;
		this.conversation = new Conversation(clock);
		this.eventLog = new FakeEventLog(clock);
	}

	/**
	 * Set the program that is run when a service is started, in place of whatever the
	 * image path names.
	 * @param program the program
	 */
	public void setProgram(ServiceProgram program) {
		this.program = program;
	}

	/**
	 * Set whether the operator has the rights of an administrator.
	 * @param elevated {@code false} to have changes refused with
	 * {@code ERROR_ACCESS_DENIED}
	 */
	public void setElevated(boolean elevated) {
		this.elevated = elevated;
	}

	/**
	 * Set the kinds of settings that this SCM neither stores nor tells.
	 * @param unsupported the kinds
	 */
	public void setUnsupported(Set<Class<? extends ServiceSetting>> unsupported) {
		this.unsupported = Set.copyOf(unsupported);
	}

	/**
	 * Know no more kinds of settings than Wine's SCM does.
	 */
	public void behaveLikeWine() {
		setUnsupported(Set.of(ServiceSetting.Recovery.class, ServiceSetting.RecoveryOnFailureExit.class,
				ServiceSetting.ServiceSid.class, ServiceSetting.DelayedStart.class,
				ServiceSetting.RequiredPrivileges.class, ServiceSetting.SecurityDescriptor.class,
				ServiceSetting.Triggers.class));
	}

	/**
	 * Set how long a process may take to connect and to report for the first time.
	 * @param connectTimeout the time, in real time
	 */
	public void setConnectTimeout(Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
	}

	/**
	 * Set how soon ServiceMain and the control handler must return.
	 * @param callbackBound the time, in real time
	 */
	public void setCallbackBound(Duration callbackBound) {
		this.callbackBound = callbackBound;
	}

	/**
	 * Set how long a test waits for a service.
	 * @param patience the time, in real time
	 */
	public void setPatience(Duration patience) {
		this.patience = patience;
	}

	/**
	 * Return how long a test waits for a service.
	 * @return the time, in real time
	 */
	public Duration patience() {
		return this.patience;
	}

	/**
	 * Have the next call of a kind fail.
	 * @param call the kind of call
	 * @param error the error it fails with
	 */
	public void failNext(ManagerCall call, Win32Error error) {
		this.monitor.run(() -> this.failures.put(call, error));
	}

	/**
	 * Have the next change of a kind of setting fail.
	 * @param kind the kind of setting
	 * @param error the error it fails with
	 */
	public void failNextApply(Class<? extends ServiceSetting> kind, Win32Error error) {
		this.monitor.run(() -> this.applyFailures.put(kind, error));
	}

	/**
	 * Open the operator's door.
	 * @return a new manager
	 */
	public ServiceManager openManager() {
		return new FakeServiceManager(this);
	}

	/**
	 * Return the event log of the machine.
	 * @return the event log, to which the processes of services write
	 */
	public FakeEventLog eventLog() {
		return this.eventLog;
	}

	/**
	 * Return the directories that were protected.
	 * @return the directories
	 */
	public FakeProtectedDirectories directories() {
		return this.directories;
	}

	/**
	 * Return the accounts of users.
	 * @return the accounts, none at first
	 */
	public FakeAccounts accounts() {
		return this.accounts;
	}

	/**
	 * Create a process that the SCM has not started, as at a command prompt.
	 * @return the process, which cannot connect
	 */
	public FakeProcess startByHand() {
		return createProcess(null, List.of());
	}

	/**
	 * Register a service of which nothing but the name and some settings matter.
	 * @param name the name
	 * @param settings the settings that are not as Windows has them by default
	 * @return the service
	 */
	public FakeService register(String name, ServiceSetting... settings) {
		ServiceName serviceName = new ServiceName(name);
		FakeService service = add(
				new ServiceDefinition(serviceName, ServiceSettings.of(DefaultSettings.of(serviceName))));
		this.monitor.run(() -> List.of(settings).forEach(service::put));
		return service;
	}

	/**
	 * Return a service that is registered.
	 * @param name the name
	 * @return the service
	 * @throws AssertionError if there is no such service
	 */
	public FakeService service(String name) {
		return find(new ServiceName(name))
			.orElseThrow(() -> new AssertionError("No service " + name + ". The conversation:\n" + conversation()));
	}

	/**
	 * Shut Windows down: PRESHUTDOWN for those who accept it, one by one; then SHUTDOWN
	 * for the others who accept it; then the end of every process.
	 */
	public void shutDown() {
		List<FakeService> all = this.monitor.call(() -> List.copyOf(this.services.values()));
		say(Speaker.SCM, "Windows shuts down");
		for (FakeService service : all) {
			if (sendIfAccepted(service, AcceptedControl.PRESHUTDOWN, ServiceControl.Standard.PRESHUTDOWN)) {
				this.monitor.await(() -> service.process() == null, this.patience);
			}
		}
		List<FakeService> told = all.stream()
			.filter((service) -> sendIfAccepted(service, AcceptedControl.SHUTDOWN, ServiceControl.Standard.SHUTDOWN))
			.toList();
		this.monitor.await(() -> told.stream().allMatch((service) -> service.process() == null), this.patience);
		for (FakeProcess process : processes()) {
			process.end("is ended by the shutdown", false);
		}
	}

	/**
	 * Return what was said, for a person to read.
	 * @return a line for each utterance
	 */
	public String conversation() {
		return this.conversation.text();
	}

	/**
	 * Return what was said.
	 * @return the utterances in order
	 */
	public List<Utterance> utterances() {
		return this.conversation.utterances();
	}

	/**
	 * Return the breaches of rules so far.
	 * @return the breaches in order
	 */
	public List<Violation> violations() {
		return this.conversation.violations();
	}

	/**
	 * Forget the breaches of rules that a test has provoked.
	 * @param rules the rules
	 * @throws AssertionError if one of them was not broken
	 */
	public void forgive(ScmRule... rules) {
		if (!this.conversation.forgive(Set.of(rules))) {
			throw new AssertionError(
					"Not all of the rules " + List.of(rules) + " were broken. The conversation:\n" + conversation());
		}
	}

	/**
	 * Check that no rule has been broken so far and no report is overdue.
	 * @throws ScmRuleError if a rule was broken
	 */
	public void verify() {
		verify(false);
	}

	/**
	 * End every process and check that no rule was broken.
	 * @throws ScmRuleError if a rule was broken
	 */
	@Override
	public void close() {
		if (this.closed) {
			return;
		}
		try {
			this.monitor.await(() -> this.processes.stream().noneMatch(FakeProcess::owesStop), this.callbackBound);
			verify(true);
		}
		finally {
			processes().forEach((process) -> process.end("is ended with the test", false));
			this.monitor.run(() -> this.closed = true);
		}
	}

	FakeService add(ServiceDefinition definition) {
		String function = ManagerCall.CREATE.function();
		return this.monitor.call(() -> {
			FakeService existing = this.services.get(definition.name());
			if (existing != null) {
				throw new ScmException(function,
						existing.isMarked() ? Win32Error.SERVICE_MARKED_FOR_DELETE : Win32Error.SERVICE_EXISTS);
			}
			requireFree(function, definition.settings().get(ServiceSetting.DisplayName.class), definition.name());
			FakeService service = new FakeService(this, definition);
			this.services.put(service.name(), service);
			return service;
		});
	}

	void requireFree(String function, ServiceSetting.DisplayName displayName, ServiceName owner) {
		for (FakeService other : this.services.values()) {
			boolean taken = other.name().value().equalsIgnoreCase(displayName.value())
					|| other.setting(ServiceSetting.DisplayName.class).value().equalsIgnoreCase(displayName.value());
			if (taken && !other.name().equals(owner)) {
				throw new ScmException(function, Win32Error.DUPLICATE_SERVICE_NAME);
			}
		}
	}

	Optional<FakeService> find(ServiceName name) {
		return this.monitor.call(() -> Optional.ofNullable(this.services.get(name)));
	}

	/**
	 * Return the services that depend on the given one and are not stopped, each before
	 * those that it depends on.
	 */
	List<ServiceName> dependents(FakeService service) {
		return this.monitor.call(() -> {
			Set<FakeService> dependents = new LinkedHashSet<>();
			addDependents(service, dependents);
			return dependents.stream()
				.filter((dependent) -> dependent.process() != null)
				.map(FakeService::name)
				.toList();
		});
	}

	private void addDependents(FakeService service, Set<FakeService> dependents) {
		for (FakeService other : this.services.values()) {
			if (other.dependsOn(service) && !dependents.contains(other)) {
				addDependents(other, dependents);
				dependents.add(other);
			}
		}
	}

	void removeIfGone(FakeService service) {
		if (service.isGone()) {
			this.services.remove(service.name(), service);
		}
	}

	FakeProcess createProcess(@Nullable FakeService service, List<String> arguments) {
		return this.monitor.call(() -> {
			FakeProcess process = new FakeProcess(this, 1000 + 4L * this.processes.size(), service, arguments);
			this.processes.add(process);
			say(Speaker.SCM,
					"process " + process.id() + " begins" + ((service != null) ? " for " + service.name() : ""));
			return process;
		});
	}

	void fail(ManagerCall call) {
		fail(call, this.monitor.call(() -> this.failures.remove(call)));
	}

	void failApply(Class<?> kind) {
		fail(ManagerCall.APPLY, this.monitor.call(() -> this.applyFailures.remove(kind)));
	}

	void say(Speaker speaker, String text) {
		this.conversation.add(speaker, text);
	}

	List<Violation> judge(Moment moment, String where) {
		return this.conversation.judge(moment, where);
	}

	ScmRuleError error(List<Violation> violations) {
		return this.conversation.error(violations);
	}

	String describe(ServiceStatus status) {
		return status.state() + " (accepts " + status.accepted() + ", exit code " + status.exitCode() + ", checkpoint "
				+ status.checkpoint() + ", wait hint " + status.waitHint().toMillis() + " ms)";
	}

	/**
	 * Return when Windows was started.
	 */
	Instant systemStart() {
		return this.systemStart;
	}

	Monitor monitor() {
		return this.monitor;
	}

	Instant now() {
		return this.clock.instant();
	}

	boolean isElevated() {
		return this.elevated;
	}

	boolean isClosed() {
		return this.closed;
	}

	Set<Class<? extends ServiceSetting>> unsupported() {
		return this.unsupported;
	}

	@Nullable ServiceProgram program() {
		return this.program;
	}

	Duration connectTimeout() {
		return this.connectTimeout;
	}

	Duration callbackBound() {
		return this.callbackBound;
	}

	private void verify(boolean over) {
		processes().forEach((process) -> process.beSilent(over));
		List<Violation> violations = violations();
		if (!violations.isEmpty()) {
			throw error(violations);
		}
	}

	private List<FakeProcess> processes() {
		return this.monitor.call(() -> List.copyOf(this.processes));
	}

	private boolean sendIfAccepted(FakeService service, AcceptedControl accepted, ServiceControl control) {
		boolean sendable = this.monitor.call(() -> {
			FakeProcess process = service.process();
			return service.accepts(accepted) && process != null && !process.isStopping();
		});
		if (sendable) {
			try {
				service.send(control);
			}
			catch (ScmException ex) {
				say(Speaker.SCM, ex.getMessage());
				return service.state() != ServiceState.STOPPED;
			}
		}
		return sendable;
	}

	private static void fail(ManagerCall call, @Nullable Win32Error error) {
		if (error != null) {
			throw new ScmException(call.function(), error);
		}
	}

}
