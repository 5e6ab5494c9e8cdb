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

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.winsvc.scm.EventRecord;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.Win32Error;

/**
 * Shows what the service has last written to the event log. The entries may outlive it.
 */
final class EventsCommand implements Command {

	static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

	/** How many lines of an entry are shown to people. */
	private static final int LINES = 10;

	private final int count;

	EventsCommand(int count) {
		this.count = count;
	}

	@Override
	public Result run(Context context) {
		List<EventRecord> events = read(context);
		if (events.isEmpty()) {
			context.process();
			context.line("The event log has no entries of the service '%s'.".formatted(context.name()));
		}
		events.forEach((event) -> show(event, context));
		return new Result(ExitStatus.DONE, Map.of("events", events.stream().map(EventsCommand::details).toList()));
	}

	private List<EventRecord> read(Context context) {
		try {
			return context.machine().eventLog().last(context.name().value(), this.count);
		}
		catch (ScmException ex) {
			CommandException exception = CommandException
				.of("read what the service '%s' has told the event log".formatted(context.name()), ex);
			throw ex.error().equals(Win32Error.SERVER_UNAVAILABLE)
					? exception.remedy("The service of the event log does not run. Start it: sc.exe start EventLog")
					: exception;
		}
	}

	private void show(EventRecord event, Context context) {
		context.line("%s  %s  %d".formatted(TIME.format(event.time().atZone(context.machine().time().zone())),
				event.type(), event.id()));
		List<String> lines = event.text()
			.lines()
			.filter((line) -> !line.isBlank())
			.flatMap((line) -> Paragraph.lines("  " + line.stripTrailing(), 2).stream())
			.toList();
		boolean whole = lines.size() <= LINES;
		lines.stream().limit(whole ? LINES : LINES - 1).forEach(context::line);
		if (!whole) {
			context.line("  ... %d more lines, shown with --winsvc.output=json".formatted(lines.size() - LINES + 1));
		}
	}

	private static Map<String, Object> details(EventRecord event) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("time", event.time().toString());
		details.put("level", event.type().name());
		details.put("category", event.category());
		details.put("id", event.id());
		details.put("message", event.text().replace("\r\n", "\n"));
		return details;
	}

}
