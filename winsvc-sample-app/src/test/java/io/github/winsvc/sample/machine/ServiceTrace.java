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

package io.github.winsvc.sample.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.winsvc.scm.ServiceState;

/**
 * What services have told Windows, read from the trace of Wine's channels {@code pid},
 * {@code service} and {@code eventlog}. A process is known to be that of a service from
 * the moment when it opens the service with the right to set its status.
 */
final class ServiceTrace {

	private static final String SERVICE_SET_STATUS = "0x8000";

	private static final Pattern LINE = Pattern
		.compile("([0-9a-f]+):[0-9a-f]+:(?:trace|fixme|warn|err):(?:service|advapi|eventlog):(\\w+) (.*)");

	private static final Pattern OPEN_SERVICE = Pattern.compile("\\S+ L\"(.*)\" (0x[0-9a-f]+)");

	private static final Pattern SOURCE = Pattern.compile("\\(\\S+,L\"(.*)\"\\).*");

	private static final Pattern TEXT = Pattern.compile("L\"(.*)\"(?:\\.\\.\\.)?");

	private final Map<String, String> services = new HashMap<>();

	private final Map<String, String> sources = new HashMap<>();

	private final Map<String, List<String>> strings = new HashMap<>();

	private final Map<String, List<StatusReport>> reports = new HashMap<>();

	private final Map<String, Long> processIds = new HashMap<>();

	private final List<SourcedEvent> events = new ArrayList<>();

	private ServiceTrace() {
	}

	/**
	 * Read a trace.
	 * @param trace the trace; a last line that is not complete is left out
	 * @return what it tells
	 */
	static ServiceTrace parse(String trace) {
		ServiceTrace result = new ServiceTrace();
		trace.substring(0, trace.lastIndexOf('\n') + 1)
			.lines()
			.map(LINE::matcher)
			.filter(Matcher::matches)
			.forEach((line) -> result.add(line.group(1), line.group(2), line.group(3)));
		return result;
	}

	/**
	 * Return the reports of a service.
	 * @param service its name
	 * @return the reports, oldest first
	 */
	List<StatusReport> reports(String service) {
		return List.copyOf(this.reports.getOrDefault(service, List.of()));
	}

	/**
	 * Return the process that has last reported the status of a service.
	 * @param service its name
	 * @return the process id in the words of Windows, 0 if there is none
	 */
	long processId(String service) {
		return this.processIds.getOrDefault(service, 0L);
	}

	/**
	 * Return the events of an event source.
	 * @param source its name
	 * @return the events, oldest first
	 */
	List<LoggedEvent> events(String source) {
		return this.events.stream()
			.filter((event) -> event.source.equals(source))
			.map((event) -> new LoggedEvent(event.type, event.category, event.id, event.strings))
			.toList();
	}

	private void add(String process, String function, String arguments) {
		switch (function) {
			case "OpenServiceW" -> addService(process, arguments);
			case "SetServiceStatus" -> addReport(process, arguments);
			case "RegisterEventSourceW" -> addSource(process, arguments);
			case "ReportEventW" -> addEvent(process, arguments);
			default -> {
			}
		}
	}

	private void addService(String process, String arguments) {
		Matcher matcher = OPEN_SERVICE.matcher(arguments);
		if (matcher.matches() && matcher.group(2).equals(SERVICE_SET_STATUS)) {
			this.services.put(process, unescape(matcher.group(1)));
		}
	}

	private void addReport(String process, String arguments) {
		String service = this.services.get(process);
		if (service == null) {
			return;
		}
		String[] fields = arguments.split(" ");
		this.reports.computeIfAbsent(service, (name) -> new ArrayList<>())
			.add(new StatusReport(number(fields[1]), ServiceState.of(number(fields[2])), number(fields[3]),
					number(fields[4]), number(fields[5]), number(fields[6]), number(fields[7])));
		this.processIds.put(service, Long.parseLong(process, 16));
	}

	private void addSource(String process, String arguments) {
		Matcher matcher = SOURCE.matcher(arguments);
		if (matcher.matches()) {
			this.sources.put(process, unescape(matcher.group(1)));
		}
	}

	private void addEvent(String process, String arguments) {
		Matcher text = TEXT.matcher(arguments);
		if (text.matches()) {
			this.strings.getOrDefault(process, new ArrayList<>()).add(unescape(text.group(1)));
			return;
		}
		String[] fields = arguments.substring(1).split(",");
		List<String> texts = new ArrayList<>();
		this.strings.put(process, texts);
		this.events.add(new SourcedEvent(this.sources.getOrDefault(process, ""), number(fields[1]), number(fields[2]),
				number(fields[3]), texts));
	}

	private static int number(String value) {
		return Integer.parseUnsignedInt((value.startsWith("0x")) ? value.substring(2) : value, 16);
	}

	private static String unescape(String text) {
		StringBuilder result = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character != '\\') {
				result.append(character);
				continue;
			}
			char escape = text.charAt(++i);
			switch (escape) {
				case 'n' -> result.append('\n');
				case 'r' -> result.append('\r');
				case 't' -> result.append('\t');
				case '\\', '"' -> result.append(escape);
				default -> {
					result.append((char) Integer.parseInt(text.substring(i, i + 4), 16));
					i += 3;
				}
			}
		}
		return result.toString();
	}

	private record SourcedEvent(String source, int type, int category, int id, List<String> strings) {

	}

}
