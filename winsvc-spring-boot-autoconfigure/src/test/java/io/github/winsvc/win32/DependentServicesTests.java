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

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Winsvc.ENUM_SERVICE_STATUS;
import io.github.winsvc.scm.ServiceName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DependentServices}.
 */
class DependentServicesTests {

	@Test
	void whenSizeIsComputedThenItIsThatOfTheStructure() {
		assertThat(DependentServices.size()).isEqualTo(new ENUM_SERVICE_STATUS().size());
	}

	@Test
	void whenWindowsTellsServicesThenTheirNamesAreReadInOrder() {
		try (Memory services = new Memory(2L * DependentServices.size());
				Memory billing = text("billing");
				Memory reports = text("MSSQL$REPORTS")) {
			services.clear();
			services.setPointer(0, billing);
			services.setPointer(DependentServices.size(), reports);
			assertThat(DependentServices.names(services, 2)).containsExactly(new ServiceName("billing"),
					new ServiceName("MSSQL$REPORTS"));
			assertThat(DependentServices.names(services, 0)).isEmpty();
		}
	}

	private static Memory text(String text) {
		Memory memory = new Memory((text.length() + 1L) * Native.WCHAR_SIZE);
		memory.setWideString(0, text);
		return memory;
	}

}
