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

import java.util.List;
import java.util.Map;

import io.github.winsvc.launch.ApplicationArchive;
import io.github.winsvc.launch.PastReload;
import io.github.winsvc.launch.PastReload.Outcome;
import io.github.winsvc.launch.ReloadRecord;
import io.github.winsvc.launch.StartFailure;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ServiceProcess;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.DelayedStart;
import io.github.winsvc.scm.ServiceSetting.Dependencies;
import io.github.winsvc.scm.ServiceSetting.Description;
import io.github.winsvc.scm.ServiceSetting.DisplayName;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.ServiceSetting.Recovery;
import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.ServiceSetting.Triggers;
import io.github.winsvc.scm.ServiceState;

/**
 * Shows the service. A service counts as running in the state RUNNING alone: one that is
 * starting, stopping or paused does no work.
 */
final class StatusCommand implements Command {

	@Override
	public Result run(Context context) {
		ServiceRegistration registration = context.manager().find(context.name()).orElseThrow(context.notInstalled());
		ServiceProcess process = context.process();
		Ownership ownership = Ownership.of(registration, context.settings());
		boolean foreign = ownership == Ownership.FOREIGN;
		Table table = new Table();
		table.row("service", "Service", registration.name().value());
		setting(table, registration, DisplayName.class, "Display name");
		setting(table, registration, Description.class, "Description");
		process(table, process);
		if (!foreign && process.state() != ServiceState.STOPPED) {
			new ReloadRecords(context, registration).find(process.processId())
				.ifPresent((record) -> reload(table, record, context));
		}
		if (!foreign) {
			Context.commandLine(registration)
				.ifPresent((line) -> new ApplicationStatus(context, context.home(registration), line).show(table,
						process));
		}
		setting(table, registration, Start.class, "Start type");
		setting(table, registration, DelayedStart.class, "Delayed start");
		setting(table, registration, Triggers.class, "Triggers");
		setting(table, registration, Dependencies.class, "Dependencies");
		setting(table, registration, Account.class, "Account");
		setting(table, registration, Recovery.class, "Recovery");
		if (!foreign) {
			table.row("logDirectory", "Log directory", context.home(registration).logs().toString());
			ServiceLogs.of(context, registration).ifPresent((logs) -> logs.show(table));
		}
		setting(table, registration, ImagePath.class, "Command line");
		table.row("foreign", "Installed by", foreign, foreign ? "another program" : "winsvc");
		table.print(context.output(), "");
		ApplicationArchive archive = context.settings().archive();
		if (ownership == Ownership.OWN && archive != null) {
			drift(context, registration, archive, table.details());
		}
		if (!foreign && process.state() == ServiceState.STOPPED && process.status().exitCode().isFailure()) {
			startFailure(context, registration, table.details());
		}
		return new Result((process.state() == ServiceState.RUNNING) ? ExitStatus.DONE : ExitStatus.NOT_RUNNING,
				table.details());
	}

	private void process(Table table, ServiceProcess process) {
		table.row("state", "State", process.state().name());
		if (process.state() == ServiceState.STOPPED) {
			ExitCode exitCode = process.status().exitCode();
			table.row("lastExitCode", "Last exit code", Details.of(exitCode), exitCode.toString());
		}
		else {
			table.row("processId", "Process id", process.processId());
		}
		if (process.state().isPending()) {
			table.row("checkpoint", "Checkpoint", process.status().checkpoint());
		}
	}

	/**
	 * A look that has found nothing new is not worth a word when there was a change.
	 */
	private void reload(Table table, ReloadRecord record, Context context) {
		NeededRestart needed = NeededRestart.of(record.keysForRestart());
		if (needed.isRestart()) {
			table.row("keysForRestart", "Needs restart", needed.restart(), String.join(", ", needed.restart()));
		}
		if (!needed.update().isEmpty()) {
			table.row("keysForUpdate", "Needs update", needed.update(), String.join(", ", needed.update()));
		}
		PastReload latest = record.latest();
		if (latest != null && latest.outcome() == Outcome.UNCHANGED && record.applied() != null) {
			latest = record.applied();
		}
		if (latest != null) {
			List<String> about = (latest.outcome() == Outcome.REJECTED) ? latest.reasons() : latest.keys();
			table.row("lastReload", "Last reload", Details.of(latest),
					"%s %s (%s)%s".formatted(latest.outcome(),
							EventsCommand.TIME.format(latest.begun().atZone(context.machine().time().zone())),
							latest.trigger(), about.isEmpty() ? "" : ": " + String.join(", ", about)));
		}
	}

	private void setting(Table table, ServiceRegistration registration, Class<? extends ServiceSetting> kind,
			String label) {
		registration.settings()
			.find(kind)
			.filter((setting) -> setting instanceof Recovery || !setting.isUnset())
			.ifPresent((setting) -> table.row((setting instanceof ImagePath) ? "commandLine" : Details.key(setting),
					label, setting.text()));
	}

	/**
	 * A status is shown even of a service that could not be installed like this.
	 */
	private void drift(Context context, ServiceRegistration registration, ApplicationArchive archive,
			Map<String, Object> details) {
		try {
			List<Change> drift = Drift.of(context, registration, archive);
			details.put("drift", drift.stream().map(Change::details).toList());
			if (!drift.isEmpty()) {
				context.line("");
				context.line("The registration differs from the configuration:");
				drift.forEach((change) -> context.output().lines(change.text().indent(2)));
				context.line("  To mend it: --winsvc.update with the JVM options and arguments it shall have");
			}
		}
		catch (CommandException | UsageException ex) {
			context.line("");
			context.line("The registration cannot be compared with the configuration:");
			Paragraph.lines("  " + ex.getMessage(), 2).forEach(context::line);
			details.put("driftUnknown", String.valueOf(ex.getMessage()));
		}
	}

	private void startFailure(Context context, ServiceRegistration registration, Map<String, Object> details) {
		StartFailure.read(context.home(registration).startFailure()).ifPresent((failure) -> {
			context.line("");
			context.line("The application failed to start at %s:".formatted(failure.time()));
			context.output().lines(Details.text(failure).stripTrailing());
			details.put("startFailure", Details.of(failure));
		});
	}

}
