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

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PendingRestart}.
 */
class PendingRestartTests {

	private final PendingRestart pending = new PendingRestart();

	private final Map<String, String> values = new HashMap<>(Map.of("a", "1", "b", "1"));

	/**
	 * Change a value.
	 * @return what needs a restart of that
	 */
	private Set<String> change(String key, String value, boolean restart) {
		Map<String, Optional<String>> former = restart ? now(Set.of(key)) : Map.of();
		this.values.put(key, value);
		return this.pending.changed(Set.of(key), former, this::now);
	}

	private Map<String, Optional<String>> now(Set<String> keys) {
		Map<String, Optional<String>> now = new TreeMap<>();
		keys.forEach((key) -> now.put(key, Optional.ofNullable(this.values.get(key))));
		return now;
	}

	@Test
	void whenChangesNeedARestartThenAllAreKept() {
		assertThat(change("b", "2", true)).containsExactly("b");
		assertThat(change("a", "2", true)).containsExactly("a");
		assertThat(this.pending.keys()).containsExactly("a", "b");
	}

	@Test
	void whenValueIsThatOfTheStartAgainThenNoRestartIsNeeded() {
		change("a", "2", true);
		change("a", "3", true);
		change("b", "2", true);
		assertThat(change("a", "1", true)).isEmpty();
		assertThat(this.pending.keys()).containsExactly("b");
	}

	@Test
	void whenPropertyHadNoValueAndIsRemovedAgainThenNoRestartIsNeeded() {
		change("c", "1", true);
		assertThat(this.pending.keys()).containsExactly("c");
		assertThat(change("c", null, true)).isEmpty();
		assertThat(this.pending.keys()).isEmpty();
	}

	@Test
	void whenOnlyTheRemovalNeedsARestartThenANewValueEndsThat() {
		change("a", "2", false);
		change("a", null, true);
		assertThat(this.pending.keys()).containsExactly("a");
		change("a", "3", false);
		assertThat(this.pending.keys()).isEmpty();
	}

	@Test
	void whenValueWasInEffectThenItCountsAndNotThatOfTheStart() {
		change("a", "2", false);
		change("a", "3", true);
		change("a", "1", true);
		assertThat(this.pending.keys()).containsExactly("a");
		change("a", "2", true);
		assertThat(this.pending.keys()).isEmpty();
	}

}
