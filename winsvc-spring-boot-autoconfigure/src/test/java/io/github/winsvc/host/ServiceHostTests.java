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
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.scm.ServiceStart;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.StartReason;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.scm.FakeProcess;
import io.github.winsvc.test.scm.FakeScm;
import io.github.winsvc.test.scm.FakeService;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ServiceHost}, in conversation with an SCM that checks every report.
 */
class ServiceHostTests {

	private static final Duration BOUND = Duration.ofSeconds(10);

	private static final Duration LONG = Duration.ofMinutes(1);

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

	private static Deadlines deadlines(Duration progress, Duration start, Duration stop, Duration liveness) {
		return new Deadlines(progress, start, stop, LONG, liveness);
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
		assertThat(this.application.awaitCall()).isEqualTo("stop on winsvc-work");
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
		this.host.limit(deadlines(Duration.ofMillis(100), LONG, LONG, LONG));
		assertThat(this.application.awaitCall()).isEqualTo("overdue START_WITHOUT_PROGRESS");
		assertThat(this.application.awaitCall()).isEqualTo("halt 1460");
		assertThat(this.service.query().status()).isEqualTo(ServiceStatus.stopped(new ExitCode.ServiceSpecific(1460)));
	}

	@Test
	void whenApplicationCannotEvenLeaveATraceThenServiceEndsAllTheSame() throws InterruptedException {
		this.application.block();
		connect();
		this.host.limit(deadlines(Duration.ofMillis(100), LONG, LONG, LONG));
		assertThat(this.application.awaitCall()).isEqualTo("halt 1460");
		assertThat(this.service.state()).isEqualTo(ServiceState.STOPPED);
	}

