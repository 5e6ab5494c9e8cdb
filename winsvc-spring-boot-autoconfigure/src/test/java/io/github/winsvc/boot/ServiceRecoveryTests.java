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

package io.github.winsvc.boot;

import java.time.Duration;

import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.test.TestService;
import io.github.winsvc.test.WinsvcTest;
import io.github.winsvc.test.scm.RecoveryAction;
import org.junit.jupiter.api.Test;

import org.springframework.boot.ExitCodeEvent;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what Windows does after the end of a service that is registered as install
 * does it.
 */
@WinsvcTest(application = ServiceRecoveryTests.ShopMain.class, name = "shop",
		properties = "spring.main.web-application-type=none")
class ServiceRecoveryTests {

	private static void run(TestService service) {
		service.start();
		service.awaitState(ServiceState.RUNNING);
	}

	@Test
	void whenStoppedThenNothingFollows(TestService service) {
		run(service);
		service.stop();
		assertThat(service.registered().recoveries()).isEmpty();
	}

	@Test
	void whenWindowsShutsDownThenNothingFollows(TestService service) {
		run(service);
		service.shutDown();
		assertThat(service.registered().recoveries()).isEmpty();
	}

	@Test
	void whenApplicationEndsInGoodOrderThenNothingFollows(TestService service) {
		run(service);
		service.context().close();
		service.awaitExit();
		assertThat(service.registered().recoveries()).isEmpty();
	}

	@Test
	void whenStartFailsAgainAndAgainThenServiceIsStartedAgainLaterEachTime(TestService service) {
		service.withProperties("winsvc.controls.thread-dump-code=5");
		for (int i = 0; i < 4; i++) {
			service.start();
			service.awaitExit();
		}
		assertThat(service.registered().recoveries()).extracting(RecoveryAction::delay)
			.containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(60),
					Duration.ofSeconds(60));
	}

	@Test
	void whenApplicationIsBrokenThenServiceIsStartedAgain(TestService service) {
		service.withProperties("winsvc.liveness.grace=100ms");
		run(service);
		AvailabilityChangeEvent.publish(service.context(), LivenessState.BROKEN);
		service.awaitExit();
		assertThat(service.registered().recoveries()).hasSize(1);
	}

	@Test
	void whenApplicationExitsWithACodeThenServiceIsStartedAgain(TestService service) {
		run(service);
		service.context().publishEvent(new ExitCodeEvent(service.context(), 3));
		service.context().close();
		service.awaitExit();
		assertThat(service.registered().recoveries()).hasSize(1);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ShopMain {

		public static void main(String[] args) {
			SpringApplication.run(ShopMain.class, args);
		}

	}

}
