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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.ControlSubscriber;
import io.github.winsvc.scm.EventLogEntry;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ProcessCounters;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceDefinition;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSetting.Dependencies;
import io.github.winsvc.scm.ServiceSettings;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.StartReason;
import io.github.winsvc.scm.StartType;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.scm.Utterance.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * A service that is registered with a {@link FakeScm}, as a test sees it. It outlives its
 * deletion, so that a test can still ask what happened.
 *
 * @since 0.1.0
 */
public final class FakeService {

	private static final Win32Error SERVICE_NEVER_STARTED = new Win32Error(1077);

	private static final Duration START_WAIT_HINT = Duration.ofSeconds(2);

	private final FakeScm scm;

	private final Monitor monitor;

	private final ServiceName name;

	private final Map<Class<?>, ServiceSetting> settings = new LinkedHashMap<>();

	private final List<ServiceStatus> reports = new ArrayList<>();

	private final Map<ServiceControl, ControlAnswer> answers = new HashMap<>();

	private final List<RecoveryAction> recoveries = new ArrayList<>();

	private final RecoveryCounter recoveryCounter = new RecoveryCounter();

	private ServiceStatus status = ServiceStatus.stopped(new ExitCode.Win32(SERVICE_NEVER_STARTED.code()));

	private @Nullable FakeProcess process;

	private final List<UUID> subscriptions = new ArrayList<>();

	private StartReason startReason = StartReason.DEMAND;

	private @Nullable String password;

	private @Nullable ProcessCounters counters;

	private int handles;

	private boolean marked;

	private final FakeServiceKey key;

	FakeService(FakeScm scm, ServiceDefinition definition) {
		this.scm = scm;
		this.monitor = scm.monitor();
		this.name = definition.name();
		this.key = new FakeServiceKey(this.name);
		DefaultSettings.of(this.name).forEach(this::put);
		put(definition.settings().get(ServiceSetting.DisplayName.class));
		put(definition.settings().get(ServiceSetting.ImagePath.class));
		put(definition.settings().get(ServiceSetting.Start.class));
		put(definition.settings().get(ServiceSetting.Account.class));
	}

	/**
	 * Return the name.
	 * @return the name
	 */
	public ServiceName name() {
		return this.name;
	}

	/**
	 * Return what the SCM knows of the service now.
	 * @return its status and process
	 */
	public ServiceProcess query() {
		return this.monitor.call(() -> new ServiceProcess(this.status, (this.process != null) ? this.process.id() : 0));
	}

	/**
	 * Return the current state.
	 * @return the state
	 */
	public ServiceState state() {
		return query().state();
	}

	/**
	 * Return everything that the current or the last process of the service has reported.
	 * @return the reports in order
	 */
	public List<ServiceStatus> reports() {
		return this.monitor.call(() -> List.copyOf(this.reports));
	}

	/**
	 * Return the states that {@link #reports()} went through, each named once in a row.
	 * @return the states in order
	 */
	public List<ServiceState> states() {
		List<ServiceState> states = new ArrayList<>();
		for (ServiceStatus report : reports()) {
			if (states.isEmpty() || states.get(states.size() - 1) != report.state()) {
				states.add(report.state());
			}
		}
		return states;
	}

	/**
	 * Return the key of the registry that the service reads. What is set with the SCM
	 * does not show there.
	 * @return the key
	 */
	public FakeServiceKey key() {
		return this.key;
	}

	/**
	 * Return what the service has told the event log in all its lives.
	 * @return the entries, oldest first
	 */
	public List<EventLogEntry> events() {
		return this.scm.eventLog().entries(this.name.value());
	}

	/**
	 * Return the controls that the service was sent, each with its last answer.
	 * @return the answers
	 */
	public Map<ServiceControl, ControlAnswer> answers() {
		return this.monitor.call(() -> Map.copyOf(this.answers));
	}

	/**
	 * Return the restarts that Windows would have done.
	 * @return the restarts in order
	 */
	public List<RecoveryAction> recoveries() {
		return this.monitor.call(() -> List.copyOf(this.recoveries));
	}

	/**
	 * Wait until the service is in a state.
	 * @param state the state
	 * @throws AssertionError if it is not in time
	 */
	public void awaitState(ServiceState state) {
		await(() -> this.status.state() == state, "be " + state);
	}

	/**
	 * Wait until the service is in one of several states.
	 * @param states the states
	 * @return the state that it is in
	 * @throws AssertionError if it is in none of them in time
	 */
	public ServiceState awaitAnyState(Set<ServiceState> states) {
		ServiceState[] reached = new ServiceState[1];
		await(() -> {
			reached[0] = this.status.state();
			return states.contains(reached[0]);
		}, "be one of " + states);
		return reached[0];
	}

