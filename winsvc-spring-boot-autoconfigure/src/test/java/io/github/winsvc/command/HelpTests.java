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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The help says what the code does.
 */
class HelpTests {

	private static final List<String> SECTIONS = List.of("Command prompt: ", "Exit codes:", "Examples");

	static List<String> topics() {
		return HelpTopic.words();
	}

	@ParameterizedTest
	@MethodSource("topics")
	void whenAPageIsShownThenItFitsAConsole(String topic) {
		assertFits(HelpPage.of(topic).lines());
	}

	@Test
	void whenTheOverviewIsShownThenItFitsOneScreenAndNamesAllVerbs() {
		List<String> overview = HelpPage.overview();
		assertFits(overview);
		assertThat(overview).hasSizeLessThanOrEqualTo(40);
		assertThat(HelpTopic.verbs()).allSatisfy(
				(verb) -> assertThat(overview).filteredOn((line) -> line.matches("  --winsvc\\." + verb + "\\b.*"))
					.isNotEmpty());
		assertThat(ExitStatus.values()).allSatisfy(
				(status) -> assertThat(String.join(" ", overview)).containsPattern("[:,] " + status.code() + " "));
	}

	private static void assertFits(List<String> lines) {
		assertThat(lines)
			.allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(79).matches("[ -~]*").doesNotEndWith(" "));
		assertThat(lines).noneMatch((line) -> line.startsWith("@"));
		assertThat(String.join("\n", lines)).doesNotContain("\n\n\n");
	}

	@ParameterizedTest
	@MethodSource("topics")
	void whenAPageTellsOfAGroupOfOptionsThenThereIsOne(String topic) {
		List<String> groups = OptionTable.read().stream().map(OptionHelp::group).distinct().toList();
		assertThat(HelpPage.of(topic).text().stream().filter((line) -> line.startsWith("@")))
			.allMatch((line) -> groups.contains(line.substring(line.indexOf(' ') + 1)));
	}

	@ParameterizedTest
	@EnumSource
	void whenAVerbIsExplainedThenItsOptionsAreAndNoOthers(Verb verb) {
		assertThat(explained(verb.toString()).filter((word) -> CommandOption.find(word).isPresent()))
			.containsExactlyInAnyOrderElementsOf(Stream.of(CommandOption.values())
				.filter((option) -> option.belongsTo(verb))
				.map(CommandOption::toString)
				.toList());
	}

	@ParameterizedTest
	@EnumSource
	void whenAVerbDefinesTheServiceThenAllPropertiesAreNamedElseNone(Verb verb) {
		List<String> properties = new ArrayList<>(
				explained(verb.toString()).filter((word) -> CommandOption.find(word).isEmpty()).toList());
		HelpPage.of(verb.toString())
			.lines()
			.stream()
			.filter((line) -> line.matches("  (?!--)([a-z.-]+(, |,?$))+"))
			.flatMap((line) -> Stream.of(line.strip().split(", ?")))
			.forEach(properties::add);
		assertThat(properties)
			.containsExactlyInAnyOrderElementsOf(verb.definesService() ? ServiceProperty.words() : List.of());
	}

	@Test
	void whenAllOptionsAreListedThenNoneIsMissing() {
		assertThat(explained(HelpTopic.OPTIONS)).containsExactlyInAnyOrderElementsOf(
				Stream.concat(CommandOption.words().stream(), ServiceProperty.words().stream()).toList());
	}

	@ParameterizedTest
	@EnumSource
	void whenAVerbIsExplainedThenItsPageHasAllSections(Verb verb) {
		List<String> lines = HelpPage.of(verb.toString()).lines();
		assertThat(SECTIONS)
			.allSatisfy((section) -> assertThat(lines).filteredOn((line) -> line.startsWith(section)).hasSize(1));
		assertThat(lines.get(0)).matches("--winsvc\\." + verb + "([\\[=].*)?");
		assertThat(verb.hasValue()).isEqualTo(lines.get(0).contains(verb + "="));
		assertThat(lines.stream().filter((line) -> line.startsWith("  java ") && line.contains("-jar orders.jar")))
			.hasSizeBetween(2, 3)
			.allMatch((example) -> example.contains(" --winsvc." + verb));
		List<String> codes = lines.stream()
			.filter((line) -> line.matches("  \\d  .*"))
			.map((line) -> line.substring(2, 3))
			.toList();
		assertThat(codes).startsWith("0").contains("2").isSorted().doesNotHaveDuplicates();
		assertThat(Stream.of(ExitStatus.values()).map((status) -> String.valueOf(status.code())).toList())
			.containsAll(codes);
	}

	@ParameterizedTest
	@EnumSource
	void whenAnExampleIsShownThenItCanBeParsed(Verb verb) {
		HelpPage.of(verb.toString())
			.lines()
			.stream()
			.filter((line) -> line.startsWith("  java "))
			.map((line) -> line.replaceFirst(".* -jar orders.jar ", "").replaceFirst(" [|>].*", "").split(" "))
			.forEach((arguments) -> assertThat(CommandRequest.parse(arguments).verb()).isEqualTo(verb));
	}

	private static Stream<String> explained(String topic) {
		return HelpPage.of(topic)
			.lines()
			.stream()
			.skip(1)
			.filter((line) -> line.startsWith("  --winsvc."))
			.map((line) -> line.substring("  --winsvc.".length()).replaceFirst("(=|\\.<|\\[).*", ""));
	}

}
