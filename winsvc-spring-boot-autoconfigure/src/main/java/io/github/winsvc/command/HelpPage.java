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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of the help. In its file, the first line says how the verb is written, the
 * second what it does in a few words. The others are its text, with instructions: to
 * explain the options of a group, to name those of a group, or to list verbs.
 *
 * @param topic what the page is about
 * @param syntax how that is written
 * @param summary what it does
 * @param text the other lines
 */
record HelpPage(String topic, String syntax, String summary, List<String> text) {

	private static final String EXPLAIN = "@explain ";

	private static final String NAME = "@name ";

	private static final String VERBS = "@verbs ";

	static HelpPage of(String topic) {
		List<String> lines = HelpResource.lines("help/" + topic + ".txt");
		return new HelpPage(topic, lines.get(0), lines.get(1), lines.subList(2, lines.size()));
	}

	/**
	 * Return the page that tells of all verbs.
	 */
	static List<String> overview() {
		List<String> lines = HelpResource.lines("help/overview.txt");
		return new HelpPage("overview", "", "", lines).body().toList();
	}

	List<String> lines() {
		Stream<String> head = Stream.of("--winsvc." + this.syntax, "  " + this.summary + ".");
		return Stream.concat(head, body()).toList();
	}

	private Stream<String> body() {
		return this.text.stream().flatMap(this::line);
	}

	private Stream<String> line(String line) {
		if (line.startsWith(EXPLAIN)) {
			return explain(line.substring(EXPLAIN.length()));
		}
		if (line.startsWith(NAME)) {
			String names = options(line.substring(NAME.length())).map(OptionHelp::word)
				.collect(Collectors.joining(", "));
			return Paragraph.wrap(List.of(names.split(" ")), "  ").stream();
		}
		if (line.startsWith(VERBS)) {
			return Stream.of(line.substring(VERBS.length()).split(" ")).map((verb) -> of(verb).item());
		}
		return Stream.of(line);
	}

	private String item() {
		return "  %-24s  %s".formatted("--winsvc." + this.syntax, this.summary);
	}

	private Stream<String> explain(String group) {
		Stream<String> options = options(group).flatMap((option) -> Stream
			.concat(Stream.of("  --winsvc." + option.syntax()), Paragraph.wrap(option.words(), "      ").stream()));
		return Stream.concat(Stream.of(group + ":"), options);
	}

	private Stream<OptionHelp> options(String group) {
		return OptionTable.read()
			.stream()
			.filter((option) -> option.group().equals(group))
			.filter((option) -> this.topic.equals(HelpTopic.OPTIONS) || option.belongsTo(this.topic));
	}

}
