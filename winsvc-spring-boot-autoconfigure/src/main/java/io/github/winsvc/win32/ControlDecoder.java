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
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.github.winsvc.scm.DeviceEvent;
import io.github.winsvc.scm.DeviceInterface;
import io.github.winsvc.scm.HardwareProfileChange;
import io.github.winsvc.scm.PowerEvent;
import io.github.winsvc.scm.PowerSetting;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.SessionChange;
import io.github.winsvc.scm.TimeChange;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the SCM gives to a control handler. Whatever it gives, the result is a
 * control: one that makes no sense is {@link ServiceControl.Other}.
 */
final class ControlDecoder {

	private static final ServiceControl.Standard[] STANDARD = ServiceControl.Standard.values();

	/** The beginning of the calendar that FILETIME counts from. */
	private static final Instant WINDOWS_EPOCH = Instant.parse("1601-01-01T00:00:00Z");

	private static final long TICKS_PER_SECOND = 10_000_000;

	private static final int GUID_SIZE = 16;

	private static final int DBT_DEVTYP_DEVICEINTERFACE = 5;

	private static final int DEVICE_HEADER_SIZE = 12;

	private ControlDecoder() {
	}

	/**
	 * Decode a control.
	 * @param control the value of {@code dwControl}
	 * @param eventType the value of {@code dwEventType}
	 * @param data a copy of what {@code lpEventData} points to
	 */
	static ServiceControl decode(int control, int eventType, ByteBuffer data) {
		for (ServiceControl.Standard standard : STANDARD) {
			if (standard.code() == control) {
				return standard;
			}
		}
		if (ServiceControl.Custom.isCustom(control)) {
			return new ServiceControl.Custom(control);
		}
		ServiceControl decoded = switch (control) {
			case SessionChange.CODE -> sessionChange(eventType, data.order(ByteOrder.LITTLE_ENDIAN));
			case PowerEvent.CODE -> powerEvent(eventType, data.order(ByteOrder.LITTLE_ENDIAN));
			case TimeChange.CODE -> timeChange(data.order(ByteOrder.LITTLE_ENDIAN));
			case DeviceEvent.CODE -> deviceEvent(eventType, data.order(ByteOrder.LITTLE_ENDIAN));
			case HardwareProfileChange.CODE -> new HardwareProfileChange(HardwareProfileChange.Kind.of(eventType));
			default -> null;
		};
		return (decoded != null) ? decoded : new ServiceControl.Other(control, eventType);
	}

	/**
	 * {@code WTSSESSION_NOTIFICATION}: its size, the session.
	 */
	private static @Nullable SessionChange sessionChange(int eventType, ByteBuffer data) {
		return (data.remaining() >= 8) ? new SessionChange(SessionChange.Reason.of(eventType), data.getInt(4)) : null;
	}

	/**
	 * {@code POWERBROADCAST_SETTING}: the setting, the length of its value, the value.
	 */
	private static @Nullable PowerEvent powerEvent(int eventType, ByteBuffer data) {
		PowerEvent.Kind kind = PowerEvent.Kind.of(eventType);
		if (kind != PowerEvent.Kind.POWERSETTINGCHANGE) {
			return new PowerEvent(kind, null);
		}
		if (data.remaining() < GUID_SIZE + Integer.BYTES) {
			return null;
		}
		UUID id = guid(data, 0);
		int length = data.getInt(GUID_SIZE);
		if (length < 0 || length > data.remaining() - GUID_SIZE - Integer.BYTES) {
			return null;
		}
		byte[] value = new byte[length];
		data.get(GUID_SIZE + Integer.BYTES, value);
		return new PowerEvent(kind, new PowerSetting(id, value));
	}

	/**
	 * {@code SERVICE_TIMECHANGE_INFO}: the new and the old time in units of 100 ns.
	 */
	private static @Nullable TimeChange timeChange(ByteBuffer data) {
		return (data.remaining() >= 2 * Long.BYTES)
				? new TimeChange(instant(data.getLong(0)), instant(data.getLong(Long.BYTES))) : null;
	}

	private static Instant instant(long ticks) {
		return WINDOWS_EPOCH.plus(Duration.ofSeconds(Math.floorDiv(ticks, TICKS_PER_SECOND),
				Math.floorMod(ticks, TICKS_PER_SECOND) * 100L));
	}

	/**
	 * {@code DEV_BROADCAST_HDR}: its size, the type of device, a reserved number; in a
	 * {@code DEV_BROADCAST_DEVICEINTERFACE} the class and the name follow.
	 */
	private static @Nullable DeviceEvent deviceEvent(int eventType, ByteBuffer data) {
		DeviceEvent.Kind kind = DeviceEvent.Kind.of(eventType);
		if (data.remaining() < DEVICE_HEADER_SIZE) {
			return null;
		}
		if (data.getInt(Integer.BYTES) != DBT_DEVTYP_DEVICEINTERFACE) {
			return new DeviceEvent(kind, null);
		}
		int begin = DEVICE_HEADER_SIZE + GUID_SIZE;
		if (data.remaining() < begin) {
			return null;
		}
		String name = StandardCharsets.UTF_16LE
			.decode(data.slice(begin, (data.remaining() - begin) / Character.BYTES * Character.BYTES))
			.toString();
		int end = name.indexOf('\0');
		return new DeviceEvent(kind,
				new DeviceInterface(guid(data, DEVICE_HEADER_SIZE), (end < 0) ? name : name.substring(0, end)));
	}

	/**
	 * A GUID is a number, two short ones, and eight bytes in their order.
	 */
	private static UUID guid(ByteBuffer data, int index) {
		long most = (Integer.toUnsignedLong(data.getInt(index)) << 32)
				| (Short.toUnsignedLong(data.getShort(index + 4)) << 16)
				| Short.toUnsignedLong(data.getShort(index + 6));
		long least = Long.reverseBytes(data.getLong(index + 8));
		return new UUID(most, least);
	}

}
