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
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

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

/**
 * A service that does nothing but keep the rules: the program for tests of operators.
 */
public final class ModelService implements ServiceProgram {

	private static final Duration WAIT_HINT = Duration.ofSeconds(30);

	private final Set<AcceptedControl> accepted;

	private final ExitCode exitCode;

	/**
	 * Create a service that accepts every control and ends well.
	 */
	public ModelService() {
		this(EnumSet.allOf(AcceptedControl.class), ExitCode.SUCCESS);
	}

	/**
	 * Create a service.
	 * @param accepted the controls that it accepts
	 * @param exitCode the exit code with which it ends
	 */
	public ModelService(Set<AcceptedControl> accepted, ExitCode exitCode) {
		this.accepted = Set.copyOf(accepted);
		this.exitCode = exitCode;
	}

	@Override
	public int run(String imagePath, ServiceDispatcher dispatcher) throws InterruptedException {
		Mailbox mailbox = new Mailbox();
		Thread thread = new Thread(() -> dispatcher.dispatch(mailbox), "model dispatcher");
		thread.setDaemon(true);
		thread.start();
		StatusReporter reporter = mailbox.reporters.take();
		pending(reporter, ServiceState.START_PENDING);
		reporter.report(ServiceStatus.running(this.accepted));
		while (obey(reporter, mailbox.controls.take())) {
			continue;
		}
		thread.join();
		return this.exitCode.isFailure() ? 1 : 0;
	}

	private boolean obey(StatusReporter reporter, ServiceControl control) {
		if (!(control instanceof ServiceControl.Standard standard)) {
			return true;
		}
		switch (standard) {
			case STOP, SHUTDOWN, PRESHUTDOWN -> {
				pending(reporter, ServiceState.STOP_PENDING);
				reporter.report(ServiceStatus.stopped(this.exitCode));
				return false;
			}
			case PAUSE -> {
				pending(reporter, ServiceState.PAUSE_PENDING);
				reporter.report(ServiceStatus.paused(this.accepted));
			}
			case CONTINUE -> {
				pending(reporter, ServiceState.CONTINUE_PENDING);
				reporter.report(ServiceStatus.running(this.accepted));
			}
			default -> {
			}
		}
		return true;
	}

	private void pending(StatusReporter reporter, ServiceState state) {
		reporter.report(ServiceStatus.pending(state, 1, WAIT_HINT));
	}

	private static final class Mailbox implements HostedService {

		private final BlockingQueue<StatusReporter> reporters = new LinkedBlockingQueue<>();

		private final BlockingQueue<ServiceControl> controls = new LinkedBlockingQueue<>();

		@Override
		public void started(ServiceStart start, StatusReporter reporter) {
			this.reporters.add(reporter);
		}

		@Override
		public ControlAnswer control(ServiceControl control) {
			if (!(control instanceof ServiceControl.Standard)) {
				return ControlAnswer.NOT_IMPLEMENTED;
			}
			this.controls.add(control);
			return ControlAnswer.HANDLED;
		}

	}

}
