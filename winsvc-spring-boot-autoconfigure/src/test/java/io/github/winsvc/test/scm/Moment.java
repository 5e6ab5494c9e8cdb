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

import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import org.jspecify.annotations.Nullable;

/**
 * A moment of the conversation at which the SCM's rules are looked at.
 *
 * @since 0.1.0
 */
public sealed interface Moment {

	/**
	 * A moment in the time after a report.
	 */
	sealed interface AfterReport extends Moment {

		/**
		 * Return the report before this moment.
		 * @return the report, or {@code null} if there was none
		 */
		@Nullable ServiceStatus previous();

		/**
		 * Return the time since that report.
		 * @return the time
		 */
		Duration sincePrevious();

	}

	/**
	 * The service reports.
	 *
	 * @param previous the report before this one, or {@code null} for the first
	 * @param sincePrevious the time since then
	 * @param next the report
	 * @param fromCallback whether it comes from a thread of the SCM's making
	 * @param fromSameThread whether all reports have come from one thread
	 * @param stopTaken the control to stop that the service has taken but not yet
	 * answered with a report
	 * @param sinceStop the time since the last control to stop
	 */
	record Report(@Nullable ServiceStatus previous, Duration sincePrevious, ServiceStatus next, boolean fromCallback,
			boolean fromSameThread, @Nullable ServiceControl stopTaken, Duration sinceStop) implements AfterReport {

		/** How long a report can have been under way. */
		private static final Duration CROSSING = Duration.ofSeconds(1);

		boolean crossesPause() {
			return isPause(this.next) || (this.previous != null && isPause(this.previous));
		}

		/**
		 * Whether this is the end of a start that was under way when the service was made
		 * to take a stop although it did not accept one.
		 */
		boolean crossesStart() {
			return this.previous != null && this.previous.state() == ServiceState.START_PENDING
					&& this.next.state() == ServiceState.RUNNING && this.sinceStop.compareTo(CROSSING) < 0;
		}

		private static boolean isPause(ServiceStatus status) {
			return status.state() == ServiceState.PAUSE_PENDING || status.state() == ServiceState.CONTINUE_PENDING;
		}

		boolean repeatsState() {
			return this.previous != null && this.previous.state() == this.next.state();
		}

	}

	/**
	 * The service says nothing while the test looks.
	 *
	 * @param previous the last report, or {@code null} if there was none
	 * @param sincePrevious the time since then
	 * @param last whether the test has ended, so that no report will follow
	 * @param stopTaken the control to stop that the service has taken but not yet
	 * answered with a report
	 */
	record Silence(@Nullable ServiceStatus previous, Duration sincePrevious, boolean last,
			@Nullable ServiceControl stopTaken) implements AfterReport {

	}

	/**
	 * A callback of the service has ended, or was not waited for any longer.
	 *
	 * @param control the control that was delivered, or {@code null} for ServiceMain
	 * @param declared whether the service had to expect the control
	 * @param answer the answer, or {@code null} if there was none
	 * @param thrown what escaped from the callback, or {@code null}
	 * @param took how long it took
	 * @param bound how long it may take
	 */
	record Callback(@Nullable ServiceControl control, boolean declared, @Nullable ControlAnswer answer,
			@Nullable Throwable thrown, Duration took, Duration bound) implements Moment {

	}

	/**
	 * A process connects to the SCM.
	 *
	 * @param attempt how often it has tried to, counted from 1
	 */
	record Connect(int attempt) implements Moment {

	}

}
