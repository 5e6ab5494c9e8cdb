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

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.ControlAnswer;
import io.github.winsvc.scm.HostedService;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceStart;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.scm.StatusReporter;
import io.github.winsvc.test.scm.ScmRule;
import io.github.winsvc.test.scm.ScmRuleError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/**
 * Tests for {@link WinsvcTest}.
 */
class WinsvcTestTests {

	private static final List<TestService> services = new ArrayList<>();

	private static final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

	private static EngineExecutionResults execute(Class<?> testClass) {
		services.clear();
		contexts.clear();
		return EngineTestKit.engine("junit-jupiter").selectors(selectClass(testClass)).execute();
	}

	private static Throwable failure(EngineExecutionResults results) {
		assertThat(results.allEvents().failed().count()).isEqualTo(1);
		return results.allEvents()
			.failed()
			.stream()
			.findFirst()
			.flatMap((event) -> event.getPayload(TestExecutionResult.class))
			.flatMap(TestExecutionResult::getThrowable)
			.orElseThrow();
	}

	@Test
	void whenApplicationBreaksARuleThenTheTestFailsWithTheConversation() {
		assertThat(failure(execute(BreaksRule.class))).isInstanceOf(ScmRuleError.class)
			.hasMessageContaining(ScmRule.FIRST_REPORT_IS_START_PENDING.sentence())
			.hasMessageContaining("The conversation:")
			.hasMessageContaining("process 1000 of RuleBreakingMain connects");
	}

	@Test
	void whenTestHasForgivenTheRuleThenItPasses() {
		execute(ForgivesRule.class).testEvents().assertStatistics((tests) -> tests.succeeded(1).failed(0));
	}

	@Test
	void whenTestLeavesTheServiceRunningThenItIsEnded() {
		execute(LeavesRunning.class).testEvents().assertStatistics((tests) -> tests.succeeded(1).failed(0));
		assertThat(contexts).singleElement().satisfies((context) -> assertThat(context.isActive()).isFalse());
		assertThat(services).singleElement()
			.satisfies((service) -> assertThat(service.states()).endsWith(ServiceState.RUNNING,
					ServiceState.STOP_PENDING, ServiceState.STOPPED));
	}

	@Test
	void whenTestLeavesAHungStartThenItIsEnded() {
		execute(LeavesHungStart.class).testEvents().assertStatistics((tests) -> tests.succeeded(1).failed(0));
		assertThat(Thread.getAllStackTraces().keySet()).noneMatch((thread) -> thread.getName().equals("HungMain-main"));
	}

	@Test
	void whenTestFailsThenItsServiceIsEndedAllTheSame() {
		assertThat(failure(execute(FailsWhileRunning.class))).hasMessage("provoked");
		assertThat(services).singleElement()
			.satisfies((service) -> assertThat(service.state()).isEqualTo(ServiceState.STOPPED));
	}

	@Test
	void whenServiceIsAParameterAnywhereThenTheTestHasOneService() {
		execute(Parameters.class).testEvents().assertStatistics((tests) -> tests.succeeded(3).failed(0));
		assertThat(services).hasSize(3).doesNotHaveDuplicates();
	}

	@Test
	void whenServiceIsAParameterOfTheWholeClassThenThatIsRefused() {
		assertThat(failure(execute(ClassParameter.class))).hasMessageContaining("A service belongs to one test");
	}

	@Test
	void whenClassHasNoMainThenThatIsSaid() {
		assertThat(failure(execute(NoMain.class)))
			.hasStackTraceContaining("Object has no static method main(String[])");
	}

	@Test
	void whenThereIsNoApplicationThenThatIsSaid() {
		assertThat(failure(execute(NoApplication.class))).hasStackTraceContaining(
				"There is no @SpringBootApplication in the package of " + NoApplication.class.getName());
	}

	@WinsvcTest(application = RuleBreakingMain.class)
	static class BreaksRule {

		@Test
		void test(TestService service) {
			service.start();
			service.awaitExit();
		}

	}

	@WinsvcTest(application = RuleBreakingMain.class)
	static class ForgivesRule {

		@Test
		void test(TestService service) {
			service.start();
			service.awaitExit();
			service.scm().forgive(ScmRule.FIRST_REPORT_IS_START_PENDING);
		}

	}

	@WinsvcTest(application = ShopMain.class)
	static class LeavesRunning {

		@Test
		void test(TestService service) {
			service.start();
			service.awaitState(ServiceState.RUNNING);
			services.add(service);
			contexts.add(service.context());
		}

	}

	@WinsvcTest(application = HungMain.class)
	static class LeavesHungStart {

		@Test
		void test(TestService service) throws InterruptedException {
			service.start();
			HungMain.hanging.await();
			assertThat(service.state()).isEqualTo(ServiceState.START_PENDING);
		}

	}

	@WinsvcTest(application = ShopMain.class)
	static class FailsWhileRunning {

		@Test
		void test(TestService service) {
			services.add(service);
			service.start();
			throw new IllegalStateException("provoked");
		}

	}

	@WinsvcTest(application = ShopMain.class)
	static class Parameters {

		private final TestService service;

		Parameters(TestService service) {
			this.service = service;
			services.add(service);
		}

		@BeforeEach
		@AfterEach
		void same(TestService service) {
			assertThat(service).isSameAs(this.service);
		}

		@Test
		void one(TestService service) {
			same(service);
		}

		@Test
		void other(TestService service) {
			same(service);
		}

		@Nested
		class Inner {

			@Test
			void test(TestService service) {
				same(service);
			}

		}

	}

	@WinsvcTest(application = ShopMain.class)
	static class ClassParameter {

		@BeforeAll
		static void before(TestService service) {
			services.add(service);
		}

		@Test
		void test() {
		}

	}

	@WinsvcTest(application = Object.class)
	static class NoMain {

		@Test
		void test(TestService service) {
		}

	}

	@WinsvcTest
	static class NoApplication {

		@Test
		void test(TestService service) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ShopMain {

		public static void main(String[] arguments) {
			SpringApplication.run(ShopMain.class, arguments);
		}

	}

	/**
	 * Says that it is running before it has said that it starts.
	 */
	static class RuleBreakingMain implements HostedService {

		private final CountDownLatch started = new CountDownLatch(1);

		private volatile StatusReporter reporter;

		public static void main(String[] arguments) throws InterruptedException {
			RuleBreakingMain service = new RuleBreakingMain();
			Thread dispatcher = new Thread(() -> TestProcess.current().dispatch(service));
			dispatcher.setDaemon(true);
			dispatcher.start();
			service.started.await();
			service.reporter.report(ServiceStatus.running(Set.of(AcceptedControl.STOP)));
		}

		@Override
		public void started(ServiceStart start, StatusReporter reporter) {
			this.reporter = reporter;
			this.started.countDown();
		}

		@Override
		public ControlAnswer control(ServiceControl control) {
			return ControlAnswer.HANDLED;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HungMain {

		private static final CountDownLatch hanging = new CountDownLatch(1);

		static void main(String[] arguments) {
			SpringApplication.run(HungMain.class, arguments);
		}

		@Bean
		String stock() throws InterruptedException {
			hanging.countDown();
			new CountDownLatch(1).await();
			return "stock";
		}

	}

}
