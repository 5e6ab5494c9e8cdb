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

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.winsvc.launch.PastReload;
import io.github.winsvc.launch.PastReload.Outcome;
import io.github.winsvc.launch.ReloadRecord;
import io.github.winsvc.scm.ServiceName;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a reload, for people and for programs.
 */
final class ReloadScreen {

	private final PastReload reload;

	private final @Nullable PastReload applied;

	private final NeededRestart needed;

	ReloadScreen(ReloadRecord record) {
		PastReload latest = record.latest();
		if (latest == null) {
			throw new IllegalArgumentException("There was no reload");
		}
		this.reload = latest;
		this.applied = record.applied();
		this.needed = NeededRestart.of(record.keysForRestart());
	}

	Outcome outcome() {
		return this.reload.outcome();
	}

	NeededRestart needed() {
		return this.needed;
	}

	void show(Context context) {
		if (outcome() == Outcome.APPLIED) {
			context.line("The configuration has changed, %d ms:".formatted(this.reload.duration().toMillis()));
			this.reload.keys().forEach((key) -> context.line("  " + key));
		}
		else {
			context.line("Nothing has changed.");
			if (this.applied != null) {
				Paragraph.lines("The last change was at %s (%s): %s".formatted(
						EventsCommand.TIME.format(this.applied.begun().atZone(context.machine().time().zone())),
						this.applied.trigger(), String.join(", ", this.applied.keys())), 2)
					.forEach(context::line);
			}
		}
		this.needed.lines().forEach(context::line);
	}

	CommandException rejected(ServiceName name, Map<String, Object> details) {
		CommandException exception = new CommandException(ExitStatus.FAILED,
				"The new configuration of the service '%s' is rejected, the former one is in effect.".formatted(name));
		details.forEach(exception::detail);
		for (String reason : this.reload.reasons()) {
			Paragraph.lines("  " + reason, 4).forEach((line) -> exception.explain(line.substring(2)));
		}
		return exception.remedy("Correct that and reload again, before the service is started with it.");
	}

	Map<String, Object> details() {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("outcome", this.reload.outcome().toString());
		details.put("duration", this.reload.duration().toMillis() + " ms");
		details.put("keys", this.reload.keys());
		if (outcome() == Outcome.REJECTED) {
			details.put("reasons", this.reload.reasons());
		}
		if (outcome() == Outcome.UNCHANGED && this.applied != null) {
			details.put("lastChange", Details.of(this.applied));
		}
		details.putAll(this.needed.details());
		if (this.needed.isRestart()) {
			details.put("restartNeeded", true);
		}
		return details;
	}

}
