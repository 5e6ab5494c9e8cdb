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

package io.github.winsvc.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import io.github.winsvc.host.ServiceFacts;
import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.host.StartPhase;
import io.github.winsvc.scm.EndedRun;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.OwnProcess;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.scm.ServiceRegistration;
import io.github.winsvc.scm.ServiceSetting;
import io.github.winsvc.scm.ServiceSettings;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.scm.FakeScm;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ServiceDescription} and {@link ServiceHealthIndicator}.
 */
class ServiceDescriptionTests {

	private static final Instant TIME = Instant.parse("2026-05-04T03:02:01Z");

	private final ServiceHost host = new ServiceHost(null, (code) -> {
	});

	private volatile int reads;

	private Map<String, Object> describe(OwnProcess process, EndedRun former, Integer restarts) {
		return new ServiceDescription(this.host, new ServiceFacts("orders", "auto", process, former, restarts),
				Stream::empty)
			.describe();
	}

	private OwnProcess registered() {
		return new OwnProcess() {

			@Override
			public Optional<ServiceRegistration> registration(ServiceName name) {
				ServiceDescriptionTests.this.reads++;
				return Optional.of(new ServiceRegistration(name,
						ServiceSettings.of(new ServiceSetting.DisplayName("Orders"),
								new ServiceSetting.ImagePath("java -Dpassword=secret -jar orders.jar"),
								new ServiceSetting.Account("NT SERVICE\\orders"),
								new ServiceSetting.Recovery(List.of(Duration.ofSeconds(5)), Duration.ofHours(24))),
						Set.of()));
			}

		};
	}

	@Test
	void whenNothingIsKnownThenTheServiceItselfIsDescribed() {
		assertThat(describe(OwnProcess.UNKNOWN, null, null)).containsOnlyKeys("name", "state", "since", "started",
				"startReason", "startDuration");
	}

	@Test
	void whenServiceIsRegisteredThenAccountAndRecoveryAreToldAndNoSecret() {
		Map<String, Object> description = describe(registered(), null, 2);
		assertThat(description).containsEntry("displayName", "Orders")
			.containsEntry("account", "NT SERVICE\\orders")
			.containsEntry("recovery", "restart after 5 s, reset after 24 h")
			.containsEntry("restartsSinceBoot", 2);
		assertThat(description.toString()).doesNotContain("secret");
	}

	@Test
	void whenDescribedOftenThenRegistrationIsNotReadEachTime() {
		ServiceDescription description = new ServiceDescription(this.host,
				new ServiceFacts("orders", "auto", registered(), null, null), Stream::empty);
		for (int i = 0; i < 10; i++) {
			description.describe();
		}
		assertThat(this.reads).isEqualTo(1);
	}

	@Test
	void whenSummarizedThenNobodyWaitsForTheRegistrationAndItIsToldOnceKnown() {
		CountDownLatch answer = new CountDownLatch(1);
		OwnProcess registered = registered();
		ServiceDescription description = new ServiceDescription(this.host,
				new ServiceFacts("orders", "auto", new OwnProcess() {

					@Override
					public Optional<ServiceRegistration> registration(ServiceName name) {
						try {
							answer.await();
						}
						catch (InterruptedException ex) {
							throw new IllegalStateException(ex);
						}
						return registered.registration(name);
					}

				}, null, null), Stream::empty);
		for (int i = 0; i < 10; i++) {
			assertThat(description.summarize()).doesNotContainKey("account").containsKey("state");
		}
		answer.countDown();
		await().untilAsserted(() -> assertThat(description.summarize()).containsEntry("account", "NT SERVICE\\orders"));
		assertThat(this.reads).isEqualTo(1);
	}

	@Test
	void whenRegistrationCannotBeReadThenThatIsTold() {
		assertThat(describe(new OwnProcess() {

			@Override
			public Optional<ServiceRegistration> registration(ServiceName name) {
				throw new ScmException("OpenService", Win32Error.ACCESS_DENIED);
			}

		}, null, null)).extractingByKey("registration").asString().startsWith("cannot be read: ").contains("5");
	}

	@Test
	void whenThereWasAnotherRunThenItsEndIsTold() {
		assertThat(
				describe(OwnProcess.UNKNOWN,
						new EndedRun(TIME, TIME.plusSeconds(60), new ExitCode.ServiceSpecific(42),
								Duration.ofMillis(1500)),
						null))
			.extractingByKey("lastExit")
			.isEqualTo(Map.of("started", TIME.toString(), "ended", TIME.plusSeconds(60).toString(), "exitCode",
					"1066 ERROR_SERVICE_SPECIFIC_ERROR, service code 42", "stopDuration", "1500 ms"));
	}

	@Test
	void whenTheOtherRunDidNotSayHowItEndedThenThatIsTold() {
		assertThat(describe(OwnProcess.UNKNOWN, new EndedRun(TIME, null, null, null), null)).extractingByKey("lastExit")
			.isEqualTo(Map.of("started", TIME.toString(), "exitCode", "unknown: the process ended without saying so"));
	}

	@Test
	void whenServiceDoesNotRunThenItIsOutOfService() {
		ServiceHealthIndicator indicator = new ServiceHealthIndicator(this.host, new ServiceDescription(this.host,
				new ServiceFacts("orders", "auto", OwnProcess.UNKNOWN, null, null), Stream::empty));
		assertThat(indicator.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		assertThat(indicator.health().getDetails()).containsEntry("state", "STOPPED");
	}

	@Test
	void whenApplicationIsReadyThenServiceIsUpBeforeItIsRunning() {
		try (FakeScm scm = new FakeScm()) {
			this.host.connect(scm.register("orders").begin(), Duration.ofSeconds(5));
			ServiceHealthIndicator indicator = new ServiceHealthIndicator(this.host, new ServiceDescription(this.host,
					new ServiceFacts("orders", "auto", OwnProcess.UNKNOWN, null, null), Stream::empty));
			assertThat(indicator.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
			this.host.ledger().completed(StartPhase.READY);
			assertThat(this.host.state()).isEqualTo(ServiceState.START_PENDING);
			assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
			this.host.end();
			assertThat(indicator.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		}
	}

}
