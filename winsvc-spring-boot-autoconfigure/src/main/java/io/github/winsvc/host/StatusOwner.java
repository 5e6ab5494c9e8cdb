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
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.StatusReporter;
import org.jspecify.annotations.Nullable;

/**
 * The thread that owns the status of the service and alone reports it.
 */
final class StatusOwner implements Runnable {

	private static final Set<AcceptedControl> ACCEPTED = Set.of(AcceptedControl.STOP, AcceptedControl.SHUTDOWN,
			AcceptedControl.PRESHUTDOWN);

	/** How often progress is looked at, and at most reported. */
	private static final Duration TICK = Duration.ofMillis(500);

	/** How long an overdue application may take to leave a trace. */
	private static final Duration LAST_WORD_BOUND = Duration.ofSeconds(5);

	private final LinkedTransferQueue<Runnable> inputs = new LinkedTransferQueue<>();

	private final AtomicInteger progress = new AtomicInteger();

	private final CountDownLatch ended = new CountDownLatch(1);

	private final Outcome outcome;

	private final HostedApplication application;

	private final IntConsumer halt;

	private Deadlines deadlines = Deadlines.DEFAULT;

	private @Nullable StatusReporter reporter;

	private ServiceStatus status = ServiceStatus.stopped(ExitCode.SUCCESS);

	private int reportedProgress;

	private long progressTime;

	StatusOwner(Outcome outcome, HostedApplication application, IntConsumer halt) {
		this.outcome = outcome;
		this.application = application;
		this.halt = halt;
	}

	/**
	 * Hand over a call of one of this class's methods, for this thread to make. Neither
	 * blocks nor locks.
	 */
	void submit(Runnable input) {
		this.inputs.offer(input);
	}

	/**
	 * Note that the application has made a step. Cheap enough for every bean.
	 */
	void progress() {
		this.progress.incrementAndGet();
	}

	@Override
	public void run() {
		try {
			do {
				Runnable input = this.inputs.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
				if (input != null) {
					input.run();
				}
				else {
					tick();
				}
			}
			while (this.reporter == null || this.status.state() != ServiceState.STOPPED);
		}
		catch (InterruptedException ex) {
			// The SCM did not start this process
			Thread.currentThread().interrupt();
		}
		finally {
			this.ended.countDown();
		}
	}

	/**
	 * Wait until the last report is made.
	 */
	void awaitEnd(Duration bound) throws InterruptedException {
		this.ended.await(bound.toMillis(), TimeUnit.MILLISECONDS);
	}

	void start(StatusReporter reporter) {
		this.reporter = reporter;
		this.progressTime = System.nanoTime();
		report(ServiceStatus.pending(ServiceState.START_PENDING, 1, waitHint(ServiceState.START_PENDING)));
	}

	void limit(Deadlines deadlines) {
		this.deadlines = deadlines;
	}

	void ready() {
		become(ServiceStatus.running(ACCEPTED));
	}

	void stopping() {
		becomePending(ServiceState.STOP_PENDING);
	}

	void stop() {
		if (!this.outcome.isStopRequested()) {
			this.outcome.stopRequested();
			becomePending(ServiceState.STOP_PENDING);
			new Thread(this.application::stop, "winsvc-stop").start();
		}
	}

	void end() {
		become(ServiceStatus.stopped(this.outcome.exitCode()));
	}

	private void becomePending(ServiceState state) {
		this.progressTime = System.nanoTime();
		become(ServiceStatus.pending(state, 1, waitHint(state)));
	}

	/**
	 * Report a move to another state. A move that is no longer legal came too late and is
	 * void, such as readiness of an application that is being stopped.
	 */
	private void become(ServiceStatus next) {
		if (StateTransitions.allow(this.status.state(), next.state())) {
			report(next);
		}
	}

	private void tick() {
		ServiceState state = this.status.state();
		if (!state.isPending()) {
			return;
		}
		int progress = this.progress.get();
		if (progress != this.reportedProgress && state == ServiceState.START_PENDING) {
			this.reportedProgress = progress;
			this.progressTime = System.nanoTime();
			report(ServiceStatus.pending(state, this.status.checkpoint() + 1, waitHint(state)));
		}
		else if (System.nanoTime() - this.progressTime > this.deadlines.of(state).toNanos()) {
			tell(() -> this.application.overdue(state), LAST_WORD_BOUND);
			if (state == ServiceState.START_PENDING) {
				this.outcome.failed(ServiceHost.START_OVERDUE);
			}
			ExitCode exitCode = this.outcome.exitCode();
			become(ServiceStatus.stopped(exitCode));
			this.halt.accept(exitCode.serviceSpecific());
		}
	}

	private Duration waitHint(ServiceState state) {
		return this.deadlines.waitHint(state);
	}

	private void report(ServiceStatus next) {
		StatusReporter reporter = this.reporter;
		if (reporter == null) {
			return;
		}
		this.status = next;
		try {
			reporter.report(next);
		}
		catch (ScmException ex) {
			tell(() -> this.application.refused(next, ex), Duration.ZERO);
		}
	}

	/**
	 * Call the application on a thread of its own: it may block, this one may not.
	 */
	private static void tell(Runnable call, Duration bound) {
		Thread teller = new Thread(call, "winsvc-teller");
		teller.setDaemon(true);
		teller.start();
		try {
			if (!bound.isZero()) {
				teller.join(bound.toMillis());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
