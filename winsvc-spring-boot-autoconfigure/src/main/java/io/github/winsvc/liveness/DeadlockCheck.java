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

package io.github.winsvc.liveness;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.winsvc.host.HostFailure;
import org.jspecify.annotations.Nullable;

/**
 * Finds threads that wait for each other for ever. Two looks in a row must find them, as
 * a lock that is waited for with a time-out comes free.
 *
 * @since 0.1.0
 */
public final class DeadlockCheck implements LivenessCheck {

	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

	private final Supplier<long @Nullable []> deadlocked;

	private long[] before = {};

	/**
	 * Look at the threads of this JVM.
	 */
	public DeadlockCheck() {
		this.deadlocked = this.threads::findDeadlockedThreads;
	}

	DeadlockCheck(Supplier<long @Nullable []> deadlocked) {
		this.deadlocked = deadlocked;
	}

	@Override
	public Optional<Finding> look() {
		long[] found = this.deadlocked.get();
		long[] now = (found != null) ? found : new long[0];
		Arrays.sort(now);
		boolean same = now.length > 0 && Arrays.equals(now, this.before);
		this.before = now;
		return same ? Optional.of(new Finding(HostFailure.DEADLOCK, "Threads that wait for each other: " + names(now)))
				: Optional.empty();
	}

	private String names(long[] ids) {
		return Arrays.stream(this.threads.getThreadInfo(ids))
			.filter(Objects::nonNull)
			.map(ThreadInfo::getThreadName)
			.collect(Collectors.joining(", "));
	}

}
