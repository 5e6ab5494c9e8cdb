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

package io.github.winsvc.host;

/**
 * A failure that the host itself finds, with the service-specific exit code that the SCM
 * is told.
 *
 * @since 0.1.0
 */
public enum HostFailure {

	/** The start made no progress for too long. The number is that of ERROR_TIMEOUT. */
	START_WITHOUT_PROGRESS(1460),

	/** The start took too long although it made progress. */
	START_TOO_LONG(1461),

	/** The application has declared itself broken and did not recover in time. */
	LIVENESS_BROKEN(1462),

	/** The JVM has run out of memory. */
	OUT_OF_MEMORY(1463),

	/** A pause or its end took too long, so that nobody knows what works. */
	PAUSE_TOO_LONG(1464),

	/** The end took too long. Not reported as a failure if someone has asked for it. */
	STOP_TOO_LONG(1465),

	/** Threads of the application wait for each other for ever. */
	DEADLOCK(1466),

	/** A health group that the service must not live without was down for too long. */
	HEALTH_DOWN(1467),

	/** Garbage collection frees too little of the heap. */
	HEAP_FULL(1468);

	private final int exitCode;

	HostFailure(int exitCode) {
		this.exitCode = exitCode;
	}

	/**
	 * Return what the service reports as {@code dwServiceSpecificExitCode}.
	 * @return the exit code
	 */
	public int exitCode() {
		return this.exitCode;
	}

}
