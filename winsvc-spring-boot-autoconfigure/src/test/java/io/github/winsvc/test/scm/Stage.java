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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.HostedService;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceStart;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.StatusReporter;

/**
 * A service whose process is the test, word by word.
 */
final class Stage implements HostedService, AutoCloseable {

	final ManualClock clock = new ManualClock();

	final FakeScm scm = new FakeScm(this.clock);

	final FakeService service = this.scm.register("orders");

	final FakeProcess process;

	private final CountDownLatch over = new CountDownLatch(1);

	private final BlockingQueue<StatusReporter> reporters = new LinkedBlockingQueue<>();

	private volatile Consumer<StatusReporter> starter = (reporter) -> {
	};

	private volatile Function<ServiceControl, ControlAnswer> handler = (control) -> ControlAnswer.HANDLED;

	private StatusReporter reporter = (status) -> {
		throw new IllegalStateException("Not connected");
	};

	Stage() {
		this.scm.setPatience(Duration.ofSeconds(5));
		this.process = this.service.begin("one", "two");
	}

	void onStarted(Consumer<StatusReporter> starter) {
		this.starter = starter;
	}

	void onControl(Function<ServiceControl, ControlAnswer> handler) {
		this.handler = handler;
	}

	void connect() throws InterruptedException {
		inThread(() -> this.process.dispatch(this), false);
		StatusReporter connected = this.reporters.poll(5, TimeUnit.SECONDS);
		if (connected == null) {
			throw new AssertionError("ServiceMain was not called");
		}
		this.reporter = connected;
	}

	void report(ServiceStatus... statuses) {
		for (ServiceStatus status : statuses) {
			this.reporter.report(status);
		}
	}

	void inThread(Runnable action, boolean join) throws InterruptedException {
		Thread thread = new Thread(action);
		thread.setDaemon(true);
		thread.setUncaughtExceptionHandler((dead, ex) -> {
		});
		thread.start();
		if (join) {
			thread.join(5000);
		}
	}

	void block() {
		try {
			this.over.await(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void started(ServiceStart start, StatusReporter connected) {
		try {
			this.starter.accept(connected);
		}
		finally {
			this.reporters.add(connected);
		}
	}

	@Override
	public ControlAnswer control(ServiceControl control) {
		return this.handler.apply(control);
	}

	@Override
	public void close() {
		this.over.countDown();
		this.scm.close();
	}

}
