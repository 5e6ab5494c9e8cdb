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

import io.github.winsvc.scm.ServiceSetting.Recovery;

/**
 * What Windows does after a failure.
 */
final class Recoveries {

	private Recoveries() {
	}

	static void carry(MigrationBuilder builder, Recovery recovery) {
		if (recovery.restartDelays().isEmpty()) {
			none(builder, "recovery (there is none)");
			return;
		}
		builder.set("recovery.delays", recovery.restartDelays().stream().map(Durations::text).toList());
		if (recovery.resetPeriod().compareTo(Duration.ofDays(365)) < 0) {
			builder.set("recovery.reset-period", Durations.text(recovery.resetPeriod()));
		}
	}

	static void none(MigrationBuilder builder, String what) {
		builder.notCarried(what, "A failed service was not started again. With winsvc it is, after 5 s, 30 s and 60 s.",
				"If it shall stay down, set winsvc.recovery.delays to an empty list.");
	}

}
