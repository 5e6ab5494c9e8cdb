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
 * A script that makes PowerShell complete what is written for winsvc.
 */
final class CompletionScript {

	private CompletionScript() {
	}

	static List<String> lines() {
		return HelpResource.lines("completion.ps1")
			.stream()
			.flatMap((line) -> line.equals("@rows") ? rows() : Stream.of(line))
			.toList();
	}

	private static Stream<String> rows() {
		Stream<String> verbs = HelpTopic.verbs().stream().map((verb) -> row(HelpPage.of(verb)));
		return Stream.concat(verbs, OptionTable.read().stream().map(CompletionScript::row));
	}

	private static String row(HelpPage page) {
		List<String> values = page.topic().equals(Verb.HELP.toString()) ? HelpTopic.words() : List.of();
		return row(page.syntax().replaceFirst("[\\[<].*", ""), List.of(), values, page.summary());
	}

	private static String row(OptionHelp option) {
		List<String> verbs = HelpTopic.verbs().stream().filter(option::belongsTo).toList();
		return row(option.stem(), verbs, option.values(), option.description());
	}

	private static String row(String word, List<String> verbs, List<String> values, String help) {
		return Stream.of(word, String.join(" ", verbs), String.join(" ", values), help)
			.collect(Collectors.joining("|"));
	}

}
