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

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.winsvc.scm.ServiceTrigger;
import io.github.winsvc.scm.TriggerData;
import io.github.winsvc.scm.TriggerEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TriggerMemory}: the memory that Windows reads and writes.
 */
class TriggerMemoryTests {

	private static final ServiceTrigger NETWORK = trigger(TriggerEvent.NETWORK_AVAILABLE, ServiceTrigger.START);

	private static final ServiceTrigger PORT = trigger(TriggerEvent.FIREWALL_PORT_CLOSE, ServiceTrigger.STOP,
			TriggerData.list(List.of("5001", "UDP")));

	private static final ServiceTrigger PIPES = trigger(TriggerEvent.NAMED_PIPE, ServiceTrigger.START,
			TriggerData.text("orders"), TriggerData.text("gr\u00fc\u00dfe"));

	private static ServiceTrigger trigger(TriggerEvent event, int action, TriggerData... data) {
		return new ServiceTrigger(event.type(), action, event.subtype().orElseThrow(), List.of(data));
	}

	/**
	 * The offsets below are those of a 64-bit process.
	 */
	@BeforeEach
	void pointersHaveEightBytes() {
		assertThat(Native.POINTER_SIZE).isEqualTo(8);
	}

	@Test
	void whenTriggersAreWrittenThenStructuresAreWhereWindowsReadsThem() {
		try (Memory memory = TriggerMemory.write(List.of(NETWORK, PORT))) {
			// INFO 24, two triggers of 32, two GUIDs of 16, an item of 16, 20 bytes of
			// text
			assertThat(memory.size()).isEqualTo(24 + 64 + 32 + 16 + 20);
			assertThat(memory.getInt(0)).as("cTriggers").isEqualTo(2);
			assertThat(offset(memory, 8)).as("pTriggers").isEqualTo(24);
			assertThat(memory.getPointer(16)).as("pReserved").isNull();
			assertThat(memory.getIntArray(24, 2)).as("dwTriggerType, dwAction").containsExactly(2, 1);
			assertThat(offset(memory, 32)).as("pTriggerSubtype").isEqualTo(88);
			assertThat(memory.getInt(40)).as("cDataItems").isZero();
			assertThat(memory.getPointer(48)).as("pDataItems").isNull();
			assertThat(memory.getIntArray(56, 2)).as("dwTriggerType, dwAction").containsExactly(4, 2);
			assertThat(offset(memory, 64)).as("pTriggerSubtype").isEqualTo(104);
			assertThat(memory.getInt(72)).as("cDataItems").isEqualTo(1);
			assertThat(offset(memory, 80)).as("pDataItems").isEqualTo(120);
			assertThat(memory.getIntArray(120, 2)).as("dwDataType, cbData").containsExactly(2, 20);
			assertThat(offset(memory, 128)).as("pData").isEqualTo(136);
		}
	}

	@Test
	void whenTriggersAreWrittenThenGuidsAndTextsAreTheBytesOfWindows() {
		try (Memory memory = TriggerMemory.write(List.of(NETWORK, PORT))) {
			assertThat(hex(memory.getByteArray(88, 16))).isEqualTo("def2274fe2140b43a5497cd48cbc8245");
			assertThat(hex(memory.getByteArray(104, 16))).isEqualTo("38ed44a1128ee44d9d96e64740b1a524");
			assertThat(new String(memory.getByteArray(136, 20), StandardCharsets.UTF_16LE)).isEqualTo("5001\0UDP\0\0");
		}
	}

	@Test
	void whenSeveralTextsAreWrittenThenEachIsAnItem() {
		try (Memory memory = TriggerMemory.write(List.of(PIPES))) {
			long items = offset(memory, 24 + 24);
			assertThat(memory.getInt(24 + 16)).as("cDataItems").isEqualTo(2);
			assertThat(memory.getIntArray(items, 2)).containsExactly(2, 14);
			assertThat(memory.getIntArray(items + 16, 2)).containsExactly(2, 12);
			assertThat(new String(memory.getPointer(items + 24).getByteArray(0, 12), StandardCharsets.UTF_16LE))
				.isEqualTo("gr\u00fc\u00dfe\0");
		}
	}

	@Test
	void whenThereIsNoTriggerThenMemoryIsThatOfNone() {
		try (Memory memory = TriggerMemory.write(List.of())) {
			assertThat(memory.getByteArray(0, 24)).hasSize((int) memory.size()).containsOnly(0);
			assertThat(TriggerMemory.read(memory)).isEmpty();
		}
	}

	@Test
	void whenMemoryIsReadThenTriggersAreThoseWritten() {
		ServiceTrigger bytes = new ServiceTrigger(20, ServiceTrigger.STOP, UUID.randomUUID(),
				List.of(new TriggerData(1, "00ff10"), new TriggerData(3, ""), TriggerData.text("")));
		List<ServiceTrigger> triggers = List.of(NETWORK, PORT, PIPES, bytes);
		try (Memory memory = TriggerMemory.write(triggers)) {
			assertThat(TriggerMemory.read(memory)).isEqualTo(triggers);
		}
	}

	@Test
	void whenTriggerHasNoGuidThenItIsReadAllTheSame() {
		try (Memory memory = TriggerMemory.write(List.of(NETWORK))) {
			memory.setPointer(32, Pointer.NULL);
			assertThat(TriggerMemory.read(memory)).extracting(ServiceTrigger::subtype).containsExactly(new UUID(0, 0));
		}
	}

	private static long offset(Memory memory, long pointer) {
		return Pointer.nativeValue(memory.getPointer(pointer)) - Pointer.nativeValue(memory);
	}

	private static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(bytes);
	}

}
