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

import java.util.concurrent.CompletableFuture;

import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.StartReason;
import io.github.winsvc.test.ServiceExit;
import io.github.winsvc.test.TestService;
import io.github.winsvc.test.WinsvcTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the start of a service: what the SCM tells, and when it hears RUNNING.
 */
@WinsvcTest(application = ServiceStartTests.ShopMain.class, name = "shop",
		properties = "spring.main.web-application-type=none")
class ServiceStartTests {

	private static CompletableFuture<Void> refused;

	@BeforeEach
	void reset() {
		refused = new CompletableFuture<>();
	}

	private static Environment run(TestService service, String... startArguments) {
		service.start(startArguments);
		service.awaitState(ServiceState.RUNNING);
		return service.context().getEnvironment();
	}

	@Test
	void whenStartedThenNameReasonAndArgumentsAreProperties(TestService service) {
		service.registered().setStartReason(StartReason.RESTART_ON_FAILURE);
		Environment environment = run(service, "quick", "--price=7");
		assertThat(environment.getProperty("winsvc.service")).isEqualTo("shop");
		assertThat(environment.getProperty("winsvc.start.reason")).isEqualTo("restart-on-failure");
		assertThat(environment.getProperty("winsvc.start.arguments", String[].class)).isNull();
		assertThat(environment.getProperty("winsvc.start.arguments[0]")).isEqualTo("quick");
		assertThat(environment.getProperty("winsvc.start.arguments[1]")).isEqualTo("--price=7");
		assertThat(environment.getProperty("price")).isEqualTo("7");
	}

	@Test
	void whenArgumentsAreNotToBePropertiesThenTheyAreListedAlone(TestService service) {
		Environment environment = run(service.withProperties("winsvc.start.arguments-as-properties=false"),
				"--price=7");
		assertThat(environment.containsProperty("price")).isFalse();
		assertThat(environment.getProperty("winsvc.start.arguments[0]")).isEqualTo("--price=7");
	}

	@Test
	void whenArgumentIsAPropertyOfTheConfigurationThenItCountsMore(TestService service) {
		assertThat(run(service.withProperties("price=5"), "--price=7").getProperty("price")).isEqualTo("7");
	}

	@Test
	void whenApplicationTakesReadinessBackThenServiceRunsOnceItIsGivenAgain(TestService service) {
		service.withProperties("refuse=true").start();
		refused.join();
		assertThat(service.state()).isEqualTo(ServiceState.START_PENDING);
		AvailabilityChangeEvent.publish(service.context(), ReadinessState.ACCEPTING_TRAFFIC);
		service.awaitState(ServiceState.RUNNING);
		assertThat(service.states()).containsExactly(ServiceState.START_PENDING, ServiceState.RUNNING);
	}

	@Test
	void whenApplicationRefusesTrafficLaterThenServiceStillRuns(TestService service) {
		run(service);
		AvailabilityChangeEvent.publish(service.context(), ReadinessState.REFUSING_TRAFFIC);
		assertThat(service.state()).isEqualTo(ServiceState.RUNNING);
	}

	@Test
	void whenBeansAreLazyThenServiceRuns(TestService service) {
		run(service.withProperties("spring.main.lazy-initialization=true"));
		assertThat(service.stop()).isEqualTo(new ServiceExit(ExitCode.SUCCESS, 0));
	}

	@Test
	void whenThreadDumpCodeIsNoneOfTheApplicationThenStartFailsAndSaysSo(TestService service) {
		service.withProperties("winsvc.controls.thread-dump-code=5").start();
		assertThat(service.awaitExit().exitCode()).isEqualTo(new ExitCode.ServiceSpecific(1));
		assertThat(service.failure()).hasStackTraceContaining("on field 'threadDumpCode': rejected value [5]")
			.hasStackTraceContaining("it can be 128 to 255, or 0 for none");
	}

	@Test
	void whenRuleOfAFeatureIsBrokenThenStartFailsBeforeThereAreBeans(TestService service) {
		service.withProperties("winsvc.health.timeout=0s").start();
		assertThat(service.awaitExit().exitCode()).isEqualTo(new ExitCode.ServiceSpecific(1));
		assertThat(service.failure()).hasStackTraceContaining("on field 'timeout': rejected value [PT0S]")
			.hasStackTraceContaining("it can be 1ms to 49d");
		assertThat(service.states()).doesNotContain(ServiceState.RUNNING);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ShopMain {

		private final ConfigurableApplicationContext context;

		ShopMain(ConfigurableApplicationContext context) {
			this.context = context;
		}

		public static void main(String[] args) {
			SpringApplication.run(ShopMain.class, args);
		}

		/**
		 * Take back what Spring Boot says at the end of the start.
		 */
		@EventListener
		void readinessChanges(AvailabilityChangeEvent<ReadinessState> change) {
			if (this.context.getEnvironment().containsProperty("refuse") && !refused.isDone()
					&& change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
				AvailabilityChangeEvent.publish(this.context, ReadinessState.REFUSING_TRAFFIC);
				refused.complete(null);
			}
		}

	}

}
