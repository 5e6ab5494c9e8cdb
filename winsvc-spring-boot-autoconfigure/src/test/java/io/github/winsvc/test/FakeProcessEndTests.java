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

package io.github.winsvc.test;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link FakeProcessEnd}.
 */
class FakeProcessEndTests {

	private final FakeProcessEnd end = new FakeProcessEnd();

	private final List<String> done = new ArrayList<>();

	private void prepare() {
		this.end.atExit((status) -> this.done.add("status " + status), () -> this.done.add("last"));
		this.end.onShutdown(() -> this.done.add("first handler"));
		this.end.onShutdown(() -> this.done.add("second handler"));
		GenericApplicationContext context = new GenericApplicationContext();
		context.addApplicationListener((ContextClosedEvent event) -> this.done.add("closed"));
		context.refresh();
		this.end.closeAtExit(context);
	}

	@Test
	void whenProcessExitsThenItEndsInTheOrderOfAJvm() {
		prepare();
		this.end.exit(3);
		assertThat(this.done).containsExactly("status 3", "closed", "second handler", "first handler", "last");
		assertThat(this.end.awaitCode()).isEqualTo(3);
	}

	@Test
	void whenHandlerFailsThenWhatIsLastIsDoneAllTheSame() {
		prepare();
		this.end.onShutdown(() -> {
			throw new IllegalStateException("provoked");
		});
		assertThat(catchThrowable(() -> this.end.exit(3))).hasMessage("provoked");
		assertThat(this.done).last().isEqualTo("last");
		assertThat(this.end.hasEnded()).isTrue();
	}

	@Test
	void whenProcessExitsTwiceThenTheFirstExitCounts() {
		prepare();
		this.end.exit(3);
		this.end.exit(4);
		assertThat(this.done).containsOnlyOnce("last");
		assertThat(this.end.awaitCode()).isEqualTo(3);
	}

	@Test
	void whenProcessIsHaltedThenNothingIsDone() {
		prepare();
		this.end.halt(9);
		assertThat(this.done).isEmpty();
		assertThat(this.end.awaitCode()).isEqualTo(9);
	}

}
