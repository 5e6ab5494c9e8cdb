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

import java.util.concurrent.atomic.AtomicInteger;

import io.github.winsvc.scm.ExitCode;
import org.jspecify.annotations.Nullable;

/**
 * How the service will have ended, as far as is known. Written by any thread, read when
 * the process ends.
 */
final class Outcome {

	private static final int UNKNOWN_FAILURE = 1;

	private volatile boolean stopRequested;

	private volatile boolean closed;

	private volatile @Nullable Integer exitStatus;

	private final AtomicInteger failure = new AtomicInteger();

	void stopRequested() {
		this.stopRequested = true;
	}

	boolean isStopRequested() {
		return this.stopRequested;
	}

	void closed() {
		this.closed = true;
	}

	void exited(int status) {
		this.exitStatus = status;
	}

	/**
	 * Note a failure. The first one is the cause of those that follow.
	 */
	void failed(int exitCode) {
		this.failure.compareAndSet(0, exitCode);
	}

	/**
	 * A stop that someone asked for is never a failure, or recovery would undo it. An end
	 * that nobody asked for and nobody explained is one.
	 */
	ExitCode exitCode() {
		int failure = this.failure.get();
		Integer exitStatus = this.exitStatus;
		if (this.stopRequested) {
			return ExitCode.SUCCESS;
		}
		if (failure != 0) {
			return new ExitCode.ServiceSpecific(failure);
		}
		if (exitStatus != null) {
			return (exitStatus != 0) ? new ExitCode.ServiceSpecific(exitStatus) : ExitCode.SUCCESS;
		}
		return this.closed ? ExitCode.SUCCESS : new ExitCode.ServiceSpecific(UNKNOWN_FAILURE);
	}

}
