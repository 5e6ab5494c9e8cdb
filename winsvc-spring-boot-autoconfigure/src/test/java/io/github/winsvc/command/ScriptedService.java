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

package io.github.winsvc.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.HostedService;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.scm.ServiceStart;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.StatusReporter;
import io.github.winsvc.test.scm.ServiceProgram;
import org.jspecify.annotations.Nullable;

/**
 * A service that reports on schedule of a {@link TestTime}.
 */
final class ScriptedService implements ServiceProgram {

	private static final Duration WAIT_HINT = Duration.ofMinutes(10);

	private final TestTime time;

	private final List<Step> startSteps = new ArrayList<>();

	private final List<Step> stopSteps = new ArrayList<>();

	private final Map<ServiceControl, List<Step>> controlSteps = new HashMap<>();

	private final Map<ServiceControl, ControlAnswer> answers = new HashMap<>();

	private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();

	private final AtomicInteger unfinished = new AtomicInteger();

	private volatile boolean stopped;

	ScriptedService(TestTime time) {
		this.time = time;
	}

	static ScriptedService quick(TestTime time) {
		return new ScriptedService(time).running(Duration.ofMillis(1500)).stopped(Duration.ofSeconds(1));
	}

	static ServiceStatus pending(ServiceState state, int checkpoint) {
		return ServiceStatus.pending(state, checkpoint, WAIT_HINT);
	}

	ScriptedService starting(Duration delay, int checkpoint) {
		this.startSteps.add(new Step(delay, pending(ServiceState.START_PENDING, checkpoint), () -> {
		}));
		return this;
	}

	static ServiceStatus paused() {
		return new ServiceStatus(ServiceState.PAUSED, Set.of(AcceptedControl.STOP, AcceptedControl.PAUSE_CONTINUE),
				ExitCode.SUCCESS, 0, Duration.ZERO);
	}

	ScriptedService reporting(Duration delay, ServiceStatus status) {
		this.startSteps.add(new Step(delay, status, () -> {
		}));
		return this;
	}

	static ServiceStatus stopped(int exitCode) {
		return ServiceStatus.stopped(new ExitCode.ServiceSpecific(exitCode));
	}

	static ServiceStatus pausable() {
		return ServiceStatus.running(Set.of(AcceptedControl.STOP, AcceptedControl.PAUSE_CONTINUE));
	}

	/**
	 * Act on a control, which the service has to accept.
	 */
	ScriptedService on(ServiceControl control, Duration delay, ServiceStatus status) {
		this.controlSteps.computeIfAbsent(control, (key) -> new ArrayList<>()).add(new Step(delay, status, () -> {
		}));
		return this;
	}

	/**
	 * Do something on a control, which the service has to accept.
	 */
	ScriptedService on(ServiceControl control, Duration delay, Runnable action) {
		this.controlSteps.computeIfAbsent(control, (key) -> new ArrayList<>()).add(new Step(delay, null, action));
		return this;
	}

	ScriptedService answering(ServiceControl control, ControlAnswer answer) {
		this.answers.put(control, answer);
		return this;
	}

	ScriptedService running(Duration delay) {
		this.startSteps
			.add(new Step(delay, ServiceStatus.running(Set.of(AcceptedControl.STOP, AcceptedControl.SHUTDOWN)), () -> {
			}));
		return this;
	}

	ScriptedService failing(Duration delay, int exitCode, Runnable before) {
		this.startSteps.add(new Step(delay, ServiceStatus.stopped(new ExitCode.ServiceSpecific(exitCode)), before));
		return this;
	}

	ScriptedService stopped(Duration delay) {
		this.stopSteps.add(new Step(delay, ServiceStatus.stopped(ExitCode.SUCCESS), () -> {
		}));
		return this;
	}

	@Override
	public int run(String imagePath, ServiceDispatcher dispatcher) throws InterruptedException {
		BlockingQueue<StatusReporter> reporters = new LinkedBlockingQueue<>();
		Thread thread = new Thread(() -> dispatcher.dispatch(new Service(reporters)), "scripted dispatcher");
		thread.setDaemon(true);
		thread.start();
		StatusReporter reporter = reporters.take();
		this.stopped = false;
		schedule(this.startSteps, reporter);
		reporter.report(pending(ServiceState.START_PENDING, 1));
		while (!this.stopped) {
			try {
				this.work.take().run();
			}
			finally {
				finished();
			}
		}
		thread.join();
		return 0;
	}

	/**
	 * Wait until the service has done all that it has been told.
	 */
	synchronized void settle() {
		try {
			while (this.unfinished.get() > 0) {
				wait(10_000);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private synchronized void finished() {
		this.unfinished.decrementAndGet();
		notifyAll();
	}

	private void tell(Runnable action) {
		this.unfinished.incrementAndGet();
		this.work.add(action);
	}

	private void schedule(List<Step> steps, StatusReporter reporter) {
		for (Step step : steps) {
			this.time.after(step.delay, () -> {
				tell(() -> report(step, reporter));
				settle();
			});
		}
	}

	private void report(Step step, StatusReporter reporter) {
		step.before.run();
		if (step.status != null) {
			reporter.report(step.status);
			this.stopped = step.status.state() == ServiceState.STOPPED;
		}
	}

	private final class Service implements HostedService {

		private final BlockingQueue<StatusReporter> reporters;

		private volatile StatusReporter reporter;

		private Service(BlockingQueue<StatusReporter> reporters) {
			this.reporters = reporters;
		}

		@Override
		public void started(ServiceStart start, StatusReporter reporter) {
			this.reporter = reporter;
			this.reporters.add(reporter);
		}

		@Override
		public ControlAnswer control(ServiceControl control) {
			ScriptedService service = ScriptedService.this;
			if (control == ServiceControl.Standard.STOP) {
				service.tell(() -> {
					this.reporter.report(pending(ServiceState.STOP_PENDING, 1));
					service.schedule(service.stopSteps, this.reporter);
				});
			}
			service.schedule(service.controlSteps.getOrDefault(control, List.of()), this.reporter);
			return service.answers.getOrDefault(control, ControlAnswer.HANDLED);
		}

	}

	private record Step(Duration delay, @Nullable ServiceStatus status, Runnable before) {

	}

}
