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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import io.github.winsvc.scm.FileRole;
import io.github.winsvc.scm.ServiceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityDescriptorTests {

	private static final int[] SYSTEM = { 5, 18 };

	private static final int[] ADMINISTRATORS = { 5, 32, 544 };

	private static final int[] USERS = { 5, 32, 545 };

	private static final int[] EVERYONE = { 1, 0 };

	private static final int FULL = 0x1F01FF;

	private static final int READ = 0x1200A9;

	private final ByteBuffer bytes = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);

	@Test
	void whenOthersMayOnlyReadThenTheyAreNotAmongTheWriters() {
		begin(ADMINISTRATORS);
		entry(0, 0, FULL, SYSTEM);
		entry(0, 0, READ, USERS);
		assertThat(descriptor().writers()).containsExactly("S-1-5-32-544", "S-1-5-18");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0x2, 0x4, 0x40, 0x10000, 0x40000, 0x80000, 0x10000000, 0x40000000, 0x1301BF })
	void whenARightLetsChangeTheFileThenItCounts(int mask) {
		begin(ADMINISTRATORS);
		entry(0, 0, mask | READ, USERS);
		assertThat(descriptor().writers()).contains("S-1-5-32-545");
	}

	@Test
	void whenAnEntryIsForWhatIsBelowThenItDoesNotCount() {
		begin(ADMINISTRATORS);
		entry(0, 0x0B, FULL, USERS);
		assertThat(descriptor().writers()).containsExactly("S-1-5-32-544");
	}

	@Test
	void whenEntriesAreOfOtherKindsThenTheyArePassedOver() {
		begin(ADMINISTRATORS);
		entry(0x11, 0, FULL, EVERYONE);
		entry(9, 0, FULL, USERS);
		assertThat(descriptor().writers()).containsExactly("S-1-5-32-544", "S-1-5-32-545");
	}

	@Test
	void whenARightIsDeniedFirstThenItIsNotGranted() {
		begin(ADMINISTRATORS);
		entry(1, 0, FULL, EVERYONE);
		entry(0, 0, FULL, USERS);
		assertThat(descriptor().writers()).containsExactly("S-1-5-32-544");
	}

	@Test
	void whenAnotherGroupIsDeniedThenTheRightIsGranted() {
		begin(ADMINISTRATORS);
		entry(1, 0, FULL, SYSTEM);
		entry(0, 0, FULL, USERS);
		assertThat(descriptor().writers()).contains("S-1-5-32-545");
	}

	@Test
	void whenThereIsNoListThenEveryoneMayWrite() {
		begin(ADMINISTRATORS);
		this.bytes.putInt(16, 0);
		assertThat(descriptor().writers()).containsExactly("S-1-5-32-544", "S-1-1-0");
		this.bytes.putShort(2, (short) 0x8000);
		assertThat(descriptor().writers()).contains("S-1-1-0");
	}

	@Test
	void whenAUserOwnsTheFileThenHeIsAmongTheWriters() {
		begin(new int[] { 5, 21, -1, 2, 3, 1001 });
		assertThat(descriptor().writers()).containsExactly("S-1-5-21-4294967295-2-3-1001");
	}

	@Test
	void whenAnAccountCouldTakeOverTheMachineAnywayThenItIsTrusted() {
		ServiceName name = new ServiceName("orders");
		assertThat(new String[] { "S-1-5-18", "S-1-5-32-544", "S-1-5-21-1-2-3-500", "S-1-5-21-1-2-3-512", "S-1-3-0",
				"S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464" })
			.allMatch((sid) -> TrustedAccounts.contain(sid, FileRole.PROGRAM, name));
		assertThat(new String[] { "S-1-1-0", "S-1-5-11", "S-1-5-32-545", "S-1-5-21-1-2-3-1001", "S-1-5-19",
				"S-1-5-80-0", ServiceSidText.of(new ServiceName("billing")) })
			.noneMatch((sid) -> TrustedAccounts.contain(sid, FileRole.DATA, name));
	}

	@ParameterizedTest
	@CsvSource({ "PROGRAM,false", "WAY,false", "DATA,true" })
	void whenTheServiceMayWriteThenItIsTrustedWhereItHasTo(FileRole role, boolean trusted) {
		ServiceName name = new ServiceName("orders");
		assertThat(TrustedAccounts.contain(ServiceSidText.of(name), role, name)).isEqualTo(trusted);
	}

	@ParameterizedTest
	@CsvSource({ "2,false", "4,false", "0x40000000,false", "0x40,true", "0x10000,true", "0x40000,true", "0x80000,true",
			"0x10000000,true" })
	void whenARightLetsRenameWhatIsInADirectoryThenItCountsOnTheWay(String mask, boolean counts) {
		begin(ADMINISTRATORS);
		entry(0, 0, Integer.decode(mask) | READ, USERS);
		assertThat(descriptor().renamers().contains("S-1-5-32-545")).isEqualTo(counts);
	}

	/**
	 * Write the header, the owner at 20, and an empty list at 64.
	 */
	private void begin(int[] owner) {
		this.bytes.put(0, (byte) 1).putShort(2, (short) 0x8004).putInt(4, 20).putInt(16, 64);
		this.bytes.position(20);
		sid(owner);
		this.bytes.putShort(64, (short) 0x2).putShort(68, (short) 0);
		this.bytes.position(72);
	}

	private void entry(int type, int flags, int mask, int[] sid) {
		this.bytes.putShort(68, (short) (this.bytes.getShort(68) + 1));
		this.bytes.put((byte) type).put((byte) flags).putShort((short) (8 + 8 + 4 * (sid.length - 1))).putInt(mask);
		sid(sid);
	}

	/**
	 * Write a SID, the authority first.
	 */
	private void sid(int[] sid) {
		this.bytes.put((byte) 1).put((byte) (sid.length - 1)).putShort((short) 0);
		this.bytes.putInt(Integer.reverseBytes(sid[0]));
		for (int i = 1; i < sid.length; i++) {
			this.bytes.putInt(sid[i]);
		}
	}

	private SecurityDescriptor descriptor() {
		return new SecurityDescriptor(this.bytes);
	}

}
