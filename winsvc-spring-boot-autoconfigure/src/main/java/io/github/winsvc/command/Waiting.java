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

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceState;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a service within a deadline and shows how it gets on: a line for each state
 * and whenever there was none for a while.
 */
final class Waiting {

	static final Duration POLL_INTERVAL = Duration.ofMillis(250);

	private static final Duration SHOW_INTERVAL = Duration.ofSeconds(2);

	private final Context context;

	private final Deadline deadline;

	private @Nullable ServiceState shown;

	private Duration shownAt = Duration.ZERO;

	Waiting(Context context, Duration bound) {
		this.context = context;
		this.deadline = context.deadline(bound);
	}

	Deadline deadline() {
		return this.deadline;
	}

	/**
	 * Wait until the service is as it should be or the deadline has passed.
	 * @return the last status, which tells which of both; empty if the service is gone
	 */
	Optional<ServiceProcess> until(Predicate<ServiceProcess> reached) {
		while (true) {
			Optional<ServiceProcess> process = this.context.manager().query(this.context.name());
			process.ifPresent(this::show);
			if (process.filter(reached.negate()).isEmpty() || this.deadline.hasPassed()) {
				return process;
			}
			this.deadline.sleep(POLL_INTERVAL);
		}
	}

	private void show(ServiceProcess process) {
		Duration elapsed = this.deadline.elapsed();
		boolean due = process.state().isPending() && elapsed.minus(this.shownAt).compareTo(SHOW_INTERVAL) >= 0;
		if (process.state() != this.shown || due) {
			int checkpoint = process.status().checkpoint();
			this.context.line("  %s%s, %d s".formatted(process.state(),
					(checkpoint != 0) ? ", checkpoint " + checkpoint : "", elapsed.toSeconds()));
			this.shown = process.state();
			this.shownAt = elapsed;
		}
	}

}
