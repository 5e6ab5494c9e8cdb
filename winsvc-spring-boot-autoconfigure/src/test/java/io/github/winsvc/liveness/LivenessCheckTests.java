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

package io.github.winsvc.liveness;

import java.util.concurrent.atomic.AtomicReference;

import io.github.winsvc.host.HostFailure;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DeadlockCheck}, {@link HeapCheck} and {@link HealthGroupCheck}.
 */
class LivenessCheckTests {

	private final AtomicReference<Object> found = new AtomicReference<>();

	@Test
	void whenSameThreadsAreFoundTwiceThenTheyAreDeadlocked() {
		long self = Thread.currentThread().getId();
		DeadlockCheck check = new DeadlockCheck(() -> (long[]) this.found.get());
		assertThat(check.look()).isEmpty();
		this.found.set(new long[] { self });
		assertThat(check.look()).isEmpty();
		assertThat(check.look()).hasValueSatisfying((finding) -> {
			assertThat(finding.failure()).isEqualTo(HostFailure.DEADLOCK);
			assertThat(finding.detail()).contains(Thread.currentThread().getName());
		});
	}

	@Test
	void whenOtherThreadsAreFoundEachTimeThenNoneIsDeadlocked() {
		DeadlockCheck check = new DeadlockCheck(() -> (long[]) this.found.get());
		this.found.set(new long[] { 1, 2 });
		check.look();
		this.found.set(new long[] { 3, 4 });
		assertThat(check.look()).isEmpty();
	}

	@Test
	void whenNoThreadOfThisJvmIsDeadlockedThenNoneIsFound() {
		DeadlockCheck check = new DeadlockCheck();
		check.look();
		assertThat(check.look()).isEmpty();
	}

	@Test
	void whenHeapIsFullSeveralTimesInARowThenThatIsFound() {
		this.found.set(91.0);
		HeapCheck check = new HeapCheck(90, 2, () -> (double) this.found.get());
		assertThat(check.look()).isEmpty();
		this.found.set(50.0);
		assertThat(check.look()).isEmpty();
		this.found.set(92.0);
		assertThat(check.look()).isEmpty();
		assertThat(check.look()).hasValueSatisfying((finding) -> {
			assertThat(finding.failure()).isEqualTo(HostFailure.HEAP_FULL);
			assertThat(finding.detail()).startsWith("92 % of the heap");
		});
	}

	@Test
	void whenHeapOfThisJvmHasRoomThenNothingIsFound() {
		assertThat(new HeapCheck(99, 1).look()).isEmpty();
	}

	@Test
	void whenGroupIsDownSeveralTimesInARowThenThatIsFound() {
		HealthGroupCheck check = new HealthGroupCheck("vital", 2, () -> (Status) this.found.get());
		this.found.set(Status.DOWN);
		assertThat(check.look()).isEmpty();
		this.found.set(Status.UNKNOWN);
		assertThat(check.look()).isEmpty();
		this.found.set(Status.DOWN);
		assertThat(check.look()).isEmpty();
		assertThat(check.look()).hasValueSatisfying((finding) -> {
			assertThat(finding.failure()).isEqualTo(HostFailure.HEALTH_DOWN);
			assertThat(finding.detail()).isEqualTo("The health group 'vital' was DOWN 2 times in a row");
		});
	}

}
