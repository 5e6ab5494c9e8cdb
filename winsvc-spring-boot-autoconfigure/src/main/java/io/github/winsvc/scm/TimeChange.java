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

import java.time.Instant;

/**
 * The clock of the machine was set, {@code SERVICE_CONTROL_TIMECHANGE}.
 *
 * @param newTime the time after the change
 * @param oldTime the time before the change
 * @since 0.1.0
 */
public record TimeChange(Instant newTime, Instant oldTime) implements ServiceControl {

	/** The value of {@code dwControl}. */
	public static final int CODE = 16;

	@Override
	public int code() {
		return CODE;
	}

}
