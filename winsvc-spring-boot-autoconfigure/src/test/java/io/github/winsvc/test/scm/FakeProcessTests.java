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
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.HostedService;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.ServiceManager;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceStart;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.StatusReporter;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FakeProcess} and what the SCM makes of its end.
 */
class FakeProcessTests {

	private static final ServiceSetting.Recovery RECOVERY = new ServiceSetting.Recovery(
			List.of(Duration.ofSeconds(5), Duration.ofSeconds(60)), Duration.ofHours(1));

	@AutoClose
	private final Stage stage = new Stage();

	private final ServiceManager manager = this.stage.scm.openManager();

	@Test
	void whenProcessWasStartedByHandThenItCannotConnect() {
		assertThatExceptionOfType(ScmException.class)
			.isThrownBy(() -> this.stage.scm.startByHand().dispatch(this.stage))
			.satisfies((ex) -> assertThat(ex.error().code()).isEqualTo(1063));
	}

	@Test
	void whenServiceIsStartedThenItGetsTheStartParameters() {
		BlockingQueue<List<String>> arguments = new LinkedBlockingQueue<>();
		this.stage.scm.setProgram((imagePath, dispatcher) -> new ModelService().run(imagePath,
				(hosted) -> dispatcher.dispatch(new HostedService() {

					@Override
					public void started(ServiceStart given, StatusReporter reporter) {
						arguments.add(given.arguments());
						hosted.started(given, reporter);
					}

					@Override
					public ControlAnswer control(ServiceControl control) {
						return hosted.control(control);
					}

				})));
		this.stage.scm.register("other").start("a", "b");
		assertThat(arguments).containsExactly(List.of("a", "b"));
	}

	@Test
	void whenServiceReportsStoppedThenDispatchReturns() throws InterruptedException {
		CountDownLatch returned = new CountDownLatch(1);
		this.stage.scm.setProgram((imagePath, dispatcher) -> new ModelService().run(imagePath, (hosted) -> {
			dispatcher.dispatch(hosted);
			returned.countDown();
		}));
		FakeService other = this.stage.scm.register("other");
		FakeProcess process = other.start();
		other.awaitState(ServiceState.RUNNING);
		other.send(Standard.STOP);
		other.awaitState(ServiceState.STOPPED);
		assertThat(returned.await(5, TimeUnit.SECONDS)).isTrue();
		this.stage.scm.monitor().await(process::hasEnded, Duration.ofSeconds(5));
		assertThat(process.hasEnded()).isTrue();
	}

	@Test
	void whenProcessEndsWithoutStoppedThenTheServiceHasCrashedAndRecovers() throws InterruptedException {
		this.manager.apply(this.stage.service.name(), RECOVERY);
		connectAndRun();
		this.stage.process.exit(0);
		assertThat(this.stage.service.state()).isEqualTo(ServiceState.STOPPED);
		assertThat(this.stage.service.query().status().exitCode()).isEqualTo(new ExitCode.Win32(1067));
		assertThat(this.stage.service.recoveries())
			.containsExactly(new RecoveryAction(1, Duration.ofSeconds(5), new ExitCode.Win32(1067)));
		assertThatExceptionOfType(ScmException.class).isThrownBy(() -> this.stage.report(RuleExample.STOPPED));
	}

