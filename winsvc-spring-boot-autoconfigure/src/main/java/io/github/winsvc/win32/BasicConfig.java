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
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import io.github.winsvc.scm.Password;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.StartType;
import org.jspecify.annotations.Nullable;

/**
 * What every service has: {@code QUERY_SERVICE_CONFIG}.
 */
final class BasicConfig {

	private static final int SERVICE_NO_CHANGE = -1;

	private BasicConfig() {
	}

	static List<ServiceSetting> read(ServiceHandle service) {
		IntByReference size = new IntByReference();
		ConfigFunctions.INSTANCE.QueryServiceConfig(service.handle(), null, 0, size);
		if (size.getValue() == 0) {
			throw ServiceHandle.failure("QueryServiceConfig");
		}
		try (Memory config = new Memory(size.getValue())) {
			ServiceHandle.check("QueryServiceConfig",
					ConfigFunctions.INSTANCE.QueryServiceConfig(service.handle(), config, size.getValue(), size));
			return settings(config);
		}
	}

	static List<ServiceSetting> settings(Pointer config) {
		return List.of(new ServiceSetting.DisplayName(text(config, 6)), new ServiceSetting.ImagePath(text(config, 1)),
				new ServiceSetting.Start(StartType.of(config.getInt(Integer.BYTES))),
				new ServiceSetting.Account(text(config, 5)), new ServiceSetting.LoadOrderGroup(text(config, 2)),
				new ServiceSetting.Dependencies(MultiString.read(pointer(config, 4))));
	}

	/**
	 * Read a pointer of the structure. It begins with three DWORDs, whose place is
	 * rounded up to a multiple of the pointer size; the tag id counts as a pointer too.
	 */
	private static @Nullable Pointer pointer(Pointer config, int index) {
		long dwords = (Native.POINTER_SIZE == 8) ? 16 : 12;
		return config.getPointer(dwords + (long) (index - 1) * Native.POINTER_SIZE);
	}

	private static String text(Pointer config, int index) {
		return WideText.read(pointer(config, index));
	}

	static void write(ServiceHandle service, ServiceSetting setting) {
		if (setting instanceof ServiceSetting.DisplayName displayName) {
			change(service, SERVICE_NO_CHANGE, null, null, null, null, null, displayName.value());
		}
		else if (setting instanceof ServiceSetting.ImagePath imagePath) {
			change(service, SERVICE_NO_CHANGE, imagePath.value(), null, null, null, null, null);
		}
		else if (setting instanceof ServiceSetting.Start start) {
			change(service, start.value().code(), null, null, null, null, null, null);
		}
		else if (setting instanceof ServiceSetting.Account account) {
			change(service, SERVICE_NO_CHANGE, null, null, null, account.value(), null, null);
		}
		else if (setting instanceof ServiceSetting.LoadOrderGroup group) {
			change(service, SERVICE_NO_CHANGE, null, group.value(), null, null, null, null);
		}
		else if (setting instanceof ServiceSetting.Dependencies dependencies) {
			try (Memory list = MultiString.write(dependencies.value())) {
				change(service, SERVICE_NO_CHANGE, null, null, list, null, null, null);
			}
		}
		else {
			throw new IllegalArgumentException("No part of the basic configuration holds the " + setting.label());
		}
	}

	static void writeAccount(ServiceHandle service, ServiceSetting.Account account, Password password) {
		try (PasswordMemory memory = PasswordMemory.of(password)) {
			change(service, SERVICE_NO_CHANGE, null, null, null, account.value(), memory.pointer(), null);
		}
	}

	private static void change(ServiceHandle service, int startType, @Nullable String imagePath, @Nullable String group,
			@Nullable Pointer dependencies, @Nullable String account, @Nullable Pointer password,
			@Nullable String displayName) {
		ServiceHandle.check("ChangeServiceConfig",
				ConfigFunctions.INSTANCE.ChangeServiceConfig(service.handle(), SERVICE_NO_CHANGE, startType,
						SERVICE_NO_CHANGE, imagePath, group, null, dependencies, account, password, displayName));
	}

}
