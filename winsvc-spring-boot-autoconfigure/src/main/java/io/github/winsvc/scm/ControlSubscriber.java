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

package io.github.winsvc.scm;

import java.util.UUID;

/**
 * Subscribes to controls that Windows sends only to services that ask for them. A
 * subscription lasts as long as the process.
 *
 * @since 0.1.0
 */
public interface ControlSubscriber {

	/**
	 * Be sent a {@link PowerEvent} whenever a power setting changes, and at once for its
	 * value now ({@code RegisterPowerSettingNotification}).
	 * @param id the GUID of the setting, such as that of {@code GUID_ACDC_POWER_SOURCE}
	 * @throws ScmException if Windows refuses it
	 */
	void powerSetting(UUID id);

	/**
	 * Be sent a {@link DeviceEvent} whenever something happens to a device of a class
	 * ({@code RegisterDeviceNotification}).
	 * @param id the GUID of the interface class, such as that of
	 * {@code GUID_DEVINTERFACE_USB_DEVICE}
	 * @throws ScmException if Windows refuses it
	 */
	void deviceClass(UUID id);

}
