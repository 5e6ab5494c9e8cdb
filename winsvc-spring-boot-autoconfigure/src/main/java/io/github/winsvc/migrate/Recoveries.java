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

package io.github.winsvc.migrate;

import java.time.Duration;

import io.github.winsvc.scm.FailureAction.Kind;
import io.github.winsvc.scm.ServiceSetting.Recovery;

/**
 * What Windows does after a failure.
 */
final class Recoveries {

	/** What Windows takes for a time, but for a reset that never comes. */
	private static final Duration LONGEST = Duration.ofDays(49);

	private Recoveries() {
	}

	static void carry(MigrationBuilder builder, Recovery recovery) {
		if (recovery.actions().stream().allMatch((action) -> action.kind() == Kind.NONE)) {
			none(builder, "recovery (there is none)");
			return;
		}
		builder.set("recovery.delays",
				recovery.actions()
					.stream()
					.filter((action) -> action.kind() == Kind.RESTART)
					.map((action) -> Durations.text(action.delay()))
					.toList());
		if (has(recovery, Kind.REBOOT)) {
			builder.set("recovery.reboot", true);
		}
		else if (has(recovery, Kind.COMMAND)) {
			builder.text("recovery.command", "the command of recovery", recovery.command());
		}
		if (recovery.resetPeriod().compareTo(LONGEST) <= 0) {
			builder.set("recovery.reset-period", Durations.text(recovery.resetPeriod()));
		}
	}

	private static boolean has(Recovery recovery, Kind kind) {
		return recovery.actions().stream().anyMatch((action) -> action.kind() == kind);
	}

	static void none(MigrationBuilder builder, String what) {
		builder.notCarried(what, "A failed service was not started again. With winsvc it is, after 5 s, 30 s and 60 s.",
				"If it shall stay down, set winsvc.recovery.delays to an empty list.");
	}

}
