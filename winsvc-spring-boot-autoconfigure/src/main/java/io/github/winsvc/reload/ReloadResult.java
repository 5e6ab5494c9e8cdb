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

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What became of a reload. It names properties and never tells their values, unless one
 * is the reason of a rejection and its name is not that of a secret.
 *
 * @since 0.1.0
 */
public sealed interface ReloadResult {

	/**
	 * Return what asked for the reload.
	 * @return a short text such as {@code file}
	 */
	String trigger();

	/**
	 * Return how long the reload took.
	 * @return the time
	 */
	Duration duration();

	/**
	 * The change is in effect.
	 *
	 * @param trigger what asked for the reload
	 * @param keys the keys of the properties that have changed, sorted
	 * @param keysForRestart those of them that take effect, or full effect, when the
	 * application is started again, sorted
	 * @param duration how long it took
	 */
	record Applied(String trigger, Set<String> keys, Set<String> keysForRestart,
			Duration duration) implements ReloadResult {

	}

	/**
	 * No effective value differs, so nothing was done.
	 *
	 * @param trigger what asked for the reload
	 * @param duration how long it took
	 */
	record Unchanged(String trigger, Duration duration) implements ReloadResult {

	}

	/**
	 * The former configuration is in effect, as if nothing had been tried.
	 *
	 * @param trigger what asked for the reload
	 * @param keys the keys of the properties that would have changed, sorted; empty if
	 * the configuration could not be read
	 * @param reasons why not, at least one
	 * @param duration how long it took
	 */
	record Rejected(String trigger, Set<String> keys, List<String> reasons, Duration duration) implements ReloadResult {

	}

}
