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

import java.util.Set;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.ptr.IntByReference;
import io.github.winsvc.scm.FailureAction;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.UnsupportedSettingException;
import io.github.winsvc.scm.Win32Error;

/**
 * What a service may have: {@code QueryServiceConfig2} and {@code ChangeServiceConfig2}.
 */
final class OptionalConfig {

	/** What an SCM answers that does not know a level. */
	private static final Set<Integer> UNKNOWN_LEVEL = Set.of(Win32Error.INVALID_LEVEL.code(),
			Win32Error.INVALID_TAG.code());

	private OptionalConfig() {
	}

	/**
	 * Read the setting of a level.
	 * @throws UnsupportedSettingException if the SCM does not know the level
	 */
	static ServiceSetting read(ServiceHandle service, ConfigLevel level) {
		IntByReference size = new IntByReference();
		// A level of a fixed size wants its room at once, one with text tells how much it
		// needs
		try (Memory info = new Memory(64)) {
			if (query(service, level, info, size)) {
				return level.read(info);
			}
		}
		if (size.getValue() == 0) {
			throw failure("QueryServiceConfig2");
		}
		try (Memory info = new Memory(size.getValue())) {
			if (!query(service, level, info, size)) {
				throw failure("QueryServiceConfig2");
			}
			return level.read(info);
		}
	}

	private static boolean query(ServiceHandle service, ConfigLevel level, Memory info, IntByReference size) {
		return Advapi32.INSTANCE.QueryServiceConfig2(service.handle(), level.code(), info, (int) info.size(), size);
	}

	/**
	 * Write a setting. Who wants Windows to be restarted must be able to do so.
	 * @throws UnsupportedSettingException if the SCM does not know the level
	 */
	static void write(ServiceHandle service, ConfigLevel level, ServiceSetting setting) {
		if (!reboots(setting)) {
			change(service, level, setting);
			return;
		}
		Advapi32Util.Privilege shutdown = new Advapi32Util.Privilege(WinNT.SE_SHUTDOWN_NAME);
		try (shutdown) {
			shutdown.enable();
			change(service, level, setting);
		}
	}

	private static boolean reboots(ServiceSetting setting) {
		return setting instanceof ServiceSetting.Recovery recovery
				&& recovery.actions().stream().anyMatch((action) -> action.kind() == FailureAction.Kind.REBOOT);
	}

	private static void change(ServiceHandle service, ConfigLevel level, ServiceSetting setting) {
		try (Memory info = level.write(setting)) {
			if (!ConfigFunctions.INSTANCE.ChangeServiceConfig2(service.handle(), level.code(), info)) {
				throw failure("ChangeServiceConfig2");
			}
		}
	}

	private static RuntimeException failure(String call) {
		Win32Error error = new Win32Error(Native.getLastError());
		return UNKNOWN_LEVEL.contains(error.code()) ? new UnsupportedSettingException(call, error)
				: new ScmException(call, error);
	}

}
