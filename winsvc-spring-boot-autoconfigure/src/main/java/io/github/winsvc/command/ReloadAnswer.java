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
import java.time.Instant;
import java.util.Optional;

import io.github.winsvc.launch.PastReload;
import io.github.winsvc.launch.ReloadRecord;
import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceState;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the service tells of a reload that has begun after it was asked for one. It
 * may be one that others have asked for: it has read the same configuration.
 */
final class ReloadAnswer {

	private static final Duration SHOW_INTERVAL = Duration.ofSeconds(2);

	private final Context context;

	private final ReloadRecords records;

	private final long processId;

	private final Deadline deadline;

	ReloadAnswer(Context context, ReloadRecords records, long processId, Deadline deadline) {
		this.context = context;
		this.records = records;
		this.processId = processId;
		this.deadline = deadline;
	}

	/**
	 * Wait for the answer.
	 * @throws CommandException if it does not come in time, or will not come any more
	 */
	ReloadRecord await(Instant asked) {
		Duration shown = this.deadline.elapsed();
		while (true) {
			ServiceProcess process = this.context.process();
			Optional<ReloadRecord> answer = this.records.find(this.processId)
				.filter((record) -> isAfter(record.latest(), asked));
			if (answer.isPresent()) {
				return answer.get();
			}
			if (process.state() == ServiceState.STOPPED || process.processId() != this.processId) {
				throw ended(process);
			}
			if (this.deadline.hasPassed()) {
				throw tooSlow(process);
			}
			if (this.deadline.elapsed().minus(shown).compareTo(SHOW_INTERVAL) >= 0) {
				shown = this.deadline.elapsed();
				this.context.line("  %s, %d s".formatted(process.state(), shown.toSeconds()));
			}
			this.deadline.sleep(Waiting.POLL_INTERVAL);
		}
	}

	private static boolean isAfter(@Nullable PastReload latest, Instant asked) {
		return latest != null && !latest.begun().isBefore(asked);
	}

	private CommandException ended(ServiceProcess process) {
		boolean running = process.state() == ServiceState.RUNNING || process.state() == ServiceState.PAUSED;
		return failure(running ? ExitStatus.FAILED : ExitStatus.NOT_RUNNING,
				"The service '%s' ended before it told what has become of the reload.".formatted(this.context.name()),
				process)
			.remedy("A service reads its configuration when it starts. See --winsvc.status");
	}

	private CommandException tooSlow(ServiceProcess process) {
		return failure(ExitStatus.FAILED,
				"The service '%s' has not told what has become of the reload after %d s.".formatted(this.context.name(),
						this.deadline.bound().toSeconds()),
				process)
			.remedy("It goes on with it. Look later with --winsvc.status, and wait longer the next time with "
					+ "--winsvc.timeout=<duration>");
	}

	private CommandException failure(ExitStatus status, String message, ServiceProcess process) {
		String logs = this.context.home().logs().toString();
		return new CommandException(status, message).detail("state", process.state().name())
			.detail("logDirectory", logs)
			.footer("Log directory: " + logs);
	}

}
