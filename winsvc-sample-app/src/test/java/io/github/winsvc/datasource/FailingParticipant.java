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

package io.github.winsvc.datasource;

import io.github.winsvc.reload.ConfigChange;
import io.github.winsvc.reload.ReloadParticipant;
import io.github.winsvc.reload.ReloadStep;

import org.springframework.core.Ordered;

/**
 * The last part of an application that follows, and cannot if {@code bank.fails} changes.
 */
class FailingParticipant implements ReloadParticipant, Ordered {

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public ReloadStep prepare(ConfigChange change) {
		return change.affects("bank.fails") ? new FailingStep() : ReloadStep.NONE;
	}

	private static final class FailingStep implements ReloadStep {

		@Override
		public void apply() {
			throw new IllegalStateException("bank.fails has changed");
		}

		@Override
		public void undo() {
		}

	}

}
