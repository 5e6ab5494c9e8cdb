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

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ServiceControl.Custom;
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;

/**
 * A conversation that keeps a rule and one that breaks it and no other.
 */
record RuleExample(Play legal, Play violating) {

	private static final Duration HINT = Duration.ofSeconds(10);

	static final ServiceStatus STARTING = ServiceStatus.pending(ServiceState.START_PENDING, 1, HINT);

	static final ServiceStatus RUNNING = ServiceStatus.running(EnumSet.allOf(AcceptedControl.class));

	static final ServiceStatus STOPPING = ServiceStatus.pending(ServiceState.STOP_PENDING, 1, HINT);

	static final ServiceStatus STOPPED = ServiceStatus.stopped(ExitCode.SUCCESS);

	static final ServiceStatus PAUSING = ServiceStatus.pending(ServiceState.PAUSE_PENDING, 1, HINT);

	static final ServiceStatus CONTINUING = ServiceStatus.pending(ServiceState.CONTINUE_PENDING, 1, HINT);

	static final ServiceStatus PAUSED = with(ServiceState.PAUSED, EnumSet.allOf(AcceptedControl.class), 0, 0, 0);

	/**
	 * Return the example of a rule. A rule without one does not compile.
	 */
	static RuleExample of(ScmRule rule) {
		return switch (rule) {
			case FIRST_REPORT_IS_START_PENDING -> new RuleExample(reports(STARTING), reports(RUNNING));
			case EDGE_IS_LEGAL ->
				new RuleExample(reports(STARTING, RUNNING, PAUSING, PAUSED, CONTINUING, RUNNING, STOPPING, STOPPED),
						reports(STARTING, PAUSED));
			case STOPPED_IS_LAST ->
				new RuleExample(reports(STARTING, RUNNING, STOPPED), reports(STARTING, STOPPED, STOPPED));
			case ONLY_RUNNING_AND_PAUSED_ACCEPT_CONTROLS -> new RuleExample(reports(STARTING, RUNNING),
					reports(with(ServiceState.START_PENDING, Set.of(AcceptedControl.STOP), 0, 1, 10)));
			case PAUSED_CAN_BE_CONTINUED ->
				new RuleExample(reports(STARTING, RUNNING, PAUSING, PAUSED), reports(STARTING, RUNNING, PAUSING,
						with(ServiceState.PAUSED, Set.of(AcceptedControl.STOP), 0, 0, 0)));
			case CHECKPOINT_ONLY_WHILE_PENDING -> new RuleExample(reports(STARTING, RUNNING),
					reports(STARTING, with(ServiceState.RUNNING, Set.of(), 0, 1, 0)));
			case WAIT_HINT_ONLY_WHILE_PENDING -> new RuleExample(reports(STARTING, RUNNING),
					reports(STARTING, with(ServiceState.RUNNING, Set.of(), 0, 0, 10)));
			case CHECKPOINT_IS_COUNTED_FROM_ONE ->
				new RuleExample(reports(STARTING), reports(with(ServiceState.START_PENDING, Set.of(), 0, 0, 10)));
			case CHECKPOINT_RISES ->
				new RuleExample(reports(STARTING, ServiceStatus.pending(ServiceState.START_PENDING, 2, HINT), STOPPING),
						reports(STARTING, STARTING));
			case WAIT_HINT_IS_POSITIVE ->
				new RuleExample(reports(STARTING), reports(with(ServiceState.START_PENDING, Set.of(), 0, 1, 0)));
			case PENDING_REPORT_IS_IN_TIME -> new RuleExample(runningAfter(HINT), runningAfter(HINT.plusMillis(1)));
			case EXIT_CODE_ONLY_WHEN_STOPPED ->
				new RuleExample(reports(STARTING, ServiceStatus.stopped(new ExitCode.ServiceSpecific(3))),
						reports(STARTING, with(ServiceState.RUNNING, Set.of(), 3, 0, 0)));
			case EXIT_CODE_IS_DEFINED_BY_WINDOWS ->
				new RuleExample(reports(STARTING, ServiceStatus.stopped(new ExitCode.Win32(2))),
						reports(STARTING, ServiceStatus.stopped(new ExitCode.Win32(-1))));
			case STOP_IS_FOLLOWED_BY_STOPPING -> new RuleExample(afterStop(STOPPING, STOPPED), afterStop(RUNNING));
			case REPORTS_COME_FROM_ONE_THREAD -> new RuleExample((stage) -> {
				stage.connect();
				stage.inThread(() -> stage.report(STARTING, RUNNING), true);
			}, (stage) -> {
				stage.connect();
				stage.report(STARTING);
				stage.inThread(() -> stage.report(RUNNING), true);
			});
			case CALLBACKS_DO_NOT_REPORT -> new RuleExample(reports(STARTING, RUNNING), (stage) -> {
				stage.onStarted((reporter) -> swallow(() -> reporter.report(STARTING)));
				stage.connect();
			});
			case CALLBACKS_RETURN_AT_ONCE -> new RuleExample(afterStop(STOPPED), (stage) -> {
				stage.scm.setCallbackBound(Duration.ofMillis(300));
				stage.onControl((control) -> {
					stage.block();
					return ControlAnswer.HANDLED;
				});
				reports(STARTING, RUNNING).play(stage);
				stage.service.send(Standard.PARAMCHANGE);
			});
			case CALLBACKS_THROW_NOTHING -> new RuleExample(afterStop(STOPPED), (stage) -> {
				stage.onControl((control) -> {
					throw new IllegalStateException("provoked");
				});
				reports(STARTING, RUNNING).play(stage);
				stage.service.send(Standard.PARAMCHANGE);
			});
			case ACCEPTED_CONTROL_IS_HANDLED -> new RuleExample((stage) -> {
				stage.onControl((control) -> ControlAnswer.NOT_IMPLEMENTED);
				reports(STARTING, RUNNING).play(stage);
				stage.service.send(new Custom(200));
			}, (stage) -> {
				stage.onControl((control) -> ControlAnswer.NOT_IMPLEMENTED);
				reports(STARTING, RUNNING).play(stage);
				stage.service.send(Standard.INTERROGATE);
			});
			case ONE_DISPATCHER_PER_PROCESS -> new RuleExample(reports(STARTING), (stage) -> {
				reports(STARTING).play(stage);
				stage.inThread(() -> stage.process.dispatch(stage), true);
			});
		};
	}

	private static Play reports(ServiceStatus... statuses) {
		return (stage) -> {
			stage.connect();
			stage.report(statuses);
		};
	}

	private static Play runningAfter(Duration time) {
		return (stage) -> {
			stage.connect();
			stage.report(STARTING);
			stage.clock.advance(time);
			stage.report(RUNNING);
		};
	}

	private static Play afterStop(ServiceStatus... statuses) {
		return (stage) -> {
			reports(STARTING, RUNNING).play(stage);
			stage.service.send(Standard.STOP);
			stage.report(statuses);
			stage.process.exit(0);
		};
	}

	private static ServiceStatus with(ServiceState state, Set<AcceptedControl> accepted, int exitCode, int checkpoint,
			int waitHint) {
		return new ServiceStatus(state, accepted, new ExitCode.Win32(exitCode), checkpoint,
				Duration.ofSeconds(waitHint));
	}

	private static void swallow(Runnable action) {
		try {
			action.run();
		}
		catch (ScmRuleError ex) {
			// As code under test might do.
		}
	}

	@FunctionalInterface
	interface Play {

		void play(Stage stage) throws InterruptedException;

	}

}
