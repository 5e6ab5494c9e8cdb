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

import java.util.Set;

/**
 * What a {@link ReloadParticipant} does in a reload. All methods are called on one
 * thread.
 *
 * @since 0.1.0
 */
public interface ReloadStep {

	/** A step that does nothing. */
	ReloadStep NONE = new ReloadStep() {

		@Override
		public void apply() {
		}

		@Override
		public void undo() {
		}

	};

	/**
	 * Follow the change. The environment is that of the candidate.
	 * @throws RuntimeException if that fails, which rejects the whole change
	 */
	void apply();

	/**
	 * Take back what {@link #apply()} has done, be it all or only a part because it
	 * failed. The environment is the former one again.
	 */
	void undo();

	/**
	 * Let go of what is needed no more, now that nothing will be taken back.
	 */
	default void commit() {
	}

	/**
	 * Return the keys whose change has no effect, or not the full one, before the
	 * application is started again.
	 * @return keys of the change
	 */
	default Set<String> keysForRestart() {
		return Set.of();
	}

	/**
	 * Return the keys that take full effect by this step, although keys like them are
	 * read at the start alone where nobody follows them.
	 * @return keys of the change
	 */
	default Set<String> followedKeys() {
		return Set.of();
	}

}
