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

import java.util.List;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.Dependencies;
import io.github.winsvc.scm.ServiceSetting.DisplayName;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.ServiceSetting.LoadOrderGroup;
import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.StartType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link BasicConfig}: the bytes of {@code QUERY_SERVICE_CONFIG}, which are
 * dwServiceType, dwStartType, dwErrorControl, lpBinaryPathName, lpLoadOrderGroup,
 * dwTagId, lpDependencies, lpServiceStartName and lpDisplayName.
 */
class BasicConfigTests {

	private static final String NULL = "0000000000000000";

	/**
	 * The layouts below are those of a 64-bit process.
	 */
	@BeforeEach
	void pointersHaveEightBytes() {
		assertThat(Native.POINTER_SIZE).isEqualTo(8);
	}

	@Test
	void whenAllFieldsAreSetThenEachIsRead() {
		try (Memory config = NativeLayout
			.memory("10000000 02000000 01000000 00000000 @64 @72 07000000 00000000 @80 @106 "
					+ "@116 \"a_b.\" \"Net.\" \"Tcpip.+NetG..\" \"A\\B\u00fc.\" \"Orders.\"")) {
			assertThat(BasicConfig.settings(config)).containsExactlyInAnyOrder(new ImagePath("a_b"),
					new Start(StartType.AUTO), new LoadOrderGroup("Net"), new Dependencies(List.of("Tcpip", "+NetG")),
					new Account("A\\B\u00fc"), new DisplayName("Orders"));
		}
	}

	@Test
	void whenPointersAreNullThenTextsAndListsAreEmpty() {
		try (Memory config = NativeLayout.memory("10000000 03000000 01000000 00000000 " + NULL.repeat(6))) {
			assertThat(BasicConfig.settings(config)).containsExactlyInAnyOrder(new ImagePath(""),
					new Start(StartType.MANUAL), new LoadOrderGroup(""), new Dependencies(List.of()), new Account(""),
					new DisplayName(""));
		}
	}

	@Test
	void whenTextsAndListsAreEmptyThenSoAreTheSettings() {
		try (Memory config = NativeLayout
			.memory("10000000 04000000 01000000 00000000 @64 @66 00000000 00000000 @68 @72 "
					+ "@74 0000 0000 0000 0000 0000 0000")) {
			assertThat(BasicConfig.settings(config)).containsExactlyInAnyOrder(new ImagePath(""),
					new Start(StartType.DISABLED), new LoadOrderGroup(""), new Dependencies(List.of()), new Account(""),
					new DisplayName(""));
		}
	}

	@Test
	void whenServiceIsOfADriverThenItsStartTypeIsRefused() {
		try (Memory config = NativeLayout.memory("01000000 00000000 01000000 00000000 " + NULL.repeat(6))) {
			assertThatIllegalArgumentException().isThrownBy(() -> BasicConfig.settings(config));
		}
	}

}
