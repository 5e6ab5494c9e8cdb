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

package io.github.winsvc.cache;

import java.util.Set;

import io.github.winsvc.reload.ReloadStep;

/**
 * Does nothing, because what changes takes effect at the next start.
 */
record RestartStep(Set<String> keysForRestart) implements ReloadStep {

	@Override
	public void apply() {
	}

	@Override
	public void undo() {
	}

}
