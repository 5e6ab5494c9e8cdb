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

package io.github.winsvc.test.scm;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSidType;
import io.github.winsvc.scm.StartType;

/**
 * What Windows tells of a service of which only the name was ever set.
 */
final class DefaultSettings {

	private static final Duration PRESHUTDOWN_TIMEOUT = Duration.ofSeconds(10);

	/** SYSTEM may start and stop, administrators everything, others look. */
	private static final String SECURITY_DESCRIPTOR = "D:(A;;CCLCSWRPWPDTLOCRRC;;;SY)"
			+ "(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)(A;;CCLCSWLOCRRC;;;IU)(A;;CCLCSWLOCRRC;;;SU)";

	private DefaultSettings() {
	}

	static List<ServiceSetting> of(ServiceName name) {
		return List.of(new ServiceSetting.DisplayName(name.value()), new ServiceSetting.ImagePath("C:\\service.exe"),
				new ServiceSetting.Start(StartType.MANUAL), new ServiceSetting.Account("LocalSystem"),
				new ServiceSetting.Description(""), new ServiceSetting.Recovery(List.of(), Duration.ZERO),
				new ServiceSetting.RecoveryOnFailureExit(false), new ServiceSetting.ServiceSid(ServiceSidType.NONE),
				new ServiceSetting.PreshutdownTimeout(PRESHUTDOWN_TIMEOUT), new ServiceSetting.EventSource(false),
				new ServiceSetting.LoadOrderGroup(""), new ServiceSetting.Dependencies(List.of()),
				new ServiceSetting.DelayedStart(false), new ServiceSetting.RequiredPrivileges(List.of()),
				new ServiceSetting.Environment(Map.of()), new ServiceSetting.Triggers(List.of()),
				new ServiceSetting.SecurityDescriptor(SECURITY_DESCRIPTOR));
	}

}
