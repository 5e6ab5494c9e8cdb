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
import java.util.List;

import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.EventLog;
import io.github.winsvc.scm.HostedService;
import io.github.winsvc.scm.OwnProcess;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.scm.ServiceKey;
import io.github.winsvc.scm.ServiceStart;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.scm.Moment.Callback;
import io.github.winsvc.test.scm.Moment.Connect;
import io.github.winsvc.test.scm.Moment.Report;
import io.github.winsvc.test.scm.Moment.Silence;
import io.github.winsvc.test.scm.Utterance.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * A process, and its door to the SCM. As on Windows, ServiceMain runs on a thread of its
 * own and controls are delivered on the thread that called {@link #dispatch}.
 *
 * @since 0.1.0
 */
public final class FakeProcess implements ServiceDispatcher {

	private static final Win32Error INVALID_HANDLE = new Win32Error(6);

	private final FakeScm scm;

	private final Monitor monitor;

	/** How long a handler may take to return when the process has ended meanwhile. */
	private static final Duration RETURN_BOUND = Duration.ofSeconds(1);

	private final long id;

	private final @Nullable FakeService service;

	private final String name;

	private final List<String> arguments;

	private @Nullable Thread thread;

	private @Nullable Thread dispatcherThread;

	private @Nullable Thread serviceMainThread;

	private @Nullable Thread reportingThread;

	private int attempts;

	private boolean startedReturned;

	private boolean ended;

	private @Nullable ServiceStatus last;

	private Instant lastAt;

	private boolean stopping;

	private @Nullable ServiceControl stopTaken;

	private Instant stopTakenAt = Instant.EPOCH;

	private @Nullable Delivery delivery;

	FakeProcess(FakeScm scm, long id, @Nullable FakeService service, List<String> arguments) {
		this.scm = scm;
		this.monitor = scm.monitor();
		this.id = id;
		this.service = service;
		this.name = "process " + id + ((service != null) ? " of " + service.name() : "");
		this.arguments = List.copyOf(arguments);
		this.lastAt = scm.now();
	}

	/**
	 * Return the id of the process.
	 * @return the id, never 0
	 */
	public long id() {
		return this.id;
	}

	/**
	 * Whether the process has ended.
	 * @return whether it has
	 */
	public boolean hasEnded() {
		return this.monitor.call(() -> this.ended);
	}

	@Override
	public void dispatch(HostedService hosted) {
		FakeService connected = connect();
		Thread serviceMain = new Thread(() -> serviceMain(connected, hosted), "ServiceMain of " + this.name);
		serviceMain.setDaemon(true);
		this.monitor.run(() -> this.serviceMainThread = serviceMain);
		serviceMain.start();
		if (!this.monitor.await(() -> this.startedReturned || isOver(), this.scm.callbackBound())) {
			judge(new Callback(null, false, null, null, this.scm.callbackBound(), this.scm.callbackBound()),
					"ServiceMain has not returned");
		}
		while (true) {
			this.monitor.await(() -> this.delivery != null || isOver());
			Delivery next = this.monitor.call(this::take);
			if (next == null) {
				break;
			}
			handle(hosted, next);
		}
		// Nothing of a process that has died runs on, so its dispatcher does not return.
		this.monitor.await(() -> hasStopped() || this.scm.isClosed());
		this.monitor.run(() -> this.dispatcherThread = null);
	}

	@Override
	public EventLog eventLog(String source) {
		return this.scm.eventLog().open(source);
	}

	@Override
	public OwnProcess ownProcess() {
		return new FakeOwnProcess(this.scm, this.service);
	}

	@Override
	public ServiceKey serviceKey(String service) {
		return (this.service != null) ? this.service.key() : ServiceKey.NONE;
	}

	/**
	 * End the process. If its service is not STOPPED by then, it has crashed.
	 * @param exitCode the exit code of the process
	 */
	public void exit(int exitCode) {
		end("exits with " + exitCode, true);
	}

	/**
	 * Kill the process, as an administrator would with Task Manager.
	 */
	public void kill() {
		end("is killed", true);
	}

	void end(String how, boolean recover) {
		Thread killed = this.monitor.call(() -> {
			if (this.ended) {
				return null;
			}
			this.ended = true;
			this.scm.say(Speaker.SCM, this.name + " " + how);
			if (this.service != null) {
				this.service.processEnded(this, this.last != null, recover);
			}
			return this.thread;
		});
		if (killed != null && killed != Thread.currentThread()) {
			killed.interrupt();
		}
	}

	void run(ServiceProgram program, String imagePath) {
		Thread main = new Thread(() -> {
			int exitCode = 1;
			try {
				exitCode = program.run(imagePath, this);
			}
			catch (Throwable ex) {
				this.scm.say(Speaker.SERVICE, this.name + " throws " + ex);
			}
			finally {
				exit(exitCode);
			}
		}, "main of " + this.name);
		main.setDaemon(true);
		this.monitor.run(() -> this.thread = main);
		main.start();
	}

	boolean hasReported() {
		return this.last != null;
	}

	boolean isStopping() {
		return this.stopping;
	}

	/**
	 * Deliver a control that the service may be sent now.
	 * @param admission checked once it is this control's turn
	 * @return the answer
	 */
	ControlAnswer deliver(ServiceControl control, boolean declared, Runnable admission) {
		Delivery mine = new Delivery(control, declared);
		this.monitor.run(() -> {
			if (!this.monitor.await(() -> this.delivery == null || isOver(), this.scm.patience())) {
				throw new ScmException("ControlService", Win32Error.SERVICE_REQUEST_TIMEOUT);
			}
			admission.run();
			this.scm.say(Speaker.SCM, "sends " + control + " to " + this.name);
			this.delivery = mine;
			this.stopping = this.stopping || isStop(control);
		});
		boolean answered = this.monitor.await(() -> mine.done || this.ended || (!mine.taken && isOver()),
				this.scm.callbackBound());
		if (!answered) {
			this.monitor.run(() -> mine.abandoned = true);
			throwIfBroken(judge(
					new Callback(control, declared, null, null, this.scm.callbackBound(), this.scm.callbackBound()),
					"the control handler has not returned from " + control));
		}
		throwIfBroken(mine.broken);
		// A service may have stopped before its handler, which has passed STOP on,
		// returns
		if (!mine.done && !(mine.taken && this.monitor.await(() -> mine.done, RETURN_BOUND))) {
			throw new ScmException("ControlService", Win32Error.SERVICE_REQUEST_TIMEOUT);
		}
		return mine.answer;
	}

	void beSilent(boolean over) {
		this.monitor.run(() -> {
			if (this.service != null && !isOver()) {
				judge(new Silence(this.last, sinceLast(), over, this.stopTaken), "it has reported nothing since "
						+ ((this.last != null) ? this.scm.describe(this.last) : "it started"));
			}
		});
	}

	boolean owesStop() {
		return this.stopTaken != null && !isOver();
	}

	private FakeService connect() {
		return this.monitor.call(() -> {
			this.scm.say(Speaker.SERVICE, this.name + " connects");
			FakeService own = this.service;
			if (own == null || this.ended) {
				throw new ScmException("StartServiceCtrlDispatcher", Win32Error.FAILED_SERVICE_CONTROLLER_CONNECT);
			}
			this.attempts++;
			judge(new Connect(this.attempts), "it connects for the " + this.attempts + ". time");
			if (this.attempts > 1) {
				throw new ScmException("StartServiceCtrlDispatcher", Win32Error.SERVICE_ALREADY_RUNNING);
			}
			this.dispatcherThread = Thread.currentThread();
			return own;
		});
	}

	private void serviceMain(FakeService connected, HostedService hosted) {
		this.scm.say(Speaker.SCM, "starts " + connected.name() + " with " + this.arguments);
		Throwable thrown = null;
		long begin = System.nanoTime();
		try {
			hosted.started(new ServiceStart(connected.name().value(), this.arguments, connected::startReason,
					connected.subscriber()), this::report);
		}
		catch (Throwable ex) {
			thrown = ex;
		}
		Callback callback = new Callback(null, false, null, thrown, Duration.ofNanos(System.nanoTime() - begin),
				this.scm.callbackBound());
		this.monitor.run(() -> {
			judge(callback, "ServiceMain took " + callback.took().toMillis() + " ms and threw " + callback.thrown());
			this.startedReturned = true;
		});
	}

	private void handle(HostedService hosted, Delivery next) {
		ControlAnswer answer = ControlAnswer.HANDLED;
		Throwable thrown = null;
		long begin = System.nanoTime();
		try {
			answer = hosted.control(next.control);
		}
		catch (Throwable ex) {
			thrown = ex;
		}
		Callback callback = new Callback(next.control, next.declared, answer, thrown,
				Duration.ofNanos(System.nanoTime() - begin), this.scm.callbackBound());
		this.monitor.run(() -> answered(next, callback));
	}

	private void answered(Delivery next, Callback callback) {
		ControlAnswer answer = (callback.answer() != null) ? callback.answer() : ControlAnswer.HANDLED;
		this.scm.say(Speaker.SERVICE, this.name + " answers " + answer + " to " + next.control);
		if (!next.abandoned) {
			next.broken = judge(callback, "the control handler took %d ms for %s, answered %s and threw %s"
				.formatted(callback.took().toMillis(), next.control, answer, callback.thrown()));
		}
		next.answer = answer;
		next.done = true;
		this.delivery = null;
		if (isStop(next.control)) {
			this.stopping = answer == ControlAnswer.HANDLED;
			boolean reported = this.last != null && isEnding(this.last);
			this.stopTaken = (this.stopping && !reported) ? next.control : null;
			this.stopTakenAt = this.scm.now();
		}
	}

	private void report(ServiceStatus next) {
		throwIfBroken(this.monitor.call(() -> {
			this.scm.say(Speaker.SERVICE, this.name + " reports " + this.scm.describe(next));
			FakeService own = this.service;
			if (own == null || (this.ended && !hasStopped())) {
				throw new ScmException("SetServiceStatus", INVALID_HANDLE);
			}
			Thread current = Thread.currentThread();
			boolean fromCallback = current == this.dispatcherThread || current == this.serviceMainThread;
			boolean fromSameThread = this.reportingThread == null || this.reportingThread == current;
			if (this.reportingThread == null && !fromCallback) {
				this.reportingThread = current;
			}
			List<Violation> broken = judge(
					new Report(this.last, sinceLast(), next, fromCallback, fromSameThread, this.stopTaken,
							Duration.between(this.stopTakenAt, this.scm.now())),
					"it reported %s after %s, %d ms later, on thread %s".formatted(this.scm.describe(next),
							(this.last != null) ? this.scm.describe(this.last) : "nothing", sinceLast().toMillis(),
							current.getName()));
			if (!hasStopped()) {
				this.last = next;
				this.lastAt = this.scm.now();
				own.reported(this, next);
			}
			if (isEnding(next)) {
				this.stopTaken = null;
			}
			return broken;
		}));
	}

	private @Nullable Delivery take() {
		Delivery next = this.delivery;
		if (next == null || isOver()) {
			return null;
		}
		next.taken = true;
		return next;
	}

	private boolean isOver() {
		return this.ended || hasStopped();
	}

	private boolean hasStopped() {
		return this.last != null && this.last.state() == ServiceState.STOPPED;
	}

	private Duration sinceLast() {
		return Duration.between(this.lastAt, this.scm.now());
	}

	private List<Violation> judge(Moment moment, String what) {
		return this.monitor.call(() -> this.scm.judge(moment, "of " + this.name + ": " + what));
	}

	private void throwIfBroken(List<Violation> broken) {
		if (!broken.isEmpty()) {
			throw this.scm.error(broken);
		}
	}

	private static boolean isStop(ServiceControl control) {
		return control instanceof ServiceControl.Standard standard && standard.isStop();
	}

	private static boolean isEnding(ServiceStatus status) {
		return status.state() == ServiceState.STOP_PENDING || status.state() == ServiceState.STOPPED;
	}

	private static final class Delivery {

		private final ServiceControl control;

		private final boolean declared;

		private ControlAnswer answer = ControlAnswer.HANDLED;

		private List<Violation> broken = List.of();

		private boolean taken;

		private boolean done;

		private boolean abandoned;

		private Delivery(ServiceControl control, boolean declared) {
			this.control = control;
			this.declared = declared;
		}

	}

}
