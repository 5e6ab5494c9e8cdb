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
import java.util.Set;

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.scm.fake.FakeProcess;
import io.github.winsvc.scm.fake.FakeScm;
import io.github.winsvc.scm.fake.FakeService;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ServiceHost}, in conversation with an SCM that checks every report.
 */
class ServiceHostTests {

	private static final Duration BOUND = Duration.ofSeconds(10);

	@AutoClose
	private final FakeScm scm = new FakeScm();

	private final FakeService service = this.scm.register("orders");

	private final RecordingApplication application = new RecordingApplication();

	private final ServiceHost host = new ServiceHost(this.application, this.application);

	private FakeProcess connect() {
		FakeProcess process = this.service.begin();
		this.host.connect(process, BOUND);
		return process;
	}

	private void run() {
		connect();
		this.host.ready();
		this.service.awaitState(ServiceState.RUNNING);
	}

	@Test
	void whenConnectedThenStartIsPendingAndNoControlIsAccepted() {
		connect();
		this.host.end();
		assertThat(this.service.reports())
			.startsWith(ServiceStatus.pending(ServiceState.START_PENDING, 1, Duration.ofSeconds(310)));
	}

	@Test
	void whenProcessWasNotStartedByScmThenConnectFails() {
		assertThatExceptionOfType(ScmException.class).isThrownBy(() -> this.host.connect(this.scm.startByHand(), BOUND))
			.extracting(ScmException::error)
			.isEqualTo(Win32Error.FAILED_SERVICE_CONTROLLER_CONNECT);
	}

	@Test
	void whenScmDoesNotAnswerThenConnectFailsInTime() {
		ServiceDispatcher silent = (service) -> {
		};
		assertThatExceptionOfType(ScmException.class).isThrownBy(() -> this.host.connect(silent, Duration.ofMillis(50)))
			.extracting(ScmException::error)
			.isEqualTo(Win32Error.SERVICE_REQUEST_TIMEOUT);
	}

	@Test
	void whenNativeLibraryIsMissingThenConnectFails() {
		ServiceDispatcher broken = (service) -> {
			throw new UnsatisfiedLinkError("no jnidispatch");
		};
		assertThatExceptionOfType(UnsatisfiedLinkError.class).isThrownBy(() -> this.host.connect(broken, BOUND));
	}

