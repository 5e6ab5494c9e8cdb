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

package io.github.winsvc.reload;

import java.util.List;
import java.util.Set;

/**
 * Binds beans anew, one after the other.
 *
 * @param rebindings the beans
 * @param keysForRestart the keys of those that cannot be bound anew
 */
record RebindingStep(List<Rebinding> rebindings, Set<String> keysForRestart) implements ReloadStep {

	@Override
	public void apply() {
		this.rebindings.forEach(Rebinding::apply);
	}

	@Override
	public void undo() {
		for (int i = this.rebindings.size() - 1; i >= 0; i--) {
			this.rebindings.get(i).undo();
		}
	}

}
