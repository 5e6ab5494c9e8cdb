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

package io.github.winsvc.doctor;

import io.github.winsvc.scm.FailureAction.Kind;
import io.github.winsvc.scm.ServiceSetting.Recovery;
import io.github.winsvc.scm.ServiceSetting.RecoveryOnFailureExit;

/**
 * Does Windows restart a service that has failed, whichever way it has?
 */
final class RecoveryCheck implements Check {

	private static final String AGAIN = "Install it again, which sets it: --winsvc.install";

	@Override
	public String name() {
		return "recovery";
	}

	@Override
	public Diagnosis examine(Subject subject) {
		Recovery recovery = subject.setting(Recovery.class, "recovery");
		if (recovery.actions().stream().noneMatch((action) -> action.kind() == Kind.RESTART)) {
			return Diagnosis.warn("none: Windows does not restart the service when it fails", AGAIN);
		}
		boolean onFailureExit = subject.setting(RecoveryOnFailureExit.class, "recovery on failure exit").value();
		return onFailureExit ? Diagnosis.ok(recovery.text())
				: Diagnosis.warn("after crashes alone, not after an end with a failure code", AGAIN);
	}

}
