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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import io.github.winsvc.launch.ApplicationLayout;
import io.github.winsvc.launch.ArchiveDirectory;
import io.github.winsvc.launch.ArchiveRecord;
import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.launch.ServiceHome;
import io.github.winsvc.scm.ServiceProcess;

/**
 * Which application a service runs: what is laid out, what runs, and what the jar is now.
 */
final class ApplicationStatus {

	private final Context context;

	private final ServiceHome home;

	private final ServiceCommandLine commandLine;

	ApplicationStatus(Context context, ServiceHome home, ServiceCommandLine commandLine) {
		this.context = context;
		this.home = home;
		this.commandLine = commandLine;
	}

	void show(Table table, ServiceProcess process) {
		ApplicationLayout layout = this.commandLine.layout().orElse(null);
		if (layout == null) {
			archive(table, ArchiveDirectory.inPlace(this.home));
			return;
		}
		table.row("jar", "Jar", layout.source().toString());
		table.row("layout", "Layout", layout.id(),
				layout.id() + (layout.isComplete()
						? modified(layout.directory()).map((time) -> ", laid out " + text(time)).orElse("")
						: ", incomplete: mend it with --winsvc.update"));
		archive(table, ArchiveDirectory.of(this.home, layout.id()));
		change(layout).ifPresent((change) -> table.row("jarChange", "Jar now", change));
		new Layouts(this.context).running(this.home, process)
			.filter((running) -> !running.equals(layout.directory()))
			.map((running) -> running.getFileName().toString())
			.ifPresent((running) -> table.row("runningLayout", "Running", running,
					running + ", an older layout: --winsvc.restart"));
	}

	private void archive(Table table, ArchiveDirectory archive) {
		if (this.commandLine.options().contains(archive.argument())) {
			ArchiveRecord.read(archive.record())
				.ifPresent(
						(record) -> table.row("archive", "Archive", record.text(this.context.machine().time().zone())));
		}
	}

	private Optional<String> change(ApplicationLayout layout) {
		Path jar = layout.source();
		if (!Files.exists(jar)) {
			return Optional.of("missing; the service goes on with its layout");
		}
		try {
			return layout.isOfSource() ? Optional.empty() : Optional.of("changed%s: --winsvc.update brings it in"
				.formatted(modified(jar).map((time) -> " " + text(time)).orElse("")));
		}
		catch (IOException ex) {
			return Optional.of("unknown: " + FileProblem.text(ex));
		}
	}

	private Optional<Instant> modified(Path path) {
		try {
			return Optional.of(Files.getLastModifiedTime(path).toInstant());
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private String text(Instant time) {
		return EventsCommand.TIME.format(time.atZone(this.context.machine().time().zone()));
	}

}
