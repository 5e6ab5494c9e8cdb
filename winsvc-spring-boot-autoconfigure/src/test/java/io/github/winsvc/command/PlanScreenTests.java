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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.StartType;
import io.github.winsvc.test.scm.FakeService.OpenHandle;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code plan}, {@code update} and a dry run print, as text and as JSON.
 */
class PlanScreenTests {

	@AutoClose
	private Workbench bench;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenThereIsNoServiceThenEverySettingIsPlanned(String format) {
		this.bench.scm.setElevated(false);
		Screen.of(this.bench, format).shows(Verb.PLAN, ExitStatus.DONE, "plan-new");
		assertThat(this.bench.isRegistered()).isFalse();
		assertThat(this.bench.home.directory()).doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenSettingsDifferThenOnlyThoseArePlanned(String format) {
		change();
		this.bench.scm.setElevated(false);
		Screen.of(this.bench, format).shows(Verb.PLAN, ExitStatus.DONE, "plan-changed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenNothingDiffersThenThePlanIsEmpty(String format) {
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.PLAN, ExitStatus.DONE, "plan-nothing-to-do");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTheServiceIsStoppedThenThePlanTellsWhoWouldStartIt(String format) {
		this.bench.run(Verb.INSTALL);
		this.bench.run(Verb.STOP);
		Screen.of(this.bench, format).shows(Verb.PLAN, ExitStatus.DONE, "plan-stopped");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenWindowsDoesNotKnowASettingThenThePlanSaysSo(String format) {
		this.bench.scm.behaveLikeWine();
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.PLAN, ExitStatus.DONE, "plan-unsupported");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenSettingsDifferThenTheyAreUpdated(String format) {
		change();
		Screen.of(this.bench, format).shows(Verb.UPDATE, ExitStatus.DONE, "update");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenNothingDiffersThenThereIsNothingToUpdate(String format) {
		this.bench.run(Verb.INSTALL);
		Screen.of(this.bench, format).shows(Verb.UPDATE, ExitStatus.DONE, "update-nothing-to-do");
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenThereIsNoServiceThenNothingCanBeUpdated(String format) {
		Screen.of(this.bench, format).shows(Verb.UPDATE, ExitStatus.NOT_INSTALLED, "update-not-installed");
		assertThat(this.bench.isRegistered()).isFalse();
	}

	@Test
	void whenARegistrationHasDriftedThenUpdateMendsItAndStartsNothing() {
		this.bench.run(Verb.INSTALL);
		this.bench.run(Verb.STOP);
		this.bench.scm.openManager().apply(Workbench.NAME, new ServiceSetting.Start(StartType.DISABLED));
		assertThat(this.bench.run(Verb.UPDATE)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.registration().settings().get(ServiceSetting.Start.class).value())
			.isEqualTo(StartType.AUTO);
		assertThat(this.bench.scm.service("orders").state()).isEqualTo(ServiceState.STOPPED);
	}

	@Test
	void whenTheServiceDisappearsDuringAnUpdateThenItIsNotCreated() {
		this.bench.run(Verb.INSTALL);
		this.bench.run(Verb.STOP);
		OpenHandle handle = this.bench.scm.service("orders").hold();
		this.bench.scm.openManager().delete(Workbench.NAME);
		this.bench.description = "New";
		this.bench.time.after(Duration.ofSeconds(3), handle::close);
		assertThat(this.bench.run(Verb.UPDATE)).isEqualTo(ExitStatus.NOT_INSTALLED);
		assertThat(this.bench.isRegistered()).isFalse();
	}

	@Test
	void whenTheOperatorIsNotElevatedThenAnUpdateIsDenied() {
		change();
		this.bench.scm.setElevated(false);
		assertThat(this.bench.run(Verb.UPDATE)).isEqualTo(ExitStatus.ACCESS_DENIED);
		assertThat(this.bench.registration().settings().get(ServiceSetting.Description.class).value())
			.isEqualTo("Takes orders");
		assertThat(this.bench.printed()).contains("Run as administrator");
	}

	@ParameterizedTest
	@CsvSource({ "INSTALL,txt", "INSTALL,json", "UPDATE,txt", "UPDATE,json" })
	void whenARunIsDryThenItShowsWhatThePlanShows(Verb verb, String format) {
		change();
		this.bench.json = format.equals("json");
		this.bench.run(Verb.PLAN);
		String plan = this.bench.printed();
		this.bench.dryRun = true;
		long before = this.bench.scm.utterances().size();
		assertThat(this.bench.run(verb)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).isEqualTo(plan.replace("\"verb\": \"plan\"", "\"verb\": \"" + verb + "\""));
		assertThat(this.bench.scm.utterances().stream().skip(before))
			.allSatisfy((utterance) -> assertThat(utterance.text()).startsWith("Query"));
	}

	@Test
	void whenADryRunOfAnUpdateFindsNoServiceThenItSaysSo() {
		this.bench.dryRun = true;
		assertThat(this.bench.run(Verb.UPDATE)).isEqualTo(ExitStatus.NOT_INSTALLED);
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.isRegistered()).isFalse();
	}

	@Test
	void whenAnotherProgramInstalledTheServiceThenThePlanIsRefusedAsInstallIs() {
		this.bench.scm.register("orders");
		assertThat(this.bench.run(Verb.PLAN)).isEqualTo(ExitStatus.FAILED);
		this.bench.adopt = true;
		assertThat(this.bench.run(Verb.PLAN)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).contains("~ start type: \"manual\" -> \"auto\"");
	}

	private void change() {
		this.bench.run(Verb.INSTALL);
		this.bench.description = "Takes and ships orders";
		this.bench.arguments = List.of("--server.port=8082");
	}

}
