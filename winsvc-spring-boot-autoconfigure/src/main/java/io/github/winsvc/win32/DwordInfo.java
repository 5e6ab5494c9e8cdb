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

import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.platform.win32.Winsvc.ChangeServiceConfig2Info;

/**
 * A level of {@code ChangeServiceConfig2} whose structure is a single DWORD:
 * {@code SERVICE_DELAYED_AUTO_START_INFO}, {@code SERVICE_FAILURE_ACTIONS_FLAG},
 * {@code SERVICE_SID_INFO} and {@code SERVICE_PRESHUTDOWN_INFO}. Public, because JNA
 * reads its field.
 */
@FieldOrder("value")
public final class DwordInfo extends ChangeServiceConfig2Info {

	/** The value. */
	public int value;

	DwordInfo(int value) {
		super();
		this.value = value;
	}

}
