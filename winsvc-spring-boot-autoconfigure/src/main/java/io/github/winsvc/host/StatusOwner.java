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
import java.util.function.IntConsumer;

import io.github.winsvc.host.Decision.Move;
import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.StatusReporter;
import org.jspecify.annotations.Nullable;

/**
 * The thread that owns the status of the service and alone reports it. Every method that
 * is not safe for other threads is called by way of {@link #submit}.
 */
final class StatusOwner implements Runnable {

	/** The controls that every service accepts: those that end it. */
	static final Set<AcceptedControl> ENDS = Set.of(AcceptedControl.STOP, AcceptedControl.SHUTDOWN,
			AcceptedControl.PRESHUTDOWN);

	/** The exit code of a process whose owner of the status is broken. */
	private static final int BROKEN = 1;

	/** How often progress and deadlines are looked at. */
	private static final Duration TICK = Duration.ofMillis(500);

	private final LinkedTransferQueue<Runnable> inputs = new LinkedTransferQueue<>();

	private final Progress progress = new Progress();

	private final CountDownLatch ended = new CountDownLatch(1);

	private final MemoryReserve reserve = new MemoryReserve();

	// Linked and loaded here, as both take memory

	private final Runnable outOfMemory = () -> fail(HostFailure.OUT_OF_MEMORY);

	private final int outOfMemoryCode = HostFailure.OUT_OF_MEMORY.exitCode();

	private final Outcome outcome;

	private final ApplicationCalls calls;

	private final IntConsumer halt;

	private final ServiceLedger ledger;

	private Deadlines deadlines = Deadlines.DEFAULT;

	private Set<AcceptedControl> accepted = ENDS;

	private @Nullable StatusReporter reporter;

	private volatile ServiceState state = ServiceState.STOPPED;

	private @Nullable Long brokenSince;

	private boolean ending;

	StatusOwner(Outcome outcome, ApplicationCalls calls, IntConsumer halt, ServiceLedger ledger) {
		this.outcome = outcome;
		this.calls = calls;
		this.halt = halt;
		this.ledger = ledger;
	}

	/**
	 * Hand over a call of one of this class's methods, for this thread to make. Neither
	 * blocks nor locks.
	 */
	void submit(Runnable input) {
		this.inputs.offer(input);
	}

	/**
	 * Do what must be done when memory has run out, in the room that is kept for that.
	 */
	void outOfMemory() {
		this.reserve.release();
		submit(this.outOfMemory);
	}

	Progress progress() {
		return this.progress;
	}

	ServiceState state() {
		return this.state;
	}

	@Override
	public void run() {
		try {
			do {
				step();
			}
			while (this.reporter == null || this.state != ServiceState.STOPPED);
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
	 * Without this thread the process could neither report nor be stopped. Rather than
	 * the thread, the process dies, as if it had crashed.
	 */
	private void step() throws InterruptedException {
		try {
			Runnable input = this.inputs.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
			if (input != null) {
				input.run();
			}
			look(System.nanoTime());
		}
		catch (OutOfMemoryError ex) {
			survive();
		}
		catch (RuntimeException | Error ex) {
			this.halt.accept(BROKEN);
			throw ex;
		}
	}

	private void survive() {
		boolean survived = false;
		try {
			if (this.reserve.release()) {
				submit(this.outOfMemory);
				survived = true;
			}
		}
		finally {
			if (!survived) {
				this.halt.accept(this.outOfMemoryCode);
			}
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
		take(LifecycleInput.START);
	}

	void limit(Deadlines deadlines) {
		this.deadlines = deadlines;
	}

	void accept(Set<AcceptedControl> accepted) {
		this.accepted = accepted;
	}

	void broken(boolean broken) {
		this.brokenSince = broken ? Long.valueOf(System.nanoTime()) : null;
	}

	void stop() {
		take(LifecycleInput.STOP);
		if (!this.ending) {
			this.ending = true;
			this.calls.stop();
		}
	}

	void fail(HostFailure failure) {
		this.outcome.failed(failure.exitCode());
		take(LifecycleInput.STOPPING);
		if (!this.ending) {
			this.ending = true;
			this.calls.fail(failure);
		}
	}

	void pause() {
		if (!this.outcome.isStopRequested() && take(LifecycleInput.PAUSE)) {
			this.calls.pause((input) -> submit(() -> take(input)));
		}
	}

	void resume() {
		if (!this.outcome.isStopRequested() && take(LifecycleInput.CONTINUE)) {
			this.calls.resume((input) -> submit(() -> take(input)));
		}
	}

	/**
	 * Follow an input. One that is refused has come too late or too early and is void,
	 * such as readiness of an application that is being stopped.
	 * @return whether the service has moved
	 */
	boolean take(LifecycleInput input) {
		if (!(StateTable.decide(this.state, input) instanceof Move move)) {
			return false;
		}
		ServiceState from = this.state;
		for (ServiceState next : move.route()) {
			report(next, status(next, next == move.target()));
		}
		ServiceState to = move.target();
		if (to != ServiceState.STOPPED) {
			this.calls.tell((application) -> application.changed(from, to));
		}
		return true;
	}

	/**
	 * A state that is only passed on the way takes no further control.
	 */
	private ServiceStatus status(ServiceState state, boolean target) {
		return switch (state) {
			case RUNNING -> ServiceStatus.running(target ? this.accepted : Set.of());
			case PAUSED -> ServiceStatus.paused(this.accepted);
			case STOPPED -> ServiceStatus.stopped(this.outcome.exitCode());
			case START_PENDING, STOP_PENDING, PAUSE_PENDING, CONTINUE_PENDING ->
				this.progress.begin(state, this.deadlines, System.nanoTime());
		};
	}

	private void look(long now) {
		if (this.state.isPending()) {
			lookAtProgress(now);
		}
		else if (this.brokenSince != null && now - this.brokenSince > this.deadlines.liveness().toNanos()) {
			this.brokenSince = null;
			fail(HostFailure.LIVENESS_BROKEN);
		}
	}

	private void lookAtProgress(long now) {
		HostFailure failure = this.progress.overdue(this.state, this.deadlines, now);
		if (failure != null) {
			this.calls.overdue(failure);
			this.outcome.failed(failure.exitCode());
			ExitCode exitCode = this.outcome.exitCode();
			take(LifecycleInput.END);
			this.halt.accept(exitCode.serviceSpecific());
		}
		else if (this.progress.isMade(now)) {
			report(this.state, this.progress.next(this.state, this.deadlines, now));
		}
	}

	private void report(ServiceState state, ServiceStatus status) {
		StatusReporter reporter = this.reporter;
		if (reporter == null) {
			return;
		}
		if (this.state != state) {
			this.state = state;
			this.ledger.moved(state);
		}
		try {
			reporter.report(status);
		}
		catch (ScmException ex) {
			this.calls.tell((application) -> application.refused(status, ex));
		}
	}

}
