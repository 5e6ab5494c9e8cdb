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

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.HostedService;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceStart;
import io.github.winsvc.scm.StatusReporter;

/**
 * What the SCM calls. Hands over and returns: neither method locks, logs or waits.
 */
final class ControlHandler implements HostedService {

	/** How many controls may wait for the application. */
	private static final int LIMIT = 65_536;

	private final CompletableFuture<ServiceStart> started = new CompletableFuture<>();

	private final AtomicInteger waiting = new AtomicInteger();

	private final Outcome outcome;

	private final StatusOwner owner;

	private final ApplicationCalls calls;

	private final ServiceLedger ledger;

	// Linked here, because the control handler must not load classes

	private final Runnable stop;

	private final Runnable pause;

	private final Runnable resume;

	private volatile Set<Integer> wanted = Set.of();

	private volatile boolean pausable;

	ControlHandler(Outcome outcome, StatusOwner owner, ApplicationCalls calls, ServiceLedger ledger) {
		this.outcome = outcome;
		this.owner = owner;
		this.calls = calls;
		this.ledger = ledger;
		this.stop = owner::stop;
		this.pause = owner::pause;
		this.resume = owner::resume;
	}

	CompletableFuture<ServiceStart> whenStarted() {
		return this.started;
	}

	/**
	 * Hand on the controls with the given codes, and pause if that is possible.
	 */
	void want(Set<Integer> codes, boolean pausable) {
		this.wanted = Set.copyOf(codes);
		this.pausable = pausable;
	}

	@Override
	public void started(ServiceStart start, StatusReporter reporter) {
		this.owner.submit(() -> this.owner.start(reporter));
		this.started.complete(start);
	}

	@Override
	public ControlAnswer control(ServiceControl control) {
		ControlAnswer answer = answer(control);
		this.ledger.control(control.code(), answer);
		return answer;
	}

	private ControlAnswer answer(ServiceControl control) {
		if (control instanceof ServiceControl.Standard standard) {
			switch (standard) {
				case STOP, SHUTDOWN, PRESHUTDOWN:
					this.outcome.stopRequested();
					return handOver(this.stop);
				case PAUSE:
					return this.pausable ? handOver(this.pause) : ControlAnswer.NOT_IMPLEMENTED;
				case CONTINUE:
					return this.pausable ? handOver(this.resume) : ControlAnswer.NOT_IMPLEMENTED;
				case INTERROGATE:
					return ControlAnswer.HANDLED;
				default:
			}
		}
		if (!this.wanted.contains(control.code())) {
			return ControlAnswer.NOT_IMPLEMENTED;
		}
		if (this.waiting.incrementAndGet() > LIMIT) {
			this.waiting.decrementAndGet();
			return ControlAnswer.BUSY;
		}
		return handOver(new Delivery(control));
	}

	private ControlAnswer handOver(Runnable input) {
		this.owner.submit(input);
		return ControlAnswer.HANDLED;
	}

	/**
	 * The way of a control to the application.
	 */
	private final class Delivery implements Runnable {

		private final ServiceControl control;

		Delivery(ServiceControl control) {
			this.control = control;
		}

		@Override
		public void run() {
			ControlHandler.this.calls.tell((application) -> {
				ControlHandler.this.waiting.decrementAndGet();
				application.control(this.control);
			});
		}

	}

}
