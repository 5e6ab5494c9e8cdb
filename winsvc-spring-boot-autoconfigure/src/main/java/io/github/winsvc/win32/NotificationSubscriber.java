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

import java.util.UUID;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.winsvc.scm.ControlSubscriber;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.Win32Error;

/**
 * Subscribes for a service with its status handle.
 *
 * @param handle the status handle
 */
record NotificationSubscriber(Pointer handle) implements ControlSubscriber {

	private static final int DEVICE_NOTIFY_SERVICE_HANDLE = 1;

	private static final int DBT_DEVTYP_DEVICEINTERFACE = 5;

	/** The size of {@code DEV_BROADCAST_DEVICEINTERFACE_W} with an empty name. */
	private static final int FILTER_SIZE = 32;

	private static final int FILTER_GUID = 12;

	@Override
	public void powerSetting(UUID id) {
		try (Memory guid = new Memory(Guid.SIZE)) {
			Guid.write(guid, 0, id);
			subscribe("RegisterPowerSettingNotification", guid);
		}
	}

	@Override
	public void deviceClass(UUID id) {
		try (Memory filter = new Memory(FILTER_SIZE)) {
			filter.clear();
			filter.setInt(0, FILTER_SIZE);
			filter.setInt(Integer.BYTES, DBT_DEVTYP_DEVICEINTERFACE);
			Guid.write(filter, FILTER_GUID, id);
			subscribe("RegisterDeviceNotificationW", filter);
		}
	}

	private void subscribe(String call, Memory what) {
		Pointer notification = Function.getFunction("user32", call)
			.invokePointer(new Object[] { this.handle, what, DEVICE_NOTIFY_SERVICE_HANDLE });
		if (notification == null) {
			throw new ScmException(call, new Win32Error(Native.getLastError()));
		}
	}

}
