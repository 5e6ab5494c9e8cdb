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

package io.github.winsvc.benchmarks;

import java.io.StringReader;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTests {

	private static final Result PLAIN = new Result(Report.PLAIN,
			List.of(run(null, 10_000, 300), run(null, 12_000, 300), run(null, 11_000, 300)), null);

	private static final Result OTHER = new Result("<wrapper>",
			List.of(run(1_000.0, 22_000, 150), run(3_000.0, 22_000, 150)),
			new Killed(List.of("java.exe"), true, "STOPPED"));

	private final Report report = new Report(Map.of("Java", "Temurin 17 & more"), List.of(PLAIN, OTHER),
			Map.of("prepared", "there is none"));

	private static Run run(@Nullable Double running, double ready, long megabytes) {
		return new Run(running, ready, null, 500, List.of("java.exe"), megabytes * 1024, true);
	}

	@Test
	void whenNumberOfValuesIsEvenThenMedianIsTheMeanOfTheTwoInTheMiddle() {
		assertThat(Median.of(List.of(4.0, 1.0, 3.0, 100.0))).hasValue(3.5);
		assertThat(Median.of(List.of(4.0, 1.0, 3.0))).hasValue(3);
		assertThat(Median.of(List.of())).isEmpty();
	}

	@Test
	void whenThereAreResultsThenTableHoldsMediansAndRatios() {
		assertThat(this.report.text()).contains("| start to first 200, s      | 11.00           | 22.00 (2.00) |")
			.contains("| start to RUNNING, s        | -               | 2.00         |")
			.contains("| RUNNING after first 200, s | -               | -20.00       |")
			.contains("| memory, MB                 | 300             | 150 (0.50)   |")
			.contains("- <wrapper>: java.exe left and answering, SCM: STOPPED")
			.contains("prepared: not available: there is none");
	}

	@Test
	void whenThereAreResultsThenJsonHoldsEveryRun() {
		JsonNode json = JsonMapper.shared().readTree(this.report.json());
		JsonNode other = json.path("contenders").path(1);
		assertThat(other.path("ratios").path(Metric.READY.title()).asDouble()).isEqualTo(2);
		assertThat(other.path("runs").size()).isEqualTo(2);
		assertThat(json.path("unavailable").path("prepared").asString()).isEqualTo("there is none");
	}

	@Test
	void whenThereAreResultsThenChartIsWellFormedAndShowsEachContender() throws Exception {
		Document chart = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new StringReader(Chart.svg(this.report))));
		assertThat(chart.getElementsByTagName("rect").getLength()).isEqualTo(6);
		assertThat(chart.getDocumentElement().getTextContent()).contains("<wrapper>", "22.00", "Temurin 17 & more");
	}

}