	@Test
	void whenDispatcherFailsUnexpectedlyThenConnectFailsAtOnce() {
		ServiceDispatcher broken = (service) -> {
			throw new IllegalArgumentException("no such calling convention");
		};
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> this.host.connect(broken, BOUND));
	}

	@Test
	void whenReadyThenServiceRunsAndAcceptsWhatItActsOn() {
		run();
		assertThat(this.service.query().status()).isEqualTo(ServiceStatus
			.running(Set.of(AcceptedControl.STOP, AcceptedControl.SHUTDOWN, AcceptedControl.PRESHUTDOWN)));
		this.host.closed();
		this.host.end();
	}

	@Test
	void whenProgressIsMadeThenCheckpointRises() throws InterruptedException {
		connect();
		for (int i = 0; i < 150; i++) {
			this.host.progress();
			Thread.sleep(10);
		}
		this.host.ready();
		this.service.awaitState(ServiceState.RUNNING);
		assertThat(this.service.reports()).filteredOn((status) -> status.state() == ServiceState.START_PENDING)
			.extracting(ServiceStatus::checkpoint)
			.hasSizeBetween(2, 6)
			.isSorted();
		this.host.end();
	}

	@Test
	void whenNoProgressIsMadeThenCheckpointStands() throws InterruptedException {
		connect();
		Thread.sleep(1200);
		assertThat(this.service.reports()).hasSize(1);
		this.host.end();
	}

	@ParameterizedTest
	@EnumSource(names = { "STOP", "SHUTDOWN", "PRESHUTDOWN" })
	void whenScmWantsStopThenApplicationStopsAndServiceEndsWell(Standard control) throws InterruptedException {
		run();
		assertThat(this.service.send(control)).isEqualTo(ControlAnswer.HANDLED);
		assertThat(this.application.awaitCall()).isEqualTo("stop on winsvc-stop");
		this.service.awaitState(ServiceState.STOP_PENDING);
		this.host.end();
		assertThat(this.service.states()).containsExactly(ServiceState.START_PENDING, ServiceState.RUNNING,
				ServiceState.STOP_PENDING, ServiceState.STOPPED);
		assertThat(this.service.query().status().exitCode()).isEqualTo(ExitCode.SUCCESS);
	}

	@Test
	void whenStoppedThenFailureOnTheWayIsNoFailureOfTheService() throws InterruptedException {
		run();
		this.service.send(Standard.STOP);
		this.application.awaitCall();
		this.host.stopping();
		this.host.failed(7);
		this.host.end();
		assertThat(this.service.query().status().exitCode()).isEqualTo(ExitCode.SUCCESS);
		assertThat(this.service.recoveries()).isEmpty();
	}

	@Test
	void whenReadyAfterStopThenServiceDoesNotRunAgain() throws InterruptedException {
		run();
		this.service.send(Standard.STOP);
		this.application.awaitCall();
		this.host.ready();
		this.host.end();
		assertThat(this.service.states()).endsWith(ServiceState.STOP_PENDING, ServiceState.STOPPED);
	}

	@Test
	void whenStartFailsThenServiceEndsWithTheFirstCode() {
		connect();
		this.host.failed(42);
		this.host.failed(1);
		this.host.end();
		assertThat(this.service.query().status()).isEqualTo(ServiceStatus.stopped(new ExitCode.ServiceSpecific(42)));
	}

	@Test
	void whenProcessEndsUnexplainedThenServiceHasFailed() {
		run();
		this.host.stopping();
		this.host.end();
		assertThat(this.service.query().status()).isEqualTo(ServiceStatus.stopped(new ExitCode.ServiceSpecific(1)));
	}

	@Test
	void whenApplicationClosesItselfThenServiceEndsWell() {
		run();
		this.host.closed();
		this.host.stopping();
		this.host.end();
		assertThat(this.service.states()).endsWith(ServiceState.RUNNING, ServiceState.STOP_PENDING,
				ServiceState.STOPPED);
		assertThat(this.service.query().status().exitCode()).isEqualTo(ExitCode.SUCCESS);
	}

	@Test
	void whenEndedTwiceThenStoppedIsReportedOnce() {
		run();
		this.host.closed();
		this.host.end();
		long begin = System.nanoTime();
		this.host.end();
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
		assertThat(this.service.states()).containsOnlyOnce(ServiceState.STOPPED);
	}

	@Test
	void whenStartMakesNoProgressForTooLongThenServiceEndsByForce() throws InterruptedException {
		connect();
		this.host.limit(new Deadlines(Duration.ofMillis(100), Duration.ofSeconds(1)));
		assertThat(this.application.awaitCall()).isEqualTo("overdue START_PENDING");
		assertThat(this.application.awaitCall()).isEqualTo("halt 1460");
		assertThat(this.service.query().status()).isEqualTo(ServiceStatus.stopped(new ExitCode.ServiceSpecific(1460)));
	}

	@Test
	void whenApplicationCannotEvenLeaveATraceThenServiceEndsAllTheSame() throws InterruptedException {
		this.application.blockWhenOverdue();
		connect();
		this.host.limit(new Deadlines(Duration.ofMillis(100), Duration.ofSeconds(1)));
		assertThat(this.application.awaitCall()).isEqualTo("halt 1460");
		assertThat(this.service.state()).isEqualTo(ServiceState.STOPPED);
	}

	@Test
	void whenStopTakesTooLongThenServiceEndsByForceWithoutRecovery() throws InterruptedException {
		run();
		this.host.limit(new Deadlines(Duration.ofSeconds(1), Duration.ofMillis(100)));
		this.service.send(Standard.STOP);
		assertThat(List.of(this.application.awaitCall(), this.application.awaitCall(), this.application.awaitCall()))
			.containsExactlyInAnyOrder("stop on winsvc-stop", "overdue STOP_PENDING", "halt 0");
		assertThat(this.service.query().status()).isEqualTo(ServiceStatus.stopped(ExitCode.SUCCESS));
	}

	@Test
	void whenControlIsInterrogateThenItIsHandled() {
		run();
		assertThat(this.service.send(Standard.INTERROGATE)).isEqualTo(ControlAnswer.HANDLED);
		assertThat(this.application.isLeftAlone()).isTrue();
		this.host.end();
	}

	@Test
	void whenControlIsCustomThenItIsNotImplemented() {
		run();
		assertThat(this.service.send(new ServiceControl.Other(200))).isEqualTo(ControlAnswer.NOT_IMPLEMENTED);
		this.host.end();
	}

	@Test
	void whenScmRefusesReportThenApplicationIsTold() throws InterruptedException {
		ServiceDispatcher refusing = (service) -> service.started(List.of(), (status) -> {
			throw new ScmException("SetServiceStatus", new Win32Error(6));
		});
		this.host.connect(refusing, BOUND);
		assertThat(this.application.awaitCall()).isEqualTo("refused START_PENDING 6");
	}

}
