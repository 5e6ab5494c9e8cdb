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

package io.github.winsvc.win32;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Winsvc.SERVICE_FAILURE_ACTIONS;
import io.github.winsvc.scm.FailureAction;
import io.github.winsvc.scm.FailureAction.Kind;
import io.github.winsvc.scm.ServiceSetting.Recovery;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OptionalConfig}: the memory that Windows reads and writes.
 */
class OptionalConfigTests {

	private static final int COUNT = 3 * Native.POINTER_SIZE;

	private static final int ACTIONS = 4 * Native.POINTER_SIZE;

	/** Keeps the memory from being freed while it is looked at. */
	private final List<SERVICE_FAILURE_ACTIONS> held = new ArrayList<>();

	@Test
	void whenRecoveryIsWrittenThenMemoryIsAsWindowsReadsIt() {
		Pointer memory = write(new Recovery(List.of(Duration.ofSeconds(5), Duration.ofMinutes(1)), Duration.ofDays(1)));
		assertThat(memory.getInt(0)).as("dwResetPeriod").isEqualTo(86400);
		assertThat(memory.getPointer(Native.POINTER_SIZE).getWideString(0)).as("lpRebootMsg").isEmpty();
		assertThat(memory.getPointer(2L * Native.POINTER_SIZE).getWideString(0)).as("lpCommand").isEmpty();
		assertThat(memory.getInt(COUNT)).as("cActions").isEqualTo(2);
		assertThat(memory.getPointer(ACTIONS).getIntArray(0, 4)).as("lpsaActions").containsExactly(1, 5000, 1, 60000);
	}

	@Test
	void whenRecoveryRebootsThenMemoryHoldsMessageAndEachKindOfAction() {
		Pointer memory = write(new Recovery(List.of(new FailureAction(Kind.COMMAND, Duration.ofSeconds(1)),
				new FailureAction(Kind.REBOOT, Duration.ofSeconds(2)), new FailureAction(Kind.NONE, Duration.ZERO)),
				Duration.ofHours(1), "cmd /c echo", "Going down"));
		assertThat(memory.getPointer(Native.POINTER_SIZE).getWideString(0)).isEqualTo("Going down");
		assertThat(memory.getPointer(2L * Native.POINTER_SIZE).getWideString(0)).isEqualTo("cmd /c echo");
		assertThat(memory.getPointer(ACTIONS).getIntArray(0, 6)).containsExactly(3, 1000, 2, 2000, 0, 0);
	}

	@Test
	void whenRecoveryIsEmptyThenArrayIsThereToDeleteTheFormerOne() {
		Pointer memory = write(new Recovery(List.of(), Duration.ZERO));
		assertThat(memory.getInt(COUNT)).as("cActions").isZero();
		assertThat(memory.getPointer(ACTIONS)).as("lpsaActions").isNotNull();
	}

	@Test
	void whenMemoryIsReadThenRecoveryIsTheOneWritten() {
		Recovery recovery = new Recovery(
				List.of(FailureAction.restart(Duration.ofSeconds(5)),
						new FailureAction(Kind.COMMAND, Duration.ofSeconds(30))),
				Duration.ofDays(1), "cmd /c echo", "Going down");
		SERVICE_FAILURE_ACTIONS actions = OptionalConfig.failureActions(recovery);
		actions.write();
		assertThat(OptionalConfig.recovery(actions.getPointer())).isEqualTo(recovery);
	}

	private Pointer write(Recovery recovery) {
		SERVICE_FAILURE_ACTIONS actions = OptionalConfig.failureActions(recovery);
		this.held.add(actions);
		actions.write();
		return actions.getPointer();
	}

}
