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
import java.util.List;

import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.ServiceControl.Custom;
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ScmRule}.
 */
class ScmRuleTests {

	private final Stage stage = new Stage();

	@ParameterizedTest
	@EnumSource
	void whenRuleIsKeptThenNothingIsFound(ScmRule rule) throws InterruptedException {
		RuleExample.of(rule).legal().play(this.stage);
		this.stage.close();
		assertThat(this.stage.scm.violations()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void whenRuleIsBrokenThenItIsFoundEvenIfTheErrorWasSwallowed(ScmRule rule) throws InterruptedException {
		playViolating(rule);
		assertThatExceptionOfType(ScmRuleError.class).isThrownBy(this.stage::close)
			.withMessageContaining(rule.sentence())
			.withMessageContaining("process 1000 of orders connects")
			.satisfies((error) -> assertThat(error.violations()).extracting(Violation::rule).containsOnly(rule));
	}

	@Test
	void whenReportBreaksRuleThenTheCallFails() throws InterruptedException {
		this.stage.connect();
		assertThatExceptionOfType(ScmRuleError.class).isThrownBy(() -> this.stage.report(RuleExample.RUNNING));
		this.stage.scm.forgive(ScmRule.FIRST_REPORT_IS_START_PENDING);
		this.stage.close();
	}

	@Test
	void whenReportIsOverdueThenVerifyFindsIt() throws InterruptedException {
		this.stage.connect();
		this.stage.report(RuleExample.STARTING);
		this.stage.scm.verify();
		this.stage.clock.advance(Duration.ofMillis(10_001));
		assertThatExceptionOfType(ScmRuleError.class).isThrownBy(this.stage.scm::verify)
			.withMessageContaining(ScmRule.PENDING_REPORT_IS_IN_TIME.sentence());
		this.stage.process.kill();
		this.stage.scm.forgive(ScmRule.PENDING_REPORT_IS_IN_TIME);
		this.stage.close();
	}

	@Test
	void whenStopIsForcedAtTheEndOfStartThenRunningMayCrossIt() throws InterruptedException {
		this.stage.connect();
		this.stage.report(RuleExample.STARTING);
		this.stage.service.force(Standard.STOP);
		this.stage.report(RuleExample.RUNNING, RuleExample.STOPPING, RuleExample.STOPPED);
		this.stage.process.exit(0);
		this.stage.close();
		assertThat(this.stage.scm.violations()).isEmpty();
	}

	@Test
	void whenStopIsForcedLongBeforeTheEndOfStartThenRunningBreaksRule() throws InterruptedException {
		this.stage.connect();
		this.stage.report(RuleExample.STARTING);
		this.stage.service.force(Standard.STOP);
		this.stage.clock.advance(Duration.ofSeconds(2));
		assertThatExceptionOfType(ScmRuleError.class).isThrownBy(() -> this.stage.report(RuleExample.RUNNING))
			.withMessageContaining(ScmRule.STOP_IS_FOLLOWED_BY_STOPPING.sentence());
		this.stage.scm.forgive(ScmRule.STOP_IS_FOLLOWED_BY_STOPPING);
		this.stage.process.kill();
	}

	@Test
	void whenStopIsAnsweredWithSilenceThenCloseFindsIt() throws InterruptedException {
		this.stage.scm.setCallbackBound(Duration.ofMillis(300));
		this.stage.connect();
		this.stage.report(RuleExample.STARTING, RuleExample.RUNNING);
		this.stage.service.send(Standard.STOP);
		this.stage.scm.verify();
		assertThatExceptionOfType(ScmRuleError.class).isThrownBy(this.stage::close)
			.withMessageContaining(ScmRule.STOP_IS_FOLLOWED_BY_STOPPING.sentence());
	}

	@Test
	void whenServiceMainDoesNotReturnThenItIsFound() throws InterruptedException {
		this.stage.scm.setCallbackBound(Duration.ofMillis(50));
		this.stage.onStarted((reporter) -> this.stage.block());
		this.stage.inThread(() -> this.stage.process.dispatch(this.stage), false);
		this.stage.scm.monitor().await(() -> !this.stage.scm.violations().isEmpty(), Duration.ofSeconds(5));
		assertThatExceptionOfType(ScmRuleError.class).isThrownBy(this.stage::close)
			.withMessageContaining(ScmRule.CALLBACKS_RETURN_AT_ONCE.sentence());
	}

	@Test
	void whenServiceMainThrowsThenItIsFound() throws InterruptedException {
		this.stage.onStarted((reporter) -> {
			throw new IllegalStateException("provoked");
		});
		this.stage.connect();
		this.stage.scm.monitor().await(() -> !this.stage.scm.violations().isEmpty(), Duration.ofSeconds(5));
		assertThatExceptionOfType(ScmRuleError.class).isThrownBy(this.stage::close)
			.withMessageContaining("IllegalStateException: provoked");
	}

	@Test
	void whenControlHandlerReportsThenItIsFound() throws InterruptedException {
		this.stage.connect();
		this.stage.report(RuleExample.STARTING, RuleExample.RUNNING);
		this.stage.onControl((control) -> {
			this.stage.report(RuleExample.RUNNING);
			return ControlAnswer.HANDLED;
		});
		assertThatExceptionOfType(ScmRuleError.class).isThrownBy(() -> this.stage.service.send(Standard.INTERROGATE));
		assertThat(this.stage.scm.violations()).extracting(Violation::rule)
			.contains(ScmRule.CALLBACKS_DO_NOT_REPORT, ScmRule.CALLBACKS_THROW_NOTHING);
		assertThatExceptionOfType(ScmRuleError.class).isThrownBy(this.stage::close);
	}

	@Test
	void whenRuleWasNotBrokenThenItCannotBeForgiven() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.stage.scm.forgive(ScmRule.CHECKPOINT_RISES));
	}

	@Test
	void whenControlIsNotImplementedThenTheAnswerIsSeen() throws InterruptedException {
		this.stage.onControl((control) -> ControlAnswer.NOT_IMPLEMENTED);
		this.stage.connect();
		this.stage.report(RuleExample.STARTING, RuleExample.RUNNING);
		assertThat(this.stage.service.send(new Custom(130))).isEqualTo(ControlAnswer.NOT_IMPLEMENTED);
		assertThat(this.stage.service.answers()).containsEntry(new Custom(130), ControlAnswer.NOT_IMPLEMENTED);
		this.stage.close();
	}

	@ParameterizedTest
	@EnumSource
	void whenServiceStopsItselfWhileStartingThenEitherWayIsLegal(ShortLife life) throws InterruptedException {
		this.stage.connect();
		this.stage.report(life.reports.toArray(ServiceStatus[]::new));
		this.stage.close();
		assertThat(this.stage.service.state()).isEqualTo(ServiceState.STOPPED);
	}

	private void playViolating(ScmRule rule) throws InterruptedException {
		try {
			RuleExample.of(rule).violating().play(this.stage);
		}
		catch (ScmRuleError ex) {
			assertThat(ex.violations()).extracting(Violation::rule).contains(rule);
		}
	}

	enum ShortLife {

		STRAIGHT(RuleExample.STARTING, RuleExample.STOPPED),

		ORDERLY(RuleExample.STARTING, RuleExample.STOPPING, RuleExample.STOPPED);

		private final List<ServiceStatus> reports;

		ShortLife(ServiceStatus... reports) {
			this.reports = List.of(reports);
		}

	}

}
