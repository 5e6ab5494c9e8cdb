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

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import io.github.winsvc.scm.ServiceControl.Custom;
import io.github.winsvc.scm.ServiceControl.Standard;

/**
 * The names of controls, few enough to count by.
 *
 * @since 0.1.0
 */
public final class ControlName {

	private ControlName() {
	}

	/**
	 * Return the name of a control.
	 * @param code the control code
	 * @return its name in lower case, such as {@code stop}; {@code custom} for all that
	 * Windows leaves to applications, {@code other} for those that it does not define
	 */
	public static String of(int code) {
		if (Custom.isCustom(code)) {
			return "custom";
		}
		return Arrays.stream(Standard.values())
			.filter((control) -> control.code() == code)
			.map(Standard::name)
			.findFirst()
			.or(() -> AcceptedControl.forCode(code).map(AcceptedControl::name))
			.or(() -> (code == DeviceEvent.CODE) ? Optional.of("deviceevent") : Optional.empty())
			.orElse("other")
			.toLowerCase(Locale.ROOT);
	}

}
