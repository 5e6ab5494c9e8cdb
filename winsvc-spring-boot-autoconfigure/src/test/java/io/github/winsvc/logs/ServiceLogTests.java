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

package io.github.winsvc.logs;

import java.util.List;
import java.util.Map;

import io.github.winsvc.launch.ServiceCommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServiceLog}.
 */
class ServiceLogTests {

	@Test
	void whenNothingIsConfiguredThenItIsTheGivenFileWithLimits() {
		ServiceLog log = log(Map.of());
		assertThat(log.file()).isEqualTo("/logs/orders.log");
		assertThat(log.rolling()).isEqualTo("at 10MB, kept for 30 days, at most 1GB in all");
	}

	@Test
	void whenAFileIsConfiguredThenItIsThat() {
		assertThat(log(Map.of(ServiceLog.FILE, "/a/b.log", ServiceLog.DIRECTORY, "/c")).file()).isEqualTo("/a/b.log");
	}

	@Test
	void whenADirectoryIsConfiguredThenItIsTheFileOfSpringBootInIt() {
		assertThat(log(Map.of(ServiceLog.DIRECTORY, "/c")).file()).isEqualTo("/c/spring.log");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			5MB  | 7 | 0B   | at 5MB, kept for 7 days, without limit in all
			5MB  | 0 | 2GB  | at 5MB, kept forever, at most 2GB in all
			10MB | 7 | 0    | at 10MB, kept for 7 days, without limit in all
			""")
	void whenLimitsAreConfiguredThenTheyCount(String size, String days, String cap, String text) {
		assertThat(log(
				Map.of(ServiceLog.MAX_FILE_SIZE, size, ServiceLog.MAX_HISTORY, days, ServiceLog.TOTAL_SIZE_CAP, cap))
			.rolling()).isEqualTo(text);
	}

	@Test
	void whenTheCommandLineSaysOtherwiseThenItCounts() {
		ServiceLog log = log(Map.of(ServiceLog.FILE, "/a/b.log"));
		assertThat(log
			.with(line(List.of("-D" + ServiceLog.FILE + "=/option.log"), "--" + ServiceLog.FILE + "=/argument.log"))
			.file()).isEqualTo("/argument.log");
		assertThat(log.with(line(List.of("-D" + ServiceLog.FILE + "=/option.log"))).file()).isEqualTo("/option.log");
		assertThat(log.with(line(List.of())).file()).isEqualTo("/a/b.log");
	}

	@Test
	void whenTheFileIsRelativeThenItIsInTheWorkingDirectoryOfTheService() {
		ServiceLog log = log(Map.of(ServiceLog.FILE, "b.log"));
		assertThat(log.path(line(List.of("-Duser.dir=/work")))).hasToString("/work/b.log");
		assertThat(log(Map.of()).path(line(List.of("-Duser.dir=/work")))).hasToString("/logs/orders.log");
	}

	private static ServiceLog log(Map<String, String> properties) {
		return ServiceLog.of(properties::get, "/logs/orders.log", null);
	}

	private static ServiceCommandLine line(List<String> options, String... arguments) {
		return new ServiceCommandLine("java.exe", options, "orders.jar", List.of(arguments));
	}

}
