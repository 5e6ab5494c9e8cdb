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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Random;
import java.util.UUID;

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.DeviceEvent;
import io.github.winsvc.scm.DeviceInterface;
import io.github.winsvc.scm.HardwareProfileChange;
import io.github.winsvc.scm.PowerEvent;
import io.github.winsvc.scm.PowerSetting;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceControl.Custom;
import io.github.winsvc.scm.ServiceControl.Other;
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.SessionChange;
import io.github.winsvc.scm.TimeChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ControlDecoder}.
 */
class ControlDecoderTests {

	private static final UUID AC_DC_POWER_SOURCE = UUID.fromString("5d3e9a59-e9d5-4b00-a6bd-ff34ff516548");

	private static final byte[] AC_DC_POWER_SOURCE_BYTES = { 0x59, (byte) 0x9a, 0x3e, 0x5d, (byte) 0xd5, (byte) 0xe9,
			0x00, 0x4b, (byte) 0xa6, (byte) 0xbd, (byte) 0xff, 0x34, (byte) 0xff, 0x51, 0x65, 0x48 };

	private static ServiceControl decode(int control, int eventType, ByteBuffer data) {
		return ControlDecoder.decode(control, eventType, data.flip());
	}

	private static ByteBuffer data() {
		return ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
	}

	@ParameterizedTest
	@EnumSource
	void whenControlHasNoPayloadThenItIsKnownByItsCode(Standard control) {
		assertThat(decode(control.code(), 0, data())).isEqualTo(control);
	}

	@ParameterizedTest
	@ValueSource(ints = { 128, 200, 255 })
	void whenCodeIsOfTheApplicationThenControlIsCustom(int code) {
		assertThat(decode(code, 0, data())).isEqualTo(new Custom(code));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 17, 127, 256, -1 })
	void whenCodeIsUnknownThenControlIsOther(int code) {
		assertThat(decode(code, 7, data())).isEqualTo(new Other(code, 7));
	}

	@ParameterizedTest
	@CsvSource({ "1, CONSOLE_CONNECT", "5, SESSION_LOGON", "7, SESSION_LOCK", "8, SESSION_UNLOCK",
			"11, SESSION_TERMINATE", "0, OTHER", "99, OTHER" })
	void whenSessionChangesThenReasonAndSessionAreKnown(int eventType, SessionChange.Reason reason) {
		assertThat(decode(14, eventType, data().putInt(8).putInt(3))).isEqualTo(new SessionChange(reason, 3));
	}

	@Test
	void whenPowerSettingChangesThenItsIdAndValueAreKnown() {
		ServiceControl control = decode(13, 0x8013, data().put(AC_DC_POWER_SOURCE_BYTES).putInt(4).putInt(1));
		assertThat(control).isEqualTo(new PowerEvent(PowerEvent.Kind.POWERSETTINGCHANGE,
				new PowerSetting(AC_DC_POWER_SOURCE, new byte[] { 1, 0, 0, 0 })));
		assertThat(((PowerEvent) control).setting().number()).hasValue(1);
	}

	@ParameterizedTest
	@CsvSource({ "4, SUSPEND", "7, RESUMESUSPEND", "10, POWERSTATUSCHANGE", "18, RESUMEAUTOMATIC", "9, OTHER" })
	void whenPowerChangesThenKindIsKnown(int eventType, PowerEvent.Kind kind) {
		assertThat(decode(13, eventType, data())).isEqualTo(new PowerEvent(kind, null));
	}

	@Test
	void whenTimeChangesThenBothTimesAreKnown() {
		assertThat(decode(16, 0, data().putLong(133_485_408_000_000_000L).putLong(1))).isEqualTo(
				new TimeChange(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("1601-01-01T00:00:00.000000100Z")));
	}

	@Test
	void whenDeviceArrivesThenItsClassAndNameAreKnown() {
		ByteBuffer data = data().putInt(60).putInt(5).putInt(0).put(AC_DC_POWER_SOURCE_BYTES);
		data.put("\\\\?\\USB#1\0rest".getBytes(StandardCharsets.UTF_16LE));
		assertThat(decode(11, 0x8000, data)).isEqualTo(new DeviceEvent(DeviceEvent.Kind.DEVICEARRIVAL,
				new DeviceInterface(AC_DC_POWER_SOURCE, "\\\\?\\USB#1")));
	}

	@Test
	void whenEventIsAboutVolumeThenThereIsNoDevice() {
		assertThat(decode(11, 0x8004, data().putInt(20).putInt(2).putInt(0).putInt(4)))
			.isEqualTo(new DeviceEvent(DeviceEvent.Kind.DEVICEREMOVECOMPLETE, null));
	}

	@ParameterizedTest
	@CsvSource({ "23, QUERYCHANGECONFIG", "24, CONFIGCHANGED", "25, CONFIGCHANGECANCELED", "1, OTHER" })
	void whenHardwareProfileChangesThenKindIsKnown(int eventType, HardwareProfileChange.Kind kind) {
		assertThat(decode(12, eventType, data())).isEqualTo(new HardwareProfileChange(kind));
	}

	@ParameterizedTest
	@CsvSource({ "14, 5, 7", "14, 5, 0", "16, 0, 15", "13, 0x8013, 19", "11, 0x8000, 11" })
	void whenPayloadIsTooShortThenControlIsOther(String control, String eventType, int length) {
		assertThat(
				ControlDecoder.decode(Integer.decode(control), Integer.decode(eventType), ByteBuffer.allocate(length)))
			.isEqualTo(new Other(Integer.decode(control), Integer.decode(eventType)));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 5, Integer.MAX_VALUE, Integer.MIN_VALUE })
	void whenLengthOfPowerSettingIsALieThenControlIsOther(int length) {
		assertThat(decode(13, 0x8013, data().put(AC_DC_POWER_SOURCE_BYTES).putInt(length).putInt(1)))
			.isEqualTo(new Other(13, 0x8013));
	}

	@Test
	void whenPayloadIsGarbageThenItIsAControlAllTheSame() {
		Random random = new Random(7);
		for (int i = 0; i < 20_000; i++) {
			byte[] garbage = new byte[random.nextInt(64)];
			random.nextBytes(garbage);
			int control = random.nextInt(20);
			assertThat(ControlDecoder
				.decode(control, random.nextBoolean() ? random.nextInt() : 0x8013, ByteBuffer.wrap(garbage))
				.code()).isEqualTo(control);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "INTERROGATE" })
	void whenWindowsDefinesControlThenItIsKnownWhatAcceptsIt(Standard control) {
		assertThat(control.acceptance())
			.hasValueSatisfying((kind) -> assertThat(kind.codes()).contains(control.code()));
	}

	@Test
	void whenControlIsCustomOrInterrogateThenNothingNeedsToAcceptIt() {
		assertThat(new Custom(200).acceptance()).isEmpty();
		assertThat(Standard.INTERROGATE.acceptance()).isEmpty();
	}

	@Test
	void whenAllKindsAreAcceptedThenMaskIsThatOfWindows() {
		assertThat(AcceptedControl.mask(EnumSet.allOf(AcceptedControl.class))).isEqualTo(0xfff);
	}

}