	/**
	 * Set why the SCM will start the service.
	 * @param startReason what the service is told
	 */
	public void setStartReason(StartReason startReason) {
		this.monitor.run(() -> this.startReason = startReason);
	}

	/**
	 * Set what the processes of the service are told of themselves.
	 * @param counters the counters, {@code null} for none, as on another system
	 */
	public void setCounters(@Nullable ProcessCounters counters) {
		this.monitor.run(() -> this.counters = counters);
	}

	@Nullable ProcessCounters counters() {
		return this.counters;
	}

	/**
	 * Return what the service has subscribed to.
	 * @return the GUIDs in order
	 */
	public List<UUID> subscriptions() {
		return this.monitor.call(() -> List.copyOf(this.subscriptions));
	}

	/**
	 * Return the way for the service to subscribe to controls.
	 * @return a subscriber that remembers
	 */
	public ControlSubscriber subscriber() {
		return new ControlSubscriber() {

			@Override
			public void powerSetting(UUID id) {
				subscribe(id);
			}

			@Override
			public void deviceClass(UUID id) {
				subscribe(id);
			}

		};
	}

	private void subscribe(UUID id) {
		this.scm.say(Speaker.SERVICE, this.name + " subscribes to " + id);
		this.monitor.run(() -> this.subscriptions.add(id));
	}

	StartReason startReason() {
		return this.startReason;
	}

	/**
	 * Start the service as {@code sc start} does and run the SCM's program. Returns after
	 * its first report.
	 * @param arguments the start parameters
	 * @return the process
	 * @throws ScmException if the service cannot be started
	 */
	public FakeProcess start(String... arguments) {
		ServiceProgram program = this.scm.program();
		FakeProcess started = begin(arguments);
		if (program == null) {
			started.end("has no program", false);
			throw new ScmException("StartService", Win32Error.FILE_NOT_FOUND);
		}
		started.run(program, setting(ServiceSetting.ImagePath.class).value());
		this.monitor.await(() -> started.hasReported() || started.hasEnded(), this.scm.connectTimeout());
		if (!this.monitor.call(started::hasReported)) {
			started.end("is killed: it did not report in time", false);
			throw new ScmException("StartService", Win32Error.SERVICE_REQUEST_TIMEOUT);
		}
		return started;
	}

	/**
	 * Start the service without running a program: the test itself is the process.
	 * @param arguments the start parameters
	 * @return the process, with which the test dispatches
	 * @throws ScmException if the service cannot be started
	 */
	public FakeProcess begin(String... arguments) {
		return this.monitor.call(() -> {
			refuseIf(this.process != null, "StartService", Win32Error.SERVICE_ALREADY_RUNNING);
			refuseIf(this.marked, "StartService", Win32Error.SERVICE_MARKED_FOR_DELETE);
			refuseIf(setting(ServiceSetting.Start.class).value() == StartType.DISABLED, "StartService",
					Win32Error.SERVICE_DISABLED);
			refuseIf(!this.scm.accounts().canLogOn(setting(ServiceSetting.Account.class), this.password),
					"StartService", Win32Error.SERVICE_LOGON_FAILED);
			FakeProcess started = this.scm.createProcess(this, List.of(arguments));
			this.process = started;
			this.reports.clear();
			this.status = new ServiceStatus(ServiceState.START_PENDING, Set.of(), ExitCode.SUCCESS, 0, START_WAIT_HINT);
			return started;
		});
	}

	/**
	 * Send a control as Windows itself does, which unlike an operator can send SHUTDOWN
	 * and PRESHUTDOWN. Returns when the service has answered.
	 * @param control the control
	 * @return the answer
	 * @throws ScmException if the service cannot be sent the control in its current state
	 */
	public ControlAnswer send(ServiceControl control) {
		return send(control, () -> admit(control));
	}

	/**
	 * Deliver a control whether the service accepts it or not, as no SCM should.
	 * @param control the control
	 * @return the answer
	 * @throws ScmException if the service has no process
	 */
	public ControlAnswer force(ServiceControl control) {
		return send(control, () -> refuseIf(this.process == null, "ControlService", Win32Error.SERVICE_NOT_ACTIVE));
	}

	private ControlAnswer send(ServiceControl control, Runnable admission) {
		FakeProcess receiver = this.monitor.call(() -> {
			admission.run();
			return this.process;
		});
		boolean declared = control == ServiceControl.Standard.INTERROGATE || control.acceptance().isPresent();
		ControlAnswer answer = receiver.deliver(control, declared, admission);
		this.monitor.run(() -> this.answers.put(control, answer));
		return answer;
	}

