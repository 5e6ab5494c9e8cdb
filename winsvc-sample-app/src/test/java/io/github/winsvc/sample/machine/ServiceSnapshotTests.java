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

package io.github.winsvc.sample.machine;

import org.junit.jupiter.api.Test;

import io.github.winsvc.scm.ServiceState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServiceSnapshot}.
 */
class ServiceSnapshotTests {

	@Test
	void whenServiceRunsThenItsProcessIsKept() {
		assertThat(ServiceSnapshot.parse("""
				SERVICE_NAME: svc
				        TYPE               : 10  WIN32_OWN_PROCESS
				        STATE              : 4  RUNNING
				        WIN32_EXIT_CODE    : 0  (0x0)
				        SERVICE_EXIT_CODE  : 0  (0x0)
				        CHECKPOINT         : 0x0
				        WAIT_HINT          : 0x0
				""", 248)).contains(new ServiceSnapshot(ServiceState.RUNNING, 0, 0, 248));
	}

	@Test
	void whenServiceHasFailedThenBothCodesAreReadAndThereIsNoProcess() {
		assertThat(ServiceSnapshot.parse("""
				SERVICE_NAME: svc
				        TYPE               : 10  WIN32_OWN_PROCESS
				        STATE              : 1  STOPPED
				        WIN32_EXIT_CODE    : 1066  (0x42a)
				        SERVICE_EXIT_CODE  : 7  (0x7)
				        CHECKPOINT         : 0x0
				        WAIT_HINT          : 0x0
				""", 248)).contains(new ServiceSnapshot(ServiceState.STOPPED, 1066, 7, 0));
	}

	@Test
	void whenLabelsAreGermanThenNumbersAreReadInOrder() {
		assertThat(ServiceSnapshot.parse("""
				SERVICE_NAME: svc
				        TYP                : 10  WIN32_OWN_PROCESS
				        STATUS             : 4  RUNNING
				                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)
				        WIN32_EXITCODE     : 0  (0x0)
				        DIENST_EXITCODE    : 0  (0x0)
				        PR\u00dcFPUNKT          : 0x0
				        WARTEHINWEIS       : 0x0
				""", 1)).contains(new ServiceSnapshot(ServiceState.RUNNING, 0, 0, 1));
	}

	@Test
	void whenThereIsNoStatusThenResultIsEmpty() {
		assertThat(ServiceSnapshot.parse("", 1)).isEmpty();
	}

}
