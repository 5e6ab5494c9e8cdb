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
import java.util.List;

import io.github.winsvc.scm.ServiceSetting.SecurityDescriptor;
import io.github.winsvc.scm.ServiceSetting.Triggers;
import io.github.winsvc.scm.ServiceTrigger;
import io.github.winsvc.scm.TriggerData;
import io.github.winsvc.scm.TriggerEvent;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the screens of a service with triggers and a security descriptor.
 */
class TriggerScreenTests {

	private static final Triggers TRIGGERS = new Triggers(
			List.of(trigger(TriggerEvent.NETWORK_AVAILABLE, ServiceTrigger.START),
					trigger(TriggerEvent.NAMED_PIPE, ServiceTrigger.START, TriggerData.text("orders"))));

	private static final SecurityDescriptor DESCRIPTOR = new SecurityDescriptor(
			"D:(A;;CCLCSWRPWPDTLOCRRC;;;SY)(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)(A;;RPWPLOCR;;;AU)");

	@AutoClose
	private Workbench bench;

	private static ServiceTrigger trigger(TriggerEvent event, int action, TriggerData... data) {
		return new ServiceTrigger(event.type(), action, event.subtype().orElseThrow(), List.of(data));
	}

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.bench = new Workbench(directory);
		this.bench.furtherSettings = List.of(TRIGGERS, DESCRIPTOR);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTriggersAreConfiguredThenInstallRegistersThem(String format) {
		Screen.of(this.bench, format).shows(Verb.INSTALL, ExitStatus.DONE, "install-triggers");
		assertThat(this.bench.registration().settings()).contains(TRIGGERS, DESCRIPTOR);
	}

	@ParameterizedTest
	@ValueSource(strings = { "txt", "json" })
	void whenTriggersWereChangedThenStatusShowsThemAndTheDrift(String format) {
		this.bench.run(Verb.INSTALL);
		Triggers others = new Triggers(List.of(trigger(TriggerEvent.NETWORK_UNAVAILABLE, ServiceTrigger.STOP)));
		this.bench.scm.openManager().apply(Workbench.NAME, others);
		Screen.of(this.bench, format).shows(Verb.STATUS, ExitStatus.DONE, "status-triggers");
	}

	@Test
	void whenInstalledAgainThenNothingDiffers() {
		this.bench.run(Verb.INSTALL);
		assertThat(this.bench.run(Verb.PLAN)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).doesNotContain("triggers").doesNotContain("security descriptor");
	}

	@Test
	void whenTheScmKnowsNoTriggersThenTheServiceIsInstalledWithoutThem() {
		this.bench.scm.behaveLikeWine();
		assertThat(this.bench.run(Verb.INSTALL)).isEqualTo(ExitStatus.DONE);
		assertThat(this.bench.printed()).contains("triggers: not supported by this Windows, left as it is")
			.contains("security descriptor: not supported by this Windows, left as it is");
	}

	@Test
	void whenTheyAreNoMoreConfiguredThenTriggersAreTakenAwayAndTheDescriptorIsLeft() {
		this.bench.run(Verb.INSTALL);
		this.bench.furtherSettings = List.of(new Triggers(List.of()));
		this.bench.run(Verb.UPDATE);
		assertThat(this.bench.registration().settings()).contains(new Triggers(List.of()), DESCRIPTOR);
	}

}