	@Test
	void whenProcessHasEndedBeforeTheHandlerOfStopReturnsThenTheControlWasTaken() throws Exception {
		CountDownLatch taken = new CountDownLatch(1);
		this.stage.onControl((control) -> {
			taken.countDown();
			this.stage.scm.monitor().await(this.stage.process::hasEnded, Duration.ofSeconds(5));
			LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
			return ControlAnswer.HANDLED;
		});
		connectAndRun();
		CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> this.stage.service.send(Standard.STOP));
		taken.await();
		this.stage.report(RuleExample.STOPPING, RuleExample.STOPPED);
		this.stage.process.exit(0);
		// Has the SCM look at the process at once
		this.stage.scm.monitor().run(() -> {
		});
		sent.get(5, TimeUnit.SECONDS);
		assertThat(this.stage.service.query().status().exitCode()).isEqualTo(ExitCode.SUCCESS);
	}

	@Test
	void whenStoppedIsReportedAgainAfterTheProcessHasEndedThenItIsFound() throws InterruptedException {
		connectAndRun();
		this.stage.report(RuleExample.STOPPED);
		this.stage.process.exit(0);
		assertThatExceptionOfType(ScmRuleError.class).isThrownBy(() -> this.stage.report(RuleExample.STOPPED));
		this.stage.scm.forgive(ScmRule.STOPPED_IS_LAST);
	}

	@Test
	void whenProcessEndsWhileStoppingThenTheServiceHasCrashed() throws InterruptedException {
		this.manager.apply(this.stage.service.name(), RECOVERY);
		connectAndRun();
		this.stage.service.send(Standard.STOP);
		this.stage.report(RuleExample.STOPPING);
		this.stage.process.kill();
		assertThat(this.stage.service.recoveries()).hasSize(1);
	}

	@Test
	void whenServiceReportsFailureThenRecoveryFollowsOnlyIfItIsAskedFor() throws InterruptedException {
		this.manager.apply(this.stage.service.name(), RECOVERY);
		connectAndRun();
		this.stage.report(ServiceStatus.stopped(new ExitCode.ServiceSpecific(3)));
		assertThat(this.stage.service.recoveries()).isEmpty();
	}

	@Test
	void whenServiceReportsFailureAndRecoveryIsAskedForThenItFollows() throws InterruptedException {
		this.manager.apply(this.stage.service.name(), RECOVERY);
		this.manager.apply(this.stage.service.name(), new ServiceSetting.RecoveryOnFailureExit(true));
		connectAndRun();
		this.stage.report(ServiceStatus.stopped(new ExitCode.ServiceSpecific(3)));
		assertThat(this.stage.service.recoveries())
			.containsExactly(new RecoveryAction(1, Duration.ofSeconds(5), new ExitCode.ServiceSpecific(3)));
	}

	@Test
	void whenServiceEndsWellThenNoRecoveryFollows() throws InterruptedException {
		this.manager.apply(this.stage.service.name(), RECOVERY);
		this.manager.apply(this.stage.service.name(), new ServiceSetting.RecoveryOnFailureExit(true));
		connectAndRun();
		this.stage.report(RuleExample.STOPPED);
		this.stage.process.exit(1);
		assertThat(this.stage.service.recoveries()).isEmpty();
	}

	@Test
	void whenFailuresRepeatThenTheLastDelayRepeatsUntilTheReset() {
		RecoveryCounter counter = new RecoveryCounter();
		ManualClock clock = new ManualClock();
		assertThat(failed(counter, RECOVERY, clock)).isEqualTo(Duration.ofSeconds(5));
		assertThat(failed(counter, RECOVERY, clock)).isEqualTo(Duration.ofSeconds(60));
		assertThat(failed(counter, RECOVERY, clock)).isEqualTo(Duration.ofSeconds(60));
		clock.advance(Duration.ofHours(1));
		assertThat(failed(counter, RECOVERY, clock)).isEqualTo(Duration.ofSeconds(5));
	}

	@Test
	void whenResetPeriodIsZeroThenEachFailureIsTheFirst() {
		RecoveryCounter counter = new RecoveryCounter();
		ServiceSetting.Recovery recovery = new ServiceSetting.Recovery(RECOVERY.actions(), Duration.ZERO, "", "");
		ManualClock clock = new ManualClock();
		assertThat(failed(counter, recovery, clock)).isEqualTo(Duration.ofSeconds(5));
		assertThat(failed(counter, recovery, clock)).isEqualTo(Duration.ofSeconds(5));
	}

	@Test
	void whenWindowsShutsDownThenEachServiceIsToldOnceAndNoneRecovers() {
		this.stage.process.exit(0);
		FakeService early = start("early", EnumSet.allOf(AcceptedControl.class));
		FakeService late = start("late", Set.of(AcceptedControl.SHUTDOWN));
		FakeService deaf = start("deaf", Set.of());
		this.stage.scm.shutDown();
		assertThat(early.answers()).containsOnlyKeys(Standard.PRESHUTDOWN);
		assertThat(late.answers()).containsOnlyKeys(Standard.SHUTDOWN);
		assertThat(deaf.answers()).isEmpty();
		assertThat(List.of(early, late, deaf)).extracting(FakeService::state).containsOnly(ServiceState.STOPPED);
		assertThat(deaf.recoveries()).isEmpty();
	}

	@Test
	void whenConversationIsPrintedThenItSaysWhoSaidWhatAndWhen() throws InterruptedException {
		connectAndRun();
		this.stage.clock.advance(Duration.ofMillis(1500));
		this.manager.control(this.stage.service.name(), Standard.STOP);
		this.stage.report(RuleExample.STOPPED);
		assertThat(this.stage.scm.conversation())
			.containsSubsequence("operator", "ControlService orders, STOP", "scm",
					"sends STOP to process 1000 of orders", "service", "answers HANDLED to STOP", "reports STOPPED")
			.contains("1.500 s");
	}

	private FakeService start(String name, Set<AcceptedControl> accepted) {
		this.stage.scm.setProgram(new ModelService(accepted, ExitCode.SUCCESS));
		FakeService service = this.stage.scm.register(name);
		this.manager.apply(service.name(), RECOVERY);
		service.start();
		service.awaitState(ServiceState.RUNNING);
		return service;
	}

	private void connectAndRun() throws InterruptedException {
		this.stage.connect();
		this.stage.report(RuleExample.STARTING, RuleExample.RUNNING);
	}

	private static Duration failed(RecoveryCounter counter, ServiceSetting.Recovery recovery, ManualClock clock) {
		return counter.failed(recovery, ExitCode.SUCCESS, clock.instant()).orElseThrow().delay();
	}

}