	/**
	 * Have the service depend on another one, which then cannot be stopped by an operator
	 * as long as this one is not stopped. Unlike Windows, a start of this one does not
	 * start the other.
	 * @param other the service that this one needs
	 */
	public void dependOn(FakeService other) {
		this.monitor.run(() -> {
			List<String> names = new ArrayList<>(setting(Dependencies.class).value());
			names.add(other.name().value());
			put(new Dependencies(names));
		});
	}

	boolean dependsOn(FakeService other) {
		return setting(Dependencies.class).value().stream().anyMatch(other.name().value()::equalsIgnoreCase);
	}

	/**
	 * Open the service as another program would, and keep it open.
	 * @return the handle
	 */
	public OpenHandle hold() {
		this.monitor.run(() -> this.handles++);
		return new OpenHandle();
	}

	void reported(FakeProcess reporter, ServiceStatus report) {
		if (this.process != reporter) {
			return;
		}
		this.status = report;
		this.reports.add(report);
		if (report.state() == ServiceState.STOPPED) {
			this.process = null;
			if (report.exitCode().isFailure() && setting(ServiceSetting.RecoveryOnFailureExit.class).value()) {
				recover(report.exitCode());
			}
			this.scm.removeIfGone(this);
		}
	}

	void processEnded(FakeProcess ended, boolean reported, boolean recover) {
		if (this.process != ended) {
			return;
		}
		Win32Error error = reported ? Win32Error.PROCESS_ABORTED : Win32Error.SERVICE_REQUEST_TIMEOUT;
		this.status = ServiceStatus.stopped(new ExitCode.Win32(error.code()));
		this.process = null;
		if (reported && recover) {
			recover(this.status.exitCode());
		}
		this.scm.removeIfGone(this);
	}

	void mark() {
		refuseIf(this.marked, "DeleteService", Win32Error.SERVICE_MARKED_FOR_DELETE);
		this.marked = true;
		this.scm.removeIfGone(this);
	}

	boolean isMarked() {
		return this.marked;
	}

	boolean isGone() {
		return this.marked && this.handles == 0 && this.process == null;
	}

	boolean accepts(AcceptedControl accepted) {
		return this.status.accepted().contains(accepted);
	}

	@Nullable FakeProcess process() {
		return this.process;
	}

	void put(ServiceSetting.Account account, @Nullable String newPassword) {
		put(account);
		this.password = newPassword;
	}

	void put(ServiceSetting setting) {
		this.settings.put(setting.getClass(), setting);
	}

	<S extends ServiceSetting> S setting(Class<S> kind) {
		return kind.cast(this.settings.get(kind));
	}

	ServiceRegistration registration(Set<Class<? extends ServiceSetting>> unsupported) {
		return new ServiceRegistration(this.name,
				ServiceSettings.of(this.settings.values()
					.stream()
					.filter((setting) -> !unsupported.contains(setting.getClass()))
					.toList()),
				unsupported);
	}

	private void await(BooleanSupplier condition, String what) {
		if (!this.monitor.await(condition, this.scm.patience())) {
			throw new AssertionError("%s was expected to %s within %s but is %s. The conversation:%n%s"
				.formatted(this.name, what, this.scm.patience(), state(), this.scm.conversation()));
		}
	}

	private void recover(ExitCode cause) {
		this.recoveryCounter.failed(setting(ServiceSetting.Recovery.class), cause, this.scm.now())
			.ifPresent((action) -> {
				this.recoveries.add(action);
				this.scm.say(Speaker.SCM, "would restart " + this.name + " after " + action.delay());
			});
	}

	private void admit(ServiceControl control) {
		FakeProcess current = this.process;
		if (current == null) {
			throw new ScmException("ControlService", Win32Error.SERVICE_NOT_ACTIVE);
		}
		refuseIf(this.status.state() == ServiceState.START_PENDING || this.status.state() == ServiceState.STOP_PENDING
				|| current.isStopping(), "ControlService", Win32Error.SERVICE_CANNOT_ACCEPT_CTRL);
		refuseIf(!acceptsNow(control), "ControlService", Win32Error.INVALID_SERVICE_CONTROL);
	}

	private boolean acceptsNow(ServiceControl control) {
		return control.acceptance().map(this::accepts).orElse(true);
	}

	private static void refuseIf(boolean refused, String call, Win32Error error) {
		if (refused) {
			throw new ScmException(call, error);
		}
	}

	/**
	 * A handle to the service that some program holds. While it does, a deleted service
	 * is only marked for deletion.
	 */
	public final class OpenHandle implements AutoCloseable {

		private boolean open = true;

		private OpenHandle() {
		}

		@Override
		public void close() {
			FakeService service = FakeService.this;
			service.monitor.run(() -> {
				if (this.open) {
					this.open = false;
					service.handles--;
					service.scm.removeIfGone(service);
				}
			});
		}

	}

}
