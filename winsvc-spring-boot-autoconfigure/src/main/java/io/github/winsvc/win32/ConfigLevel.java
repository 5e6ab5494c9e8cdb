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
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSetting.DelayedStart;
import io.github.winsvc.scm.ServiceSetting.Description;
import io.github.winsvc.scm.ServiceSetting.PreshutdownTimeout;
import io.github.winsvc.scm.ServiceSetting.Recovery;
import io.github.winsvc.scm.ServiceSetting.RecoveryOnFailureExit;
import io.github.winsvc.scm.ServiceSetting.RequiredPrivileges;
import io.github.winsvc.scm.ServiceSetting.ServiceSid;
import io.github.winsvc.scm.ServiceSetting.Triggers;
import io.github.winsvc.scm.ServiceSidType;

/**
 * The levels of {@code ChangeServiceConfig2} and {@code QueryServiceConfig2}, each with
 * the structure that holds its setting.
 */
enum ConfigLevel {

	/** {@code SERVICE_DESCRIPTION}: a pointer to the text. */
	DESCRIPTION(1, Description.class, (setting) -> pointer(WideText.bytes(setting.value())),
			(info) -> new Description(WideText.read(info.getPointer(0)))),

	/** {@code SERVICE_FAILURE_ACTIONS}. */
	FAILURE_ACTIONS(2, Recovery.class, RecoveryMemory::write, RecoveryMemory::read),

	/** {@code SERVICE_DELAYED_AUTO_START_INFO}: a BOOL. */
	DELAYED_AUTO_START_INFO(3, DelayedStart.class, (setting) -> dword(setting.value() ? 1 : 0),
			(info) -> new DelayedStart(info.getInt(0) != 0)),

	/** {@code SERVICE_FAILURE_ACTIONS_FLAG}: a BOOL. */
	FAILURE_ACTIONS_FLAG(4, RecoveryOnFailureExit.class, (setting) -> dword(setting.value() ? 1 : 0),
			(info) -> new RecoveryOnFailureExit(info.getInt(0) != 0)),

	/** {@code SERVICE_SID_INFO}: a DWORD. */
	SERVICE_SID_INFO(5, ServiceSid.class, (setting) -> dword(setting.value().code()),
			(info) -> new ServiceSid(ServiceSidType.of(info.getInt(0)))),

	/** {@code SERVICE_REQUIRED_PRIVILEGES_INFO}: a pointer to a list of strings. */
	REQUIRED_PRIVILEGES_INFO(6, RequiredPrivileges.class, (setting) -> pointer(MultiString.bytes(setting.value())),
			(info) -> new RequiredPrivileges(MultiString.read(info.getPointer(0)))),

	/** {@code SERVICE_PRESHUTDOWN_INFO}: a DWORD of milliseconds. */
	PRESHUTDOWN_INFO(7, PreshutdownTimeout.class, (setting) -> dword((int) setting.value().toMillis()),
			(info) -> new PreshutdownTimeout(Duration.ofMillis(Integer.toUnsignedLong(info.getInt(0))))),

	/** {@code SERVICE_TRIGGER_INFO}. */
	TRIGGER_INFO(8, Triggers.class, (setting) -> TriggerMemory.write(setting.value()),
			(info) -> new Triggers(TriggerMemory.read(info)));

	private final int code;

	private final Class<? extends ServiceSetting> kind;

	private final Function<ServiceSetting, Memory> writer;

	private final Function<Pointer, ? extends ServiceSetting> reader;

	<S extends ServiceSetting> ConfigLevel(int code, Class<S> kind, Function<S, Memory> writer,
			Function<Pointer, S> reader) {
		this.code = code;
		this.kind = kind;
		this.writer = (setting) -> writer.apply(kind.cast(setting));
		this.reader = reader;
	}

	/**
	 * Return the level that holds settings of a kind.
	 * @return the level, empty if none does
	 */
	static Optional<ConfigLevel> of(ServiceSetting setting) {
		return Arrays.stream(values()).filter((level) -> level.kind.isInstance(setting)).findFirst();
	}

	/**
	 * Return the value of {@code dwInfoLevel}.
	 * @return 1 to 8
	 */
	int code() {
		return this.code;
	}

	Class<? extends ServiceSetting> kind() {
		return this.kind;
	}

	/**
	 * Lay a setting of this level out.
	 * @return one piece of memory, with the structure at its beginning
	 */
	Memory write(ServiceSetting setting) {
		return this.writer.apply(setting);
	}

	/**
	 * Read the setting.
	 * @param info where the structure begins
	 */
	ServiceSetting read(Pointer info) {
		return this.reader.apply(info);
	}

	private static Memory dword(int value) {
		Memory memory = new Memory(Integer.BYTES);
		memory.setInt(0, value);
		return memory;
	}

	private static Memory pointer(byte[] bytes) {
		Memory memory = new Memory(Native.POINTER_SIZE + bytes.length);
		memory.setPointer(0, memory.share(Native.POINTER_SIZE));
		memory.write(Native.POINTER_SIZE, bytes, 0, bytes.length);
		return memory;
	}

}
