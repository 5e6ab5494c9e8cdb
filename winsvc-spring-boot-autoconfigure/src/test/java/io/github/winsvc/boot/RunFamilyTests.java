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

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;

import io.github.winsvc.host.ServiceHost;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.test.ServiceExit;
import io.github.winsvc.test.TestService;
import io.github.winsvc.test.WinsvcTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for applications that are more than one run.
 */
@WinsvcTest(application = RunFamilyTests.FamilyMain.class, name = "family")
@ExtendWith(OutputCaptureExtension.class)
class RunFamilyTests {

	private static CountDownLatch childMayBeReady;

	private static CompletableFuture<Void> childRuns;

	@BeforeEach
	void reset() {
		childMayBeReady = new CountDownLatch(1);
		childRuns = new CompletableFuture<>();
	}

	@Test
	void whenParentIsReadyThenServiceRunsOnlyWithTheChild(TestService service) {
		service.start();
		childRuns.join();
		assertThat(service.context().getParent()).isInstanceOfSatisfying(ConfigurableApplicationContext.class,
				(parent) -> assertThat(parent.isRunning()).isTrue());
		assertThat(service.state()).isEqualTo(ServiceState.START_PENDING);
		childMayBeReady.countDown();
		service.awaitState(ServiceState.RUNNING);
		assertThat(service.states()).containsExactly(ServiceState.START_PENDING, ServiceState.RUNNING);
	}

	@Test
	void whenStoppedThenBothContextsAreClosed(TestService service) {
		childMayBeReady.countDown();
		service.start();
		service.awaitState(ServiceState.RUNNING);
		ConfigurableApplicationContext child = service.context();
		ConfigurableApplicationContext parent = (ConfigurableApplicationContext) child.getParent();
		assertThat(service.stop()).isEqualTo(new ServiceExit(ExitCode.SUCCESS, 0));
		assertThat(List.of(child, parent)).noneMatch(ConfigurableApplicationContext::isActive);
	}

	@Test
	void whenServicePausesThenBothContextsPauseAndKeepTheirLogging(TestService service, CapturedOutput output) {
		childMayBeReady.countDown();
		service.start();
		service.awaitState(ServiceState.RUNNING);
		ConfigurableApplicationContext child = service.context();
		ConfigurableApplicationContext parent = (ConfigurableApplicationContext) child.getParent();
		service.pause();
		assertThat(List.of(child, parent)).noneMatch(ConfigurableApplicationContext::isRunning);
		Logger.getLogger("jul").warning("while paused");
		assertThat(output.getAll().lines()).filteredOn((line) -> line.endsWith("while paused"))
			.singleElement()
			.asString()
			.contains(" WARN ");
		service.resume();
		assertThat(List.of(child, parent)).allMatch(ConfigurableApplicationContext::isRunning);
	}

	@Test
	void whenChildFailsThenServiceFails(TestService service) {
		service.withProperties("fail=true").start();
		assertThat(service.awaitExit()).isEqualTo(new ServiceExit(new ExitCode.ServiceSpecific(1), 1));
		assertThat(service.states()).doesNotContain(ServiceState.RUNNING);
	}

	@Test
	void whenConfigurationOfChildCannotBeReadThenServiceFails(TestService service) {
		service.withProperties("spring.config.import=file:/no/such/file.yml").start();
		assertThat(service.awaitExit().exitCode()).isEqualTo(new ExitCode.ServiceSpecific(1));
	}

	static class FamilyMain {

		public static void main(String[] args) {
			new SpringApplicationBuilder(Parent.class).web(WebApplicationType.NONE).child(Child.class).run(args);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Parent {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Child {

		@Bean
		ApplicationRunner runner(ConfigurableApplicationContext context) {
			return (arguments) -> {
				if (context.getEnvironment().getProperty("fail", Boolean.class, false)) {
					throw new IllegalStateException("no stock");
				}
				childRuns.complete(null);
				childMayBeReady.await();
			};
		}

	}

	@WinsvcTest(application = BootstrapMain.class, name = "cloud",
			properties = { "spring.cloud.bootstrap.enabled=true", "spring.main.web-application-type=none" })
	@Nested
	class WithBootstrap {

		@Test
		void whenSpringCloudRunsAnApplicationBeforeItThenServiceIsTheRealOne(TestService service) {
			service.start();
			service.awaitState(ServiceState.RUNNING);
			assertThat(service.context().getBean(BootstrapMain.class).running).isEqualTo(ServiceState.START_PENDING);
			assertThat(service.states()).containsExactly(ServiceState.START_PENDING, ServiceState.RUNNING);
			assertThat(service.context().getParent()).as("the context of the bootstrap").isNotNull();
			assertThat(service.stop()).isEqualTo(new ServiceExit(ExitCode.SUCCESS, 0));
		}

		@Test
		void whenServicePausesThenContextOfTheBootstrapIsLeftAlone(TestService service) {
			service.start();
			service.awaitState(ServiceState.RUNNING);
			ConfigurableApplicationContext bootstrap = (ConfigurableApplicationContext) service.context().getParent();
			service.pause();
			assertThat(service.context().isRunning()).isFalse();
			assertThat(bootstrap.isRunning()).isTrue();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class BootstrapMain {

		private ServiceState running;

		public static void main(String[] args) {
			SpringApplication.run(BootstrapMain.class, args);
		}

		@Bean
		ApplicationRunner runner(ServiceHost host) {
			return (arguments) -> this.running = host.state();
		}

	}

}
