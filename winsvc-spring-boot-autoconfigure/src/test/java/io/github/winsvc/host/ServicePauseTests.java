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

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.scm.FakeScm;
import io.github.winsvc.test.scm.FakeService;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for a {@link ServiceHost} that is told to pause and to continue.
 */
class ServicePauseTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private static final Set<AcceptedControl> ACCEPTED = Set.of(AcceptedControl.STOP, AcceptedControl.SHUTDOWN,
			AcceptedControl.PRESHUTDOWN, AcceptedControl.PAUSE_CONTINUE);

	@AutoClose
	private final FakeScm scm = new FakeScm();

	private final FakeService service = this.scm.register("orders");

	private final RecordingApplication application = new RecordingApplication();

	private final ServiceHost host = new ServiceHost(this.application, this.application);

	@BeforeEach
	void run() {
		this.host.connect(this.service.begin(), Duration.ofSeconds(10));
		this.host.accept(Set.of(AcceptedControl.PAUSE_CONTINUE), Set.of());
		this.host.ready();
		this.service.awaitState(ServiceState.RUNNING);
	}

	private void pause() throws InterruptedException {
		this.service.send(Standard.PAUSE);
		assertThat(this.application.awaitCall()).isEqualTo("pause");
		this.service.awaitState(ServiceState.PAUSED);
	}

	@Test
	void whenPausedAndContinuedThenEachStateIsReported() throws InterruptedException {
		pause();
		assertThat(this.service.query().status()).isEqualTo(ServiceStatus.paused(ACCEPTED));
		assertThat(this.service.send(Standard.CONTINUE)).isEqualTo(ControlAnswer.HANDLED);
		assertThat(this.application.awaitCall()).isEqualTo("resume");
		this.service.awaitState(ServiceState.RUNNING);
		assertThat(this.service.query().status()).isEqualTo(ServiceStatus.running(ACCEPTED));
		this.host.end();
		assertThat(this.service.states()).containsExactly(ServiceState.START_PENDING, ServiceState.RUNNING,
				ServiceState.PAUSE_PENDING, ServiceState.PAUSED, ServiceState.CONTINUE_PENDING, ServiceState.RUNNING,
				ServiceState.STOPPED);
		// Told on a thread of its own
		await().untilAsserted(() -> assertThat(this.application.changes()).endsWith(ServiceState.PAUSE_PENDING,
				ServiceState.PAUSED, ServiceState.CONTINUE_PENDING, ServiceState.RUNNING));
	}

	@Test
	void whenApplicationCannotPauseThenServiceRunsOn() throws InterruptedException {
		this.application.beUnable();
		this.service.send(Standard.PAUSE);
		this.application.awaitCall();
		this.service.awaitState(ServiceState.RUNNING);
		this.host.end();
		assertThat(this.service.states()).endsWith(ServiceState.PAUSE_PENDING, ServiceState.RUNNING,
				ServiceState.STOPPED);
	}

	@Test
	void whenApplicationCannotContinueThenServiceRemainsPaused() throws InterruptedException {
		pause();
		this.application.beUnable();
		this.service.send(Standard.CONTINUE);
		this.application.awaitCall();
		this.service.awaitState(ServiceState.PAUSED);
		this.host.end();
		assertThat(this.service.states()).endsWith(ServiceState.CONTINUE_PENDING, ServiceState.PAUSED,
				ServiceState.STOP_PENDING, ServiceState.STOPPED);
	}

	@Test
	void whenPauseIsUnderWayThenNoControlIsAccepted() throws InterruptedException {
		this.application.block();
		this.service.send(Standard.PAUSE);
		this.service.awaitState(ServiceState.PAUSE_PENDING);
		assertThatExceptionOfType(ScmException.class).isThrownBy(() -> this.service.send(Standard.STOP))
			.extracting(ScmException::error)
			.isEqualTo(Win32Error.INVALID_SERVICE_CONTROL);
		this.application.unblock();
		this.service.awaitState(ServiceState.PAUSED);
		this.host.end();
	}

	@Test
	void whenPauseGetsOnThenCheckpointRises() throws InterruptedException {
		this.application.block();
		this.service.send(Standard.PAUSE);
		this.service.awaitState(ServiceState.PAUSE_PENDING);
		for (int i = 0; i < 70; i++) {
			this.host.progress(Duration.ofSeconds(30));
			Thread.sleep(10);
		}
		this.application.unblock();
		this.service.awaitState(ServiceState.PAUSED);
		assertThat(this.service.reports()).filteredOn((status) -> status.state() == ServiceState.PAUSE_PENDING)
			.extracting(ServiceStatus::checkpoint)
			.startsWith(1, 2);
		this.host.end();
	}

	@Test
	void whenPauseTakesTooLongThenServiceEndsByForceAsFailed() throws InterruptedException {
		this.host.limit(new Deadlines(LONG, LONG, LONG, Duration.ofMillis(100), LONG));
		this.application.block();
		this.service.send(Standard.PAUSE);
		this.service.awaitState(ServiceState.STOPPED);
		assertThat(this.application.awaitCall()).isEqualTo("halt 1464");
		assertThat(this.service.query().status()).isEqualTo(ServiceStatus.stopped(new ExitCode.ServiceSpecific(1464)));
		this.application.unblock();
	}

	@Test
	void whenPausedServiceIsStoppedThenItEndsWell() throws InterruptedException {
		pause();
		this.service.send(Standard.STOP);
		assertThat(this.application.awaitCall()).startsWith("stop");
		this.host.end();
		assertThat(this.service.states()).endsWith(ServiceState.PAUSED, ServiceState.STOP_PENDING,
				ServiceState.STOPPED);
		assertThat(this.service.query().status().exitCode()).isEqualTo(ExitCode.SUCCESS);
	}

	@Test
	void whenApplicationEndsWhileItPausesThenEachReportIsLegal() {
		this.application.block();
		this.service.send(Standard.PAUSE);
		this.service.awaitState(ServiceState.PAUSE_PENDING);
		this.host.closed();
		this.host.stopping();
		this.host.end();
		assertThat(this.service.states()).endsWith(ServiceState.PAUSE_PENDING, ServiceState.RUNNING,
				ServiceState.STOP_PENDING, ServiceState.STOPPED);
		assertThat(this.service.reports()).filteredOn((status) -> status.state() == ServiceState.RUNNING)
			.last()
			.isEqualTo(ServiceStatus.running(Set.of()));
		this.application.unblock();
	}

	@Test
	void whenStopFollowsPauseAtOnceThenItIsHonouredInOrder() throws InterruptedException {
		for (int i = 0; i < 3; i++) {
			this.service.send((i % 2 == 0) ? Standard.PAUSE : Standard.CONTINUE);
			this.service.awaitState((i % 2 == 0) ? ServiceState.PAUSED : ServiceState.RUNNING);
			this.application.awaitCall();
		}
		this.service.send(Standard.CONTINUE);
		stopAsSoonAsAccepted();
		this.host.end();
		assertThat(this.service.query().status()).isEqualTo(ServiceStatus.stopped(ExitCode.SUCCESS));
	}

	private void stopAsSoonAsAccepted() {
		while (true) {
			try {
				this.service.send(Standard.STOP);
				return;
			}
			catch (ScmException ex) {
				assertThat(ex.error()).isEqualTo(Win32Error.INVALID_SERVICE_CONTROL);
			}
		}
	}

}
