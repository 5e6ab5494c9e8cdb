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

package io.github.winsvc.test;

import java.time.Duration;

import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceState;
import org.junit.jupiter.api.Test;

import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TestService}.
 */
@WinsvcTest(application = TestServiceTests.ShopMain.class, name = "shop", args = "--colour=red",
		properties = "size=large")
class TestServiceTests {

	private static final ServiceExit SUCCESS = new ServiceExit(ExitCode.SUCCESS, 0);

	@Test
	void whenStartedThenMainRunsAsService(TestService service) {
		assertThat(service.state()).isEqualTo(ServiceState.STOPPED);
		run(service);
		assertThat(service.states()).containsExactly(ServiceState.START_PENDING, ServiceState.RUNNING);
		assertThat(service.context().getBean(ShopMain.class).thread).isEqualTo("shop-main");
		assertThat(service.context().getEnvironment().getProperty("winsvc.service")).isEqualTo("shop");
		assertThat(service).hasToString("shop, RUNNING");
	}

	@Test
	void whenArgumentsAndPropertiesAreGivenThenApplicationGetsThem(TestService service) {
		run(service.withProperties("weight=5"), "--price=7", "quick");
		Environment environment = service.context().getEnvironment();
		assertThat(environment.getProperty("colour")).isEqualTo("red");
		assertThat(environment.getProperty("size")).isEqualTo("large");
		assertThat(environment.getProperty("weight")).isEqualTo("5");
		assertThat(environment.getProperty("price")).isEqualTo("7");
		assertThat(environment.getProperty("winsvc.start.arguments[1]")).isEqualTo("quick");
	}

	@Test
	void whenPropertyIsAnArgumentTooThenThatOfTheTestCounts(TestService service) {
		run(service.withProperties("colour=blue"));
		assertThat(service.context().getEnvironment().getProperty("colour")).isEqualTo("blue");
	}

	@Test
	void whenStoppedThenContextIsClosed(TestService service) {
		run(service);
		ConfigurableApplicationContext context = service.context();
		assertThat(service.stop()).isEqualTo(SUCCESS);
		assertThat(context.isActive()).isFalse();
		assertThat(service.states()).containsExactly(ServiceState.START_PENDING, ServiceState.RUNNING,
				ServiceState.STOP_PENDING, ServiceState.STOPPED);
		assertThat(service.reports()).last()
			.satisfies((report) -> assertThat(report.exitCode()).isEqualTo(ExitCode.SUCCESS));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(service::context)
			.withMessageContaining("application context");
	}

	@Test
	void whenStartedAgainThenItIsAnotherProcess(TestService service) {
		run(service, "--price=7");
		ConfigurableApplicationContext first = service.context();
		service.stop();
		run(service);
		assertThat(service.context()).isNotSameAs(first);
		assertThat(service.context().getEnvironment().containsProperty("price")).isFalse();
		assertThat(service.stop()).isEqualTo(SUCCESS);
	}

	@Test
	void whenStartedTwiceThenScmRefuses(TestService service) {
		run(service);
		assertThatExceptionOfType(ScmException.class).isThrownBy(service::start)
			.satisfies((ex) -> assertThat(ex.error().code()).isEqualTo(1056));
	}

	@Test
	void whenControlIsSentThenTheAnswerIsSeen(TestService service) {
		run(service);
		assertThat(service.send(ServiceControl.Standard.INTERROGATE)).isEqualTo(ControlAnswer.HANDLED);
		service.pause();
		assertThat(service.state()).isEqualTo(ServiceState.PAUSED);
		service.resume();
		assertThat(service.state()).isEqualTo(ServiceState.RUNNING);
	}

	@Test
	void whenWindowsShutsDownThenServiceEndsWell(TestService service) {
		run(service);
		assertThat(service.shutDown()).isEqualTo(SUCCESS);
		assertThat(service.registered().answers()).containsKey(ServiceControl.Standard.PRESHUTDOWN);
	}

	@Test
	void whenStartFailsThenServiceEndsWithTheExitCode(TestService service) {
		service.start("--sold-out");
		assertThat(service.awaitExit()).isEqualTo(new ServiceExit(new ExitCode.ServiceSpecific(42), 42));
		assertThat(service.states()).doesNotContain(ServiceState.RUNNING);
		assertThat(service.failure()).hasRootCauseInstanceOf(SoldOutException.class);
		assertThat(service.registered().recoveries()).hasSize(1);
	}

	@Test
	void whenServiceEndsInsteadOfRunningThenTheReasonIsTold(TestService service) {
		service.start("--sold-out");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> service.awaitState(ServiceState.RUNNING))
			.withMessageContaining("shop was expected to be RUNNING but is STOPPED")
			.withMessageContaining("reports START_PENDING")
			.withRootCauseInstanceOf(SoldOutException.class);
	}

	@Test
	void whenApplicationClosesItsContextThenServiceEndsByItself(TestService service) {
		run(service);
		service.context().close();
		assertThat(service.awaitExit()).isEqualTo(SUCCESS);
	}

	@Test
	void whenApplicationExitsWithCodeThenServiceEndsWithIt(TestService service) {
		run(service);
		SpringApplication.exit(service.context(), () -> 3);
		assertThat(service.awaitExit().exitCode()).isEqualTo(new ExitCode.ServiceSpecific(3));
	}

	@Test
	void whenWaitIsInVainThenTheConversationIsTold(TestService service) {
		run(service);
		service.scm().setPatience(Duration.ofMillis(1));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> service.awaitState(ServiceState.PAUSED))
			.withMessageContaining("reports RUNNING");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(service::awaitExit)
			.withMessageContaining("still alive")
			.withMessageContaining("reports RUNNING");
	}

	@Test
	void whenServiceWasNeverStartedThenItHasNoEnd(TestService service) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(service::awaitExit)
			.withMessageContaining("was not started");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(service::failure)
			.withMessageContaining("main has thrown nothing");
	}

	private static void run(TestService service, String... arguments) {
		service.start(arguments);
		service.awaitState(ServiceState.RUNNING);
	}

	@Configuration(proxyBeanMethods = false)
	static class ShopMain {

		private final String thread = Thread.currentThread().getName();

		public static void main(String[] arguments) {
			SpringApplication.run(ShopMain.class, arguments);
		}

		@Bean
		String stock(Environment environment) {
			if (environment.containsProperty("sold-out")) {
				throw new SoldOutException();
			}
			return "stock";
		}

	}

	static class SoldOutException extends RuntimeException implements ExitCodeGenerator {

		@Override
		public int getExitCode() {
			return 42;
		}

	}

}
