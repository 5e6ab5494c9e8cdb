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

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import ch.qos.logback.classic.LoggerContext;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceState;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TestProcess}, with applications whose {@code main} does more than
 * most.
 */
@WinsvcTest(application = TestProcessTests.PlainMain.class, name = "shop")
class TestProcessTests {

	private static final ServiceExit SUCCESS = new ServiceExit(ExitCode.SUCCESS, 0);

	@Test
	void whenNoThreadIsLeftThenServiceEndsWell(TestService service) {
		service.withProperties("spring.main.keep-alive=false").start();
		assertThat(service.awaitExit()).isEqualTo(SUCCESS);
		assertThat(service.states()).contains(ServiceState.RUNNING).endsWith(ServiceState.STOPPED);
	}

	@Test
	void whenServiceHasEndedThenNothingOfItIsLeftInTheJvm(TestService service) {
		run(service);
		service.stop();
		Leftovers before = Leftovers.take();
		run(service);
		assertThat(Leftovers.take()).isNotEqualTo(before);
		service.stop();
		assertThat(Leftovers.take()).isEqualTo(before);
	}

	@Test
	void whenApplicationDoesNotRunInTestProcessThenItIsPlain() {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(PlainMain.class)
			.run("--spring.main.banner-mode=off")) {
			assertThat(context.getEnvironment().containsProperty("winsvc.service")).isFalse();
		}
	}

	private static void run(TestService service, String... arguments) {
		service.start(arguments);
		service.awaitState(ServiceState.RUNNING);
	}

	@Nested
	@WinsvcTest(application = EarlyFailureMain.class)
	class EarlyFailure {

		@Test
		void whenMainFailsBeforeSpringThenTheStartFailsWithTheReason(TestService service) {
			assertThatExceptionOfType(ScmException.class).isThrownBy(service::start)
				.satisfies((ex) -> assertThat(ex.error().code()).isEqualTo(1053))
				.satisfies((ex) -> assertThat(ex.getSuppressed()).singleElement().isSameAs(service.failure()));
			assertThat(service.failure()).hasMessage("not today");
			assertThat(service.awaitExit()).isEqualTo(new ServiceExit(new ExitCode.Win32(1053), 1));
		}

	}

	@Nested
	@WinsvcTest(application = LateFailureMain.class)
	class LateFailure {

		@Test
		void whenMainFailsAfterTheStartThenServiceRunsOn(TestService service) {
			run(service);
			assertThat(service.stop()).isEqualTo(SUCCESS);
			assertThat(service.failure()).hasMessage("too late");
		}

	}

	@Nested
	@WinsvcTest(application = ThreadMain.class)
	class OtherThread {

		@Test
		void whenApplicationRunsOnAnotherThreadThenItIsTheServiceAllTheSame(TestService service) {
			run(service);
			assertThat(service.context().isActive()).isTrue();
			assertThat(service.stop()).isEqualTo(SUCCESS);
		}

	}

	@Nested
	@WinsvcTest(application = TwoRunsMain.class)
	class TwoRuns {

		@Test
		void whenTwoApplicationsRunThenTheFirstIsTheServiceAndNoRuleIsBroken(TestService service) {
			run(service);
			ConfigurableApplicationContext first = service.context();
			assertThat(first.getBeanNamesForType(PlainMain.class)).isNotEmpty();
			assertThat(service.stop()).isEqualTo(SUCCESS);
			assertThat(first.isActive()).isFalse();
		}

	}

	@Nested
	@WinsvcTest(application = FamilyMain.class)
	class Family {

		@Test
		void whenContextHasAParentThenBothAreClosed(TestService service) {
			run(service);
			ConfigurableApplicationContext child = service.context();
			ConfigurableApplicationContext parent = (ConfigurableApplicationContext) child.getParent();
			assertThat(child.getBeanFactory().getBeanNamesForType(ThreadMain.class)).isNotEmpty();
			assertThat(service.stop()).isEqualTo(SUCCESS);
			assertThat(child.isActive()).isFalse();
			assertThat(parent.isActive()).isFalse();
		}

	}

	@Nested
	@WinsvcTest(application = BusyMain.class)
	class Busy {

		@Test
		void whenThreadRunsOnAfterTheEndThenItIsInterrupted(TestService service) {
			run(service);
			assertThat(service.stop()).isEqualTo(SUCCESS);
			assertThat(Leftovers.threads()).doesNotContain("busy", "BusyMain-main");
		}

	}

	@Nested
	@WinsvcTest(application = HangingMain.class, properties = "winsvc.stop.timeout=1s")
	class Hanging {

		@Test
		void whenStopTakesTooLongThenItIsForcedAndNothingIsLeft(TestService service) {
			run(service);
			assertThat(service.stop()).isEqualTo(SUCCESS);
			assertThat(service.scm().conversation()).contains("reports STOP_PENDING");
			assertThat(Leftovers.threads()).doesNotContain("winsvc-work");
		}

	}

	/**
	 * What a service could leave behind in the JVM.
	 */
	private record Leftovers(Thread.UncaughtExceptionHandler handler, List<?> filters, int handlerCount,
			List<String> threadNames) {

		static Leftovers take() {
			return new Leftovers(Thread.getDefaultUncaughtExceptionHandler(),
					List.copyOf(((LoggerContext) LoggerFactory.getILoggerFactory()).getTurboFilterList()),
					shutdownHandlers().size(), threads());
		}

		private static Collection<?> shutdownHandlers() {
			Object hook = ReflectionTestUtils.getField(SpringApplication.class, "shutdownHook");
			Object handlers = ReflectionTestUtils.getField(hook, "handlers");
			return (Collection<?>) ReflectionTestUtils.getField(handlers, "actions");
		}

		static List<String> threads() {
			return Thread.getAllStackTraces()
				.keySet()
				.stream()
				.filter((thread) -> !thread.isDaemon())
				.map(Thread::getName)
				.sorted()
				.toList();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PlainMain {

		public static void main(String[] arguments) {
			SpringApplication.run(PlainMain.class, arguments);
		}

	}

	static class EarlyFailureMain {

		static void main(String[] arguments) {
			throw new IllegalStateException("not today");
		}

	}

	static class LateFailureMain {

		static void main(String[] arguments) {
			SpringApplication.run(PlainMain.class, arguments);
			throw new IllegalStateException("too late");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ThreadMain {

		static void main(String[] arguments) {
			new Thread(() -> SpringApplication.run(ThreadMain.class, arguments), "starter").start();
		}

	}

	static class TwoRunsMain {

		static void main(String[] arguments) {
			SpringApplication.run(PlainMain.class, arguments);
			SpringApplication.run(ThreadMain.class, arguments).close();
		}

	}

	static class FamilyMain {

		static void main(String[] arguments) {
			new SpringApplicationBuilder(PlainMain.class).child(ThreadMain.class).run(arguments);
		}

	}

	static class BusyMain {

		static void main(String[] arguments) throws InterruptedException {
			new Thread(BusyMain::work, "busy").start();
			SpringApplication.run(PlainMain.class, arguments);
			new CountDownLatch(1).await();
		}

		private static void work() {
			while (!Thread.currentThread().isInterrupted()) {
				Thread.onSpinWait();
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HangingMain implements DisposableBean {

		public static void main(String[] arguments) {
			SpringApplication.run(HangingMain.class, arguments);
		}

		@Override
		public void destroy() throws Exception {
			new CountDownLatch(1).await();
		}

	}

}
