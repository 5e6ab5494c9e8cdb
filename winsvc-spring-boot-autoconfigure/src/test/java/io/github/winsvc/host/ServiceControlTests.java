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
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceControl.Custom;
import io.github.winsvc.scm.ServiceControl.Other;
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.SessionChange;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.scm.FakeScm;
import io.github.winsvc.test.scm.FakeService;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for a {@link ServiceHost} that is sent controls to inform it.
 */
class ServiceControlTests {

	private static final SessionChange LOGON = new SessionChange(SessionChange.Reason.SESSION_LOGON, 3);

	@AutoClose
	private final FakeScm scm = new FakeScm();

	private final FakeService service = this.scm.register("orders");

	private final RecordingApplication application = new RecordingApplication();

	private final ServiceHost host = new ServiceHost(this.application, this.application);

	private void run(Set<AcceptedControl> accepted, Set<Integer> codes) {
		this.host.connect(this.service.begin(), Duration.ofSeconds(10));
		this.host.accept(accepted, codes);
		this.host.ready();
		this.service.awaitState(ServiceState.RUNNING);
	}

	private void awaitControls(int count) throws InterruptedException {
		long begin = System.nanoTime();
		while (this.application.controls().size() < count
				&& System.nanoTime() - begin < Duration.ofSeconds(20).toNanos()) {
			Thread.sleep(5);
		}
	}

	@Test
	void whenControlIsWantedThenApplicationGetsIt() throws InterruptedException {
		run(Set.of(AcceptedControl.SESSIONCHANGE), Set.of(SessionChange.CODE, 200));
		assertThat(this.service.send(LOGON)).isEqualTo(ControlAnswer.HANDLED);
		assertThat(this.service.send(new Custom(200))).isEqualTo(ControlAnswer.HANDLED);
		awaitControls(2);
		assertThat(this.application.controls()).containsExactly(LOGON, new Custom(200));
		this.host.end();
	}

	@Test
	void whenCustomControlIsNotWantedThenItIsNotImplemented() {
		run(Set.of(), Set.of(200));
		assertThat(this.service.send(new Custom(201))).isEqualTo(ControlAnswer.NOT_IMPLEMENTED);
		this.host.end();
		assertThat(this.application.controls()).isEmpty();
	}

	@Test
	void whenControlIsNotAcceptedThenTheScmDoesNotSendIt() {
		run(Set.of(), Set.of());
		for (ServiceControl control : List.of(Standard.PAUSE, Standard.PARAMCHANGE, LOGON)) {
			assertThatExceptionOfType(ScmException.class).isThrownBy(() -> this.service.send(control))
				.extracting(ScmException::error)
				.isEqualTo(Win32Error.INVALID_SERVICE_CONTROL);
		}
		this.host.end();
	}

	@Test
	void whenPayloadMakesNoSenseThenApplicationGetsTheControlAllTheSame() throws InterruptedException {
		run(Set.of(AcceptedControl.SESSIONCHANGE), Set.of(SessionChange.CODE));
		assertThat(this.service.send(new Other(SessionChange.CODE, 99))).isEqualTo(ControlAnswer.HANDLED);
		awaitControls(1);
		assertThat(this.application.controls()).containsExactly(new Other(SessionChange.CODE, 99));
		this.host.end();
	}

	@Test
	void whenTenThousandControlsFloodInThenEachArrivesInOrderAndStopIsHonoured() throws InterruptedException {
		run(Set.of(), Set.of(200, 201));
		for (int i = 0; i < 10_000; i++) {
			assertThat(this.service.send(new Custom(200 + i % 2))).isEqualTo(ControlAnswer.HANDLED);
		}
		this.service.send(Standard.STOP);
		assertThat(this.application.awaitCall()).startsWith("stop");
		awaitControls(10_000);
		assertThat(this.application.controls())
			.containsExactlyElementsOf(IntStream.range(0, 10_000).mapToObj((i) -> new Custom(200 + i % 2)).toList());
		this.host.end();
	}

	@Test
	void whenApplicationDoesNotKeepUpThenFurtherControlsAreRefused() {
		ControlHandlerProbe probe = new ControlHandlerProbe();
		assertThat(IntStream.range(0, 65_536).mapToObj((i) -> probe.send()).distinct())
			.containsExactly(ControlAnswer.HANDLED);
		assertThat(probe.send()).isEqualTo(ControlAnswer.BUSY);
	}

	@Test
	void whenApplicationIsBusyWithControlThenStopIsHonoured() throws InterruptedException {
		run(Set.of(), Set.of(200));
		this.application.block();
		this.service.send(new Custom(200));
		this.service.send(Standard.STOP);
		assertThat(this.application.awaitCall()).startsWith("stop");
		this.application.unblock();
		this.host.end();
	}

	/**
	 * A handler whose owner never gets round to what it is handed.
	 */
	private static final class ControlHandlerProbe {

		private final ControlHandler handler;

		ControlHandlerProbe() {
			RecordingApplication application = new RecordingApplication();
			Outcome outcome = new Outcome();
			ApplicationCalls calls = new ApplicationCalls(application);
			ServiceLedger ledger = new ServiceLedger();
			this.handler = new ControlHandler(outcome, new StatusOwner(outcome, calls, application, ledger), calls,
					ledger);
			this.handler.want(Set.of(200), false);
		}

		ControlAnswer send() {
			return this.handler.control(new Custom(200));
		}

	}

}
