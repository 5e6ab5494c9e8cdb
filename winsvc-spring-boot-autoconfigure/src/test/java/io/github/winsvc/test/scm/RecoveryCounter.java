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
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.FailureAction;
import io.github.winsvc.scm.ServiceSetting.Recovery;
import org.jspecify.annotations.Nullable;

/**
 * Counts the failures of a service as Windows does: the n-th failure gets the n-th
 * action, the last one repeats, and a reset period without failure starts anew. With a
 * reset period of 0 the count never passes 1.
 */
final class RecoveryCounter {

	private int failures;

	private @Nullable Instant lastFailure;

	Optional<RecoveryAction> failed(Recovery recovery, ExitCode cause, Instant now) {
		Instant last = this.lastFailure;
		this.lastFailure = now;
		boolean reset = last != null && Duration.between(last, now).compareTo(recovery.resetPeriod()) >= 0;
		this.failures = reset ? 1 : this.failures + 1;
		List<FailureAction> actions = recovery.actions();
		if (actions.isEmpty()) {
			return Optional.empty();
		}
		FailureAction action = actions.get(Math.min(this.failures, actions.size()) - 1);
		return (action.kind() == FailureAction.Kind.RESTART)
				? Optional.of(new RecoveryAction(this.failures, action.delay(), cause)) : Optional.empty();
	}

}
