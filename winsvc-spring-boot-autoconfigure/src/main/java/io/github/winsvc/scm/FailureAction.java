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

package io.github.winsvc.scm;

import java.time.Duration;
import java.util.List;

/**
 * What Windows does after a failure of a service, {@code SC_ACTION}.
 *
 * @param kind what it does
 * @param delay the time before it does so, in whole milliseconds
 * @since 0.1.0
 */
public record FailureAction(Kind kind, Duration delay) {

	/**
	 * Return a restart of the service.
	 * @param delay the time before it
	 * @return the action
	 */
	public static FailureAction restart(Duration delay) {
		return new FailureAction(Kind.RESTART, delay);
	}

	/**
	 * Return actions for people to read.
	 */
	static String text(List<FailureAction> actions) {
		StringBuilder text = new StringBuilder();
		Kind former = null;
		for (FailureAction action : actions) {
			boolean again = former == Kind.RESTART && action.kind == Kind.RESTART;
			text.append((former == null) ? "" : again ? ", " : ", then ")
				.append(again ? Durations.text(action.delay) : action.toString());
			former = action.kind;
		}
		return text.toString();
	}

	@Override
	public String toString() {
		return switch (this.kind) {
			case NONE -> "nothing";
			case RESTART -> "restart after " + Durations.text(this.delay);
			case REBOOT -> "reboot after " + Durations.text(this.delay);
			case COMMAND -> "command after " + Durations.text(this.delay);
		};
	}

	/**
	 * Kinds of actions, {@code SC_ACTION_TYPE}.
	 */
	public enum Kind {

		/** Nothing. */
		NONE,

		/** Start the service again. */
		RESTART,

		/** Restart Windows. */
		REBOOT,

		/** Run a command as the account of the service. */
		COMMAND;

		/**
		 * Return the value of {@code SC_ACTION_TYPE}.
		 * @return 0 to 3
		 */
		public int code() {
			return ordinal();
		}

		/**
		 * Return the kind with the given {@code SC_ACTION_TYPE}.
		 * @param code the value read from the SCM
		 * @return the kind; one that is not known counts as none
		 */
		public static Kind of(int code) {
			return (code > 0 && code < values().length) ? values()[code] : NONE;
		}

	}

}
