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

package io.github.winsvc.host;

import java.time.Duration;
import java.util.Set;

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.ControlName;
import io.github.winsvc.scm.ServiceControl.Custom;
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.test.scm.FakeScm;
import io.github.winsvc.test.scm.FakeService;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServiceLedger}.
 */
class ServiceLedgerTests {

	@AutoClose
	private final FakeScm scm = new FakeScm();

	private final FakeService service = this.scm.register("orders");

	@Test
	void whenServiceHasRunThenItsLifeIsKnown() {
		RecordingApplication application = new RecordingApplication();
		ServiceHost host = new ServiceHost(application, application);
		ServiceLedger ledger = host.ledger();
		host.connect(this.service.begin(), Duration.ofSeconds(5));
		ledger.completed(StartPhase.PREPARE);
		ledger.completed(StartPhase.REFRESH);
		ledger.completed(StartPhase.READY);
		host.accept(Set.of(AcceptedControl.PARAMCHANGE), Set.of(200));
		host.ready();
		this.service.awaitState(ServiceState.RUNNING);
		assertThat(ledger.startDurations()).containsOnlyKeys(StartPhase.values());
		assertThat(ledger.entries(ServiceState.RUNNING)).isEqualTo(1);
		assertThat(ledger.since()).isAfterOrEqualTo(ledger.started());
		assertThat(ledger.lastControl()).isEmpty();
		this.service.send(new Custom(200));
		this.service.send(new Custom(201));
		assertThat(ledger.controls((code) -> code == 200, true)).isEqualTo(1);
		assertThat(ledger.controls(Custom::isCustom, false)).isEqualTo(1);
		assertThat(ledger.lastControl()).hasValueSatisfying((control) -> {
			assertThat(control.code()).isEqualTo(201);
			assertThat(control.handled()).isFalse();
		});
		this.service.send(Standard.STOP);
		assertThat(ledger.controls((code) -> code == Standard.STOP.code(), true)).isEqualTo(1);
		host.end();
		assertThat(ledger.entries(ServiceState.STOP_PENDING)).isEqualTo(1);
		assertThat(ledger.entries(ServiceState.STOPPED)).isEqualTo(1);
	}

	@Test
	void whenServiceHasContinuedThenItsStartIsStillThatOfBefore() throws InterruptedException {
		ServiceLedger ledger = new ServiceLedger();
		ledger.moved(ServiceState.RUNNING);
		Duration ready = ledger.startDurations().get(StartPhase.ANSWER);
		Thread.sleep(5);
		ledger.moved(ServiceState.PAUSED);
		ledger.moved(ServiceState.RUNNING);
		assertThat(ledger.startDurations()).containsEntry(StartPhase.ANSWER, ready);
		assertThat(ledger.entries(ServiceState.RUNNING)).isEqualTo(2);
	}

	@Test
	void whenControlHasNoCodeOfAByteThenItIsCountedAllTheSame() {
		ServiceLedger ledger = new ServiceLedger();
		ledger.control(0x1ff, ControlAnswer.BUSY);
		assertThat(ledger.controls((code) -> true, false)).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "1,stop", "2,pause", "5,shutdown", "11,deviceevent", "14,sessionchange", "128,custom", "255,custom",
			"99,other" })
	void whenControlHasANameThenItIsThatOfWindows(int code, String name) {
		assertThat(ControlName.of(code)).isEqualTo(name);
	}

}