	@Test
	void whenStopTakesTooLongThenServiceEndsByForceWithoutRecovery() throws InterruptedException {
		run();
		this.host.limit(deadlines(LONG, LONG, Duration.ofMillis(100), LONG));
		this.service.send(Standard.STOP);
		assertThat(List.of(this.application.awaitCall(), this.application.awaitCall(), this.application.awaitCall()))
			.containsExactlyInAnyOrder("stop on winsvc-work", "overdue STOP_TOO_LONG", "halt 0");
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
	void whenScmRefusesReportThenApplicationIsTold() throws InterruptedException {
		ServiceDispatcher refusing = (service) -> service.started(
				new ServiceStart("orders", List.of(), () -> StartReason.DEMAND, this.service.subscriber()),
				(status) -> {
					throw new ScmException("SetServiceStatus", new Win32Error(6));
				});
		this.host.connect(refusing, BOUND);
		assertThat(this.application.awaitCall()).isEqualTo("refused START_PENDING 6");
	}

	@Test
	void whenConnectedThenWhatTheScmTellsIsKnown() {
		this.service.setStartReason(StartReason.TRIGGER);
		ServiceStart start = this.host.connect(this.service.begin("one", "two words"), BOUND);
		assertThat(start.name()).isEqualTo("orders");
		assertThat(start.arguments()).containsExactly("one", "two words");
		assertThat(start.reason().get()).isEqualTo(StartReason.TRIGGER);
		this.host.end();
	}

	@Test
	void whenStartTakesTooLongThoughItMakesProgressThenServiceEndsByForce() throws InterruptedException {
		connect();
		this.host.limit(deadlines(LONG, Duration.ofMillis(300), LONG, LONG));
		while (this.application.isLeftAlone()) {
			this.host.progress();
			Thread.sleep(10);
		}
		assertThat(this.application.awaitCall()).isEqualTo("overdue START_TOO_LONG");
		assertThat(this.application.awaitCall()).isEqualTo("halt 1461");
		assertThat(this.service.query().status()).isEqualTo(ServiceStatus.stopped(new ExitCode.ServiceSpecific(1461)));
	}

	@Test
	void whenApplicationGoesDownByItselfForTooLongThenServiceHasFailed() throws InterruptedException {
		run();
		this.host.limit(deadlines(LONG, LONG, Duration.ofMillis(100), LONG));
		this.host.closed();
		this.host.stopping();
		assertThat(this.application.awaitCall()).isEqualTo("overdue STOP_TOO_LONG");
		assertThat(this.application.awaitCall()).isEqualTo("halt 1465");
		assertThat(this.service.query().status()).isEqualTo(ServiceStatus.stopped(new ExitCode.ServiceSpecific(1465)));
	}

	@Test
	void whenStopGetsOnThenCheckpointRisesAndWaitHintIsWhatWasPromised() throws InterruptedException {
		run();
		this.service.send(Standard.STOP);
		this.application.awaitCall();
		this.service.awaitState(ServiceState.STOP_PENDING);
		for (int i = 0; i < 70; i++) {
			this.host.progress(Duration.ofSeconds(30));
			Thread.sleep(10);
		}
		this.host.end();
		assertThat(this.service.reports()).filteredOn((status) -> status.state() == ServiceState.STOP_PENDING)
			.hasSizeGreaterThan(1)
			.satisfies((reports) -> {
				assertThat(reports.get(0).waitHint()).isEqualTo(Duration.ofSeconds(130));
				assertThat(reports.get(1).waitHint()).isEqualTo(Duration.ofSeconds(40));
			})
			.extracting(ServiceStatus::checkpoint)
			.isSorted();
	}

	@Test
	void whenApplicationIsBrokenForTooLongThenItIsEndedAsFailed() throws InterruptedException {
		run();
		this.host.limit(deadlines(LONG, LONG, LONG, Duration.ofMillis(100)));
		this.host.broken(true);
		assertThat(this.application.awaitCall()).isEqualTo("fail LIVENESS_BROKEN");
		this.service.awaitState(ServiceState.STOP_PENDING);
		this.host.end();
		assertThat(this.service.query().status()).isEqualTo(ServiceStatus.stopped(new ExitCode.ServiceSpecific(1462)));
	}

	@Test
	void whenBrokenApplicationRecoversInTimeThenServiceRunsOn() throws InterruptedException {
		run();
		this.host.limit(deadlines(LONG, LONG, LONG, Duration.ofMillis(700)));
		this.host.broken(true);
		this.host.broken(false);
		Thread.sleep(1500);
		assertThat(this.application.isLeftAlone()).isTrue();
		assertThat(this.service.state()).isEqualTo(ServiceState.RUNNING);
		this.host.end();
	}

	@Test
	void whenServiceFailsWhileItIsStoppedThenTheStopCounts() throws InterruptedException {
		run();
		this.service.send(Standard.STOP);
		assertThat(this.application.awaitCall()).startsWith("stop");
		this.host.outOfMemory();
		this.host.end();
		assertThat(this.service.query().status().exitCode()).isEqualTo(ExitCode.SUCCESS);
		assertThat(this.application.isLeftAlone()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "0,0,0", "3,1066,3", "-7,1066,-7" })
	void whenProcessExitsByItselfThenServiceEndsWithItsStatus(int status, int win32, int serviceSpecific) {
		run();
		this.host.stopping();
		this.host.exited(status);
		this.host.end();
		assertThat(this.service.query().status()).isEqualTo(ServiceStatus.stopped(ExitCode.of(win32, serviceSpecific)));
	}

	@Test
	void whenServiceMovesThenApplicationIsToldOfEachState() throws InterruptedException {
		run();
		this.service.send(Standard.STOP);
		this.application.awaitCall();
		this.host.end();
		assertThat(this.application.changes()).containsExactly(ServiceState.START_PENDING, ServiceState.RUNNING,
				ServiceState.STOP_PENDING);
	}

	@Test
	void whenServiceFailsWhileItStartsThenItEnds() throws InterruptedException {
		this.host.connect((service) -> service.started(
				new ServiceStart("orders", List.of(), () -> StartReason.DEMAND, this.service.subscriber()),
				(status) -> {
				}), BOUND);
		this.host.outOfMemory();
		assertThat(this.application.awaitCall()).isEqualTo("fail OUT_OF_MEMORY");
		assertThat(this.host.state()).isEqualTo(ServiceState.STOP_PENDING);
		this.host.end();
		assertThat(this.host.state()).isEqualTo(ServiceState.STOPPED);
	}

}
