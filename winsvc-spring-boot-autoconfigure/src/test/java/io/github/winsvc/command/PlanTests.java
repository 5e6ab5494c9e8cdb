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

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.winsvc.scm.ServiceDefinition;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSetting.Account;
import io.github.winsvc.scm.ServiceSetting.DelayedStart;
import io.github.winsvc.scm.ServiceSetting.Dependencies;
import io.github.winsvc.scm.ServiceSetting.DisplayName;
import io.github.winsvc.scm.ServiceSetting.ImagePath;
import io.github.winsvc.scm.ServiceSetting.Recovery;
import io.github.winsvc.scm.ServiceSetting.Start;
import io.github.winsvc.scm.ServiceSettings;
import io.github.winsvc.scm.StartType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Plan}.
 */
class PlanTests {

	private static final ServiceName NAME = new ServiceName("orders");

	private static final List<ServiceSetting> BASIC = List.of(new DisplayName("Orders"), new ImagePath("\"java.exe\""),
			new Start(StartType.AUTO), new Account("LocalSystem"));

	private static ServiceSettings with(ServiceSetting... further) {
		return ServiceSettings.of(Stream.concat(BASIC.stream(), List.of(further).stream()).toList());
	}

	private static Plan plan(ServiceSettings wanted, Optional<ServiceRegistration> registration) {
		return Plan.of(new ServiceDefinition(NAME, wanted), registration);
	}

	private static Optional<ServiceRegistration> registered(ServiceSettings settings,
			Set<Class<? extends ServiceSetting>> unsupported) {
		return Optional.of(new ServiceRegistration(NAME, settings, unsupported));
	}

	@Test
	void whenServiceIsNewThenOnlyWhatIsSaidIsPlanned() {
		Plan plan = plan(with(new Dependencies(List.of()), new DelayedStart(true)), Optional.empty());
		assertThat(plan.create()).isTrue();
		assertThat(plan.changes()).extracting(Change::wanted).containsExactlyElementsOf(with(new DelayedStart(true)));
	}

	@Test
	void whenRegistrationIsAsWantedThenPlanIsEmpty() {
		Plan plan = plan(with(new Dependencies(List.of("Tcpip"))),
				registered(with(new Dependencies(List.of("TCPIP"))), Set.of()));
		assertThat(plan.isEmpty()).isTrue();
	}

	@Test
	void whenSomeoneHasAddedToRegistrationThenItIsTakenAway() {
		Plan plan = plan(with(new Dependencies(List.of())),
				registered(with(new Dependencies(List.of("Spooler"))), Set.of()));
		assertThat(plan.changes())
			.containsExactly(new Change(new Dependencies(List.of("Spooler")), new Dependencies(List.of())));
	}

	@Test
	void whenScmDoesNotKnowSettingThenItIsNamedOnlyIfItSaysSomething() {
		Optional<ServiceRegistration> registration = registered(with(), Set.of(DelayedStart.class));
		assertThat(plan(with(new DelayedStart(true)), registration).unsupported())
			.containsExactly(new DelayedStart(true));
		assertThat(plan(with(new DelayedStart(false)), registration).unsupported()).isEmpty();
	}

	@Test
	void whenNothingIsDoneAfterAFailureThenWindowsCountsNothing() {
		Plan plan = plan(with(new Recovery(List.of(), Duration.ofDays(1))),
				registered(with(new Recovery(List.of(), Duration.ZERO)), Set.of()));
		assertThat(plan.isEmpty()).isTrue();
	}

	@Test
	void whenOnlyTextsOfRecoveryDifferThenTheChangeShowsThem() {
		Recovery former = new Recovery(List.of(Duration.ZERO), Duration.ofDays(1));
		assertThat(new Change(former, new Recovery(former.actions(), former.resetPeriod(), "", "Back soon")).text())
			.contains("message: Back soon");
		assertThat(new Change(new Recovery(List.of(), Duration.ZERO),
				new Recovery(List.of(), Duration.ZERO, "tell.exe", ""))
			.text()).contains("none, command: tell.exe");
	}

}
