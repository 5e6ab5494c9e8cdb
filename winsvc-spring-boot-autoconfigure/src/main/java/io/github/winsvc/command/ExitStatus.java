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

package io.github.winsvc.command;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a command ended, the exit code of its process.
 *
 * @since 0.1.0
 */
public enum ExitStatus {

	/** What was asked for is the case. */
	DONE(0),

	/** It is not, for the reason that was printed. */
	FAILED(1),

	/** The command line or a setting must be changed first. Nothing was touched. */
	USAGE(2),

	/** The service is installed but not running. */
	NOT_RUNNING(3),

	/** There is no such service. */
	NOT_INSTALLED(4),

	/** Windows demands more rights. */
	ACCESS_DENIED(5);

	private final int code;

	ExitStatus(int code) {
		this.code = code;
	}

	/**
	 * Return the exit code of the process.
	 * @return 0 to 5
	 */
	public int code() {
		return this.code;
	}

	static Optional<ExitStatus> of(int code) {
		return Arrays.stream(values()).filter((status) -> status.code == code).findFirst();
	}

}
