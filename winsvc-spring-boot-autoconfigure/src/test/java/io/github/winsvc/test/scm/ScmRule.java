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

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.test.scm.Moment.AfterReport;
import io.github.winsvc.test.scm.Moment.Callback;
import io.github.winsvc.test.scm.Moment.Connect;
import io.github.winsvc.test.scm.Moment.Report;
import io.github.winsvc.test.scm.Moment.Silence;

/**
 * The rules of the SCM for the process of a service. Windows forgives a breach of some of
 * them most of the time; the fake never does.
 *
 * @since 0.1.0
 */
public enum ScmRule {

	FIRST_REPORT_IS_START_PENDING("The first report is START_PENDING.", Report.class,
			(report) -> report.previous() != null || report.next().state() == ServiceState.START_PENDING),

	EDGE_IS_LEGAL("A state is followed only by the states that Windows foresees after it.", Report.class,
			(report) -> report.previous() == null || report.repeatsState()
					|| successors(report.previous().state()).contains(report.next().state())),

	STOPPED_IS_LAST("STOPPED is reported once, and nothing after it.", Report.class,
			(report) -> report.previous() == null || report.previous().state() != ServiceState.STOPPED),

	ONLY_RUNNING_AND_PAUSED_ACCEPT_CONTROLS("A service that is stopped or on its way accepts no control.", Report.class,
			(report) -> isSteady(report.next()) || report.next().accepted().isEmpty()),

	PAUSED_CAN_BE_CONTINUED("A paused service accepts CONTINUE.", Report.class,
			(report) -> report.next().state() != ServiceState.PAUSED
					|| report.next().accepted().contains(AcceptedControl.PAUSE_CONTINUE)),

	CHECKPOINT_ONLY_WHILE_PENDING("The checkpoint is 0 outside the pending states.", Report.class,
			(report) -> report.next().state().isPending() || report.next().checkpoint() == 0),

	WAIT_HINT_ONLY_WHILE_PENDING("The wait hint is zero outside the pending states.", Report.class,
			(report) -> report.next().state().isPending() || report.next().waitHint().isZero()),

	CHECKPOINT_IS_COUNTED_FROM_ONE("The checkpoint of a pending state is 1 or more.", Report.class,
			(report) -> !report.next().state().isPending() || report.next().checkpoint() >= 1),

	CHECKPOINT_RISES("Each further report of a pending state has a higher checkpoint.", Report.class,
			(report) -> report.previous() == null || !report.repeatsState() || !report.next().state().isPending()
					|| report.next().checkpoint() > report.previous().checkpoint()),

	WAIT_HINT_IS_POSITIVE("The wait hint of a pending state is more than zero.", Report.class,
			(report) -> !report.next().state().isPending()
					|| !(report.next().waitHint().isZero() || report.next().waitHint().isNegative())),

	PENDING_REPORT_IS_IN_TIME("A pending state is reported on before its wait hint has elapsed.", AfterReport.class,
			(moment) -> moment.previous() == null || !moment.previous().state().isPending()
					|| moment.sincePrevious().compareTo(moment.previous().waitHint()) <= 0),

	EXIT_CODE_ONLY_WHEN_STOPPED("The exit code is 0 until the service is STOPPED.", Report.class,
			(report) -> report.next().state() == ServiceState.STOPPED || !report.next().exitCode().isFailure()),

	EXIT_CODE_IS_DEFINED_BY_WINDOWS("The exit code for Windows is never negative; a code of one's own goes with 1066.",
			Report.class, (report) -> report.next().exitCode().win32() >= 0),

	STOP_IS_FOLLOWED_BY_STOPPING(
			"After STOP, SHUTDOWN or PRESHUTDOWN comes STOP_PENDING or STOPPED;"
					+ " a pause, its end or RUNNING that crosses it may come first.",
			AfterReport.class,
			(moment) -> (moment instanceof Report report)
					? report.stopTaken() == null || report.crossesPause() || report.crossesStart()
							|| report.next().state() == ServiceState.STOP_PENDING
							|| report.next().state() == ServiceState.STOPPED
					: !(moment instanceof Silence silence) || silence.stopTaken() == null || !silence.last()),

	REPORTS_COME_FROM_ONE_THREAD("All reports of a process come from the same thread.", Report.class,
			Report::fromSameThread),

	CALLBACKS_DO_NOT_REPORT("No report comes from ServiceMain or the control handler.", Report.class,
			(report) -> !report.fromCallback()),

	CALLBACKS_RETURN_AT_ONCE("ServiceMain and the control handler return at once.", Callback.class,
			(callback) -> callback.took().compareTo(callback.bound()) < 0),

	CALLBACKS_THROW_NOTHING("No exception escapes from ServiceMain or the control handler.", Callback.class,
			(callback) -> callback.thrown() == null),

	ACCEPTED_CONTROL_IS_HANDLED("INTERROGATE and a control that the service declared to accept are handled.",
			Callback.class, (callback) -> !callback.declared() || callback.answer() != ControlAnswer.NOT_IMPLEMENTED),

	ONE_DISPATCHER_PER_PROCESS("A process connects to the SCM once in its life.", Connect.class,
			(connect) -> connect.attempt() == 1);

	private final String sentence;

	private final Predicate<Moment> kept;

	<M extends Moment> ScmRule(String sentence, Class<M> kind, Predicate<M> kept) {
		this.sentence = sentence;
		this.kept = (moment) -> !kind.isInstance(moment) || kept.test(kind.cast(moment));
	}

	/**
	 * Return the rule as a sentence.
	 * @return the sentence
	 */
	public String sentence() {
		return this.sentence;
	}

	/**
	 * Whether the rule is kept at a moment of the conversation.
	 * @param moment the moment
	 * @return whether it is kept or does not apply
	 */
	public boolean isKept(Moment moment) {
		return this.kept.test(moment);
	}

	private static boolean isSteady(ServiceStatus status) {
		return status.state() == ServiceState.RUNNING || status.state() == ServiceState.PAUSED;
	}

	private static Set<ServiceState> successors(ServiceState state) {
		return switch (state) {
			case START_PENDING -> EnumSet.of(ServiceState.RUNNING, ServiceState.STOP_PENDING, ServiceState.STOPPED);
			case RUNNING -> EnumSet.of(ServiceState.PAUSE_PENDING, ServiceState.STOP_PENDING, ServiceState.STOPPED);
			case PAUSE_PENDING -> EnumSet.of(ServiceState.PAUSED, ServiceState.RUNNING);
			case PAUSED -> EnumSet.of(ServiceState.CONTINUE_PENDING, ServiceState.STOP_PENDING);
			case CONTINUE_PENDING -> EnumSet.of(ServiceState.RUNNING, ServiceState.PAUSED);
			case STOP_PENDING -> EnumSet.of(ServiceState.STOPPED);
			case STOPPED -> EnumSet.allOf(ServiceState.class);
		};
	}

}
