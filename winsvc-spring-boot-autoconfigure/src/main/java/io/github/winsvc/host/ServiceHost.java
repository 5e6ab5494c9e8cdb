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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.HostedService;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.scm.StatusReporter;
import io.github.winsvc.scm.Win32Error;

/**
 * This process as a service. The application tells the host what becomes of it, the host
 * tells the SCM; the SCM tells the host to stop, the host tells the application. All
 * methods may be called from any thread.
 *
 * @since 0.1.0
 */
public final class ServiceHost {

	/**
	 * The service-specific exit code of a start that made no progress for too long, the
	 * number of {@code ERROR_TIMEOUT}.
	 */
	public static final int START_OVERDUE = 1460;

	private static final Duration REPORT_BOUND = Duration.ofSeconds(5);

	private final Outcome outcome = new Outcome();

	private final StatusOwner owner;

	/**
	 * Create a new host.
	 * @param application the application to host
	 * @param halt ends the process at once with an exit code; called when the application
	 * is overdue
	 */
	public ServiceHost(HostedApplication application, IntConsumer halt) {
		this.owner = new StatusOwner(this.outcome, application, halt);
	}

	/**
	 * Connect to the SCM. When this method returns, the SCM has started the service and
	 * {@code START_PENDING} is being reported.
	 * @param dispatcher the door to the SCM
	 * @param bound the time to wait for the SCM at most
	 * @throws ScmException with {@code ERROR_FAILED_SERVICE_CONTROLLER_CONNECT} (1063) if
	 * the SCM did not start this process, with {@code ERROR_SERVICE_REQUEST_TIMEOUT}
	 * (1053) if it does not answer within the bound
	 */
	public void connect(ServiceDispatcher dispatcher, Duration bound) {
		CompletableFuture<Void> connected = new CompletableFuture<>();
		Thread status = startDaemon("winsvc-status", this.owner);
		startDaemon("winsvc-dispatcher", () -> {
			try {
				dispatcher.dispatch(new Callbacks(connected));
			}
			catch (Throwable ex) {
				connected.completeExceptionally(ex);
			}
		});
		try {
			connected.get(bound.toMillis(), TimeUnit.MILLISECONDS);
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
	 * Set how long pending states may last from now on.
	 * @param deadlines the deadlines
	 */
	public void limit(Deadlines deadlines) {
		this.owner.submit(() -> this.owner.limit(deadlines));
	}

	/**
	 * Note that the start has made a step: the SCM sees the checkpoint rise.
	 */
	public void progress() {
		this.owner.progress();
	}

	/**
	 * The application is ready for work: {@code RUNNING}.
	 */
	public void ready() {
		this.owner.submit(this.owner::ready);
	}

	/**
	 * The application goes down: {@code STOP_PENDING}, unless it already is.
	 */
	public void stopping() {
		this.owner.submit(this.owner::stopping);
	}

	/**
	 * The application has ended itself in good order.
	 */
	public void closed() {
		this.outcome.closed();
	}

	/**
	 * The application has failed. Of several failures the first one counts.
	 * @param exitCode the exit code of the application, not 0
	 */
	public void failed(int exitCode) {
		this.outcome.failed(exitCode);
	}

	/**
	 * The process ends: {@code STOPPED} with the exit code that follows from what the
	 * host was told. Returns when the SCM has taken the report, after which Windows may
	 * end the process at any moment.
	 */
	public void end() {
		this.owner.submit(this.owner::end);
		try {
			this.owner.awaitEnd(REPORT_BOUND);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * What the SCM calls. Hands over and returns.
	 */
	private final class Callbacks implements HostedService {

		private final CompletableFuture<Void> connected;

		// Linked here, because the control handler must not load classes
		private final Runnable stop = ServiceHost.this.owner::stop;

		Callbacks(CompletableFuture<Void> connected) {
			this.connected = connected;
		}

		@Override
		public void started(List<String> arguments, StatusReporter reporter) {
			ServiceHost.this.owner.submit(() -> ServiceHost.this.owner.start(reporter));
			this.connected.complete(null);
		}

		@Override
		public ControlAnswer control(ServiceControl control) {
			if (!(control instanceof ServiceControl.Standard standard)) {
				return ControlAnswer.NOT_IMPLEMENTED;
			}
			return switch (standard) {
				case STOP, SHUTDOWN, PRESHUTDOWN -> {
					ServiceHost.this.owner.submit(this.stop);
					yield ControlAnswer.HANDLED;
				}
				case INTERROGATE -> ControlAnswer.HANDLED;
				case PAUSE, CONTINUE, PARAMCHANGE -> ControlAnswer.NOT_IMPLEMENTED;
			};
		}

	}

}
