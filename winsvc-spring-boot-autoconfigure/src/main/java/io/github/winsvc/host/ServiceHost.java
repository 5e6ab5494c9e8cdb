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

package io.github.winsvc.host;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.scm.ServiceStart;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * This process as a service. The application tells the host what becomes of it, the host
 * tells the SCM; the SCM tells the host what it wants, the host tells the application.
 * All methods may be called from any thread.
 *
 * @since 0.1.0
 */
public final class ServiceHost {

	private static final Duration REPORT_BOUND = Duration.ofSeconds(5);

	private final Outcome outcome = new Outcome();

	private final ServiceLedger ledger = new ServiceLedger();

	private final StatusOwner owner;

	private final ControlHandler handler;

	/**
	 * Create a new host.
	 * @param application the application to host
	 * @param halt ends the process at once with an exit code; called when the application
	 * is overdue
	 */
	public ServiceHost(HostedApplication application, IntConsumer halt) {
		ApplicationCalls calls = new ApplicationCalls(application);
		this.owner = new StatusOwner(this.outcome, calls, halt, this.ledger);
		this.handler = new ControlHandler(this.outcome, this.owner, calls, this.ledger);
	}

	/**
	 * Connect to the SCM. When this method returns, the SCM has started the service and
	 * {@code START_PENDING} is being reported.
	 * @param dispatcher the door to the SCM
	 * @param bound the time to wait for the SCM at most
	 * @return what the SCM tells
	 * @throws ScmException with {@code ERROR_FAILED_SERVICE_CONTROLLER_CONNECT} (1063) if
	 * the SCM did not start this process, with {@code ERROR_SERVICE_REQUEST_TIMEOUT}
	 * (1053) if it does not answer within the bound
	 */
	public ServiceStart connect(ServiceDispatcher dispatcher, Duration bound) {
		Thread status = startDaemon("winsvc-status", this.owner);
		startDaemon("winsvc-dispatcher", () -> {
			try {
				dispatcher.dispatch(this.handler);
			}
			catch (Throwable ex) {
				this.handler.whenStarted().completeExceptionally(ex);
			}
		});
		try {
			ServiceStart start = this.handler.whenStarted().get(bound.toMillis(), TimeUnit.MILLISECONDS);
			this.ledger.completed(StartPhase.CONNECT);
			return start;
		}
		catch (ExecutionException ex) {
			status.interrupt();
			throw rethrown(ex);
		}
		catch (TimeoutException ex) {
			throw new ScmException("StartServiceCtrlDispatcher", Win32Error.SERVICE_REQUEST_TIMEOUT);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while connecting to the SCM", ex);
		}
	}

	private static RuntimeException rethrown(ExecutionException ex) {
		if (ex.getCause() instanceof Error error) {
			throw error;
		}
		return (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex);
	}

	private static Thread startDaemon(String name, Runnable task) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	/**
	 * Return what has happened to the service so far.
	 * @return the ledger
	 */
	public ServiceLedger ledger() {
		return this.ledger;
	}

	/**
	 * Return the state last reported.
	 * @return the state
	 */
	public ServiceState state() {
		return this.owner.state();
	}

	/**
	 * Whether the SCM has asked the service to end.
	 * @return whether STOP, SHUTDOWN or PRESHUTDOWN has come
	 */
	public boolean isStopRequested() {
		return this.outcome.isStopRequested();
	}

	/**
	 * Return how the service will have ended, as far as is known.
	 * @return the exit code that {@link #end()} would report now
	 */
	public ExitCode exitCode() {
		return this.outcome.exitCode();
	}

	/**
	 * Set how long the service may take from now on.
	 * @param deadlines the deadlines
	 */
	public void limit(Deadlines deadlines) {
		this.owner.submit(() -> this.owner.limit(deadlines));
	}

	/**
	 * Set which controls the application wants, beside those that end the service. They
	 * are accepted once the application is ready.
	 * @param accepted the kinds to accept
	 * @param codes the codes of the controls to hand to the application
	 */
	public void accept(Set<AcceptedControl> accepted, Set<Integer> codes) {
		EnumSet<AcceptedControl> all = EnumSet.copyOf(StatusOwner.ENDS);
		all.addAll(accepted);
		this.handler.want(codes, all.contains(AcceptedControl.PAUSE_CONTINUE));
		this.owner.submit(() -> this.owner.accept(all));
	}

	/**
	 * Note that a pending state has got on by a step: the SCM sees the checkpoint rise.
	 */
	public void progress() {
		progress(null);
	}

	/**
	 * Note that a pending state has got on by a step.
	 * @param next the time until the next step at most, which becomes the wait hint;
	 * {@code null} if unknown. A start is always given the time that a start without
	 * progress has.
	 */
	public void progress(@Nullable Duration next) {
		this.owner.progress().step(next);
	}

	/**
	 * The application works: {@code RUNNING}.
	 */
	public void ready() {
		this.owner.submit(() -> this.owner.take(LifecycleInput.READY));
	}

	/**
	 * The application goes down: {@code STOP_PENDING}, unless it already is.
	 */
	public void stopping() {
		this.owner.submit(() -> this.owner.take(LifecycleInput.STOPPING));
	}

	/**
	 * The application has ended itself in good order.
	 */
	public void closed() {
		this.outcome.closed();
	}

	/**
	 * The process has been asked to exit from within.
	 * @param status the exit status asked for
	 */
	public void exited(int status) {
		this.outcome.exited(status);
	}

	/**
	 * The application has failed. Of several failures the first one counts.
	 * @param exitCode the exit code of the application, not 0
	 */
	public void failed(int exitCode) {
		this.outcome.failed(exitCode);
	}

	/**
	 * The service has failed and must end: {@code STOP_PENDING}, and the application is
	 * asked to end the process.
	 * @param failure why
	 */
	public void fail(HostFailure failure) {
		this.owner.submit(() -> this.owner.fail(failure));
	}

	/**
	 * The JVM has run out of memory, so the service must end. Makes room for that first.
	 */
	public void outOfMemory() {
		this.owner.outOfMemory();
	}

	/**
	 * The application has declared itself broken, or correct again. It {@linkplain #fail
	 * fails} if it remains broken for too long.
	 * @param broken whether it is broken
	 */
	public void broken(boolean broken) {
		this.owner.submit(() -> this.owner.broken(broken));
	}

	/**
	 * The process ends: {@code STOPPED} with the exit code that follows from what the
	 * host was told. Returns when the SCM has taken the report, after which Windows may
	 * end the process at any moment.
	 */
	public void end() {
		this.owner.submit(() -> this.owner.take(LifecycleInput.END));
		try {
			this.owner.awaitEnd(REPORT_BOUND);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
