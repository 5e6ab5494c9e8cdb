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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import io.github.winsvc.launch.RunRecord;
import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.launch.StartFailure;
import io.github.winsvc.scm.EndedRun;
import io.github.winsvc.scm.EventType;
import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceDispatcher;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.test.FakeProcessEnd;
import io.github.winsvc.test.scm.FakeProcess;
import io.github.winsvc.test.scm.FakeScm;
import io.github.winsvc.test.scm.FakeService;
import io.github.winsvc.test.scm.ScmRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeEvent;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for a {@link SpringApplication} that runs as a service, in conversation with an
 * SCM that checks every report.
 */
@ExtendWith(OutputCaptureExtension.class)
class ServiceRunTests {

	@AutoClose
	private final FakeScm scm = new FakeScm();

	private final FakeService service = this.scm.register("orders");

	private final FakeProcessEnd processEnd = new FakeProcessEnd();

	@TempDir
	private Path home;

	@BeforeEach
	void markAsService() throws Exception {
		Files.createDirectories(this.home.resolve("logs"));
		System.setProperty(ServiceCommandLine.MARKER, "orders");
		System.setProperty(ServiceCommandLine.HOME, this.home.toString());
	}

	@AfterEach
	void unmark() {
		System.clearProperty(ServiceCommandLine.MARKER);
		System.clearProperty(ServiceCommandLine.HOME);
		System.clearProperty(ServiceCommandLine.LOG_DIRECTORY);
		// Spring Boot forgets this when it fails to tell the exit code
		LoggingSystem.get(getClass().getClassLoader()).cleanUp();
	}

	private SpringApplication application(FakeProcess process, Class<?>... sources) {
		SpringApplication application = new SpringApplicationBuilder(sources).build();
		application.addBootstrapRegistryInitializer((registry) -> {
			registry.register(ServiceDispatcher.class, InstanceSupplier.of(process));
			registry.register(ProcessEnd.class, InstanceSupplier.of(this.processEnd));
		});
		application
			.addInitializers((context) -> context.getBeanFactory().registerSingleton("observedService", this.service));
		return application;
	}

	private ConfigurableApplicationContext run(Class<?> source, String... arguments) {
		return application(this.service.begin(), source).run(arguments);
	}

	@Test
	void whenApplicationIsReadyThenServiceRuns() throws Exception {
		run(StateRecorder.class).getBean(StateRecorder.class);
		this.service.awaitState(ServiceState.RUNNING);
		assertThat(this.service.states()).containsExactly(ServiceState.START_PENDING, ServiceState.RUNNING);
		stop();
	}

	@Test
	void whenRunnersRunThenServiceIsNotYetRunning() throws Exception {
		ConfigurableApplicationContext context = run(StateRecorder.class);
		assertThat(context.getBean(StateRecorder.class).whenRunning).isEqualTo(ServiceState.START_PENDING);
		stop();
	}

	@Test
	void whenScmStopsServiceThenContextIsClosedBeforeStopped() throws Exception {
		ConfigurableApplicationContext context = run(StateRecorder.class);
		StateRecorder recorder = context.getBean(StateRecorder.class);
		stop();
		assertThat(context.isActive()).isFalse();
		assertThat(recorder.whenDestroyed).isEqualTo(ServiceState.STOP_PENDING);
		assertThat(this.service.query().status()).isEqualTo(ServiceStatus.stopped(ExitCode.SUCCESS));
		assertThat(this.service.recoveries()).isEmpty();
	}

	@Test
	void whenBeanFailsThenServiceEndsWithOne() throws Exception {
		fail(FailingBean.class);
		assertEndedWith(1);
	}

	@Test
	void whenFailureHasExitCodeThenServiceEndsWithIt() throws Exception {
		fail(FailingWithExitCode.class);
		assertEndedWith(42);
	}

	@Test
	void whenSpringBootFailsToTellTheExitCodeThenServiceEndsWithItAllTheSame() throws Exception {
		fail(FailingOnExitCode.class);
		assertEndedWith(42);
		assertThat(StartFailure.read(this.home.resolve("logs/start-failure.properties")))
			.hasValueSatisfying((failure) -> assertThat(failure.description()).contains("OutOfStockException"));
	}

	@Test
	void whenBeanFailsThenReasonIsLeftForTheOperator() throws Exception {
		fail(FailingBean.class);
		assertThat(StartFailure.read(this.home.resolve("logs/start-failure.properties"))).hasValueSatisfying(
				(failure) -> assertThat(failure.description()).isEqualTo("java.lang.IllegalStateException: no stock"));
		assertEndedWith(1);
	}

	@Test
	void whenSpringBootAnalysesFailureThenItsAnalysisIsLeftForTheOperator() throws Exception {
		fail(MissingBean.class);
		assertThat(StartFailure.read(this.home.resolve("logs/start-failure.properties")))
			.hasValueSatisfying((failure) -> {
				assertThat(failure.description()).contains("required a bean of type 'java.sql.Connection'");
				assertThat(failure.action()).contains("Consider defining a bean of type 'java.sql.Connection'");
			});
		assertEndedWith(1);
	}

	@Test
	void whenSpringBootAnalysesFailureThenItsAnalysisIsToldToTheEventLog() throws Exception {
		fail(MissingBean.class);
		assertThat(this.service.events()).filteredOn((entry) -> entry.type() == EventType.ERROR)
			.singleElement()
			.satisfies((entry) -> {
				assertThat(entry.id()).isEqualTo(5);
				assertThat(entry.text()).startsWith("The service 'orders' failed to start. Exit code ")
					.contains("\r\nDescription:\r\n\r\n", "required a bean of type 'java.sql.Connection'")
					.contains("\r\nAction:\r\n\r\nConsider defining a bean of type 'java.sql.Connection'");
			});
		assertEndedWith(1);
	}

	@Test
	void whenApplicationClosesItsContextThenServiceEndsWell() throws Exception {
		ConfigurableApplicationContext context = run(StateRecorder.class);
		context.close();
		this.processEnd.exit(0);
		assertThat(this.service.states()).containsExactly(ServiceState.START_PENDING, ServiceState.RUNNING,
				ServiceState.STOP_PENDING, ServiceState.STOPPED);
		assertThat(this.service.query().status()).isEqualTo(ServiceStatus.stopped(ExitCode.SUCCESS));
	}

	@Test
	void whenApplicationExitsWithCodeThenServiceEndsWithIt() throws Exception {
		ConfigurableApplicationContext context = run(StateRecorder.class);
		SpringApplication.exit(context, () -> 3);
		this.processEnd.exit(3);
		assertEndedWith(3);
	}

	@Test
	void whenNothingElseIsConfiguredThenApplicationStaysAliveAndLogsToItsHome() throws Exception {
		ConfigurableApplicationContext context = run(StateRecorder.class);
		assertThat(context.getEnvironment().getProperty("spring.main.keep-alive")).isEqualTo("true");
		assertThat(context.getEnvironment().getProperty("spring.mvc.servlet.load-on-startup")).isEqualTo("1");
		assertThat(this.home.resolve("logs/orders.log")).content().contains("Started ");
		stop();
	}

	@Test
	void whenLogsAreElsewhereThenApplicationLogsAndExplainsItsFailureThere(@TempDir Path logs) throws Exception {
		System.setProperty(ServiceCommandLine.LOG_DIRECTORY, logs.toString());
		fail(FailingBean.class);
		assertThat(logs.resolve("orders.log")).content().contains("no stock");
		assertThat(StartFailure.read(logs.resolve("start-failure.properties"))).isPresent();
		assertThat(this.home.resolve("logs/orders.log")).doesNotExist();
		assertEndedWith(1);
	}

	@Test
	void whenApplicationConfiguresItsLogThenThatIsUsed(@TempDir Path elsewhere) throws Exception {
		run(StateRecorder.class, "--logging.file.path=" + elsewhere);
		assertThat(elsewhere.resolve("spring.log")).exists();
		assertThat(this.home.resolve("logs/orders.log")).doesNotExist();
		stop();
	}

	@Test
	void whenServiceHasStoppedThenItHasLeftWordForTheNextRun() throws Exception {
		run(StateRecorder.class);
		assertThat(lastRun().exitCode()).isNull();
		stop();
		assertThat(lastRun().exitCode()).isEqualTo(ExitCode.SUCCESS);
		assertThat(lastRun().stop()).isNotNull();
	}

	@Test
	void whenStartHasFailedThenItHasLeftWordForTheNextRun() throws Exception {
		fail(FailingWithExitCode.class);
		assertEndedWith(42);
		assertThat(lastRun().exitCode()).isEqualTo(new ExitCode.ServiceSpecific(42));
	}

	private EndedRun lastRun() {
		return RunRecord.read(this.home.resolve("logs/last-run.properties")).orElseThrow().run();
	}

	@Test
	void whenScmDidNotStartProcessThenApplicationRunsPlainlyAndSaysSo(CapturedOutput output) {
		try (ConfigurableApplicationContext context = application(this.scm.startByHand(), StateRecorder.class).run()) {
			assertThat(context.isActive()).isTrue();
			assertThat(context.getEnvironment().containsProperty("spring.main.keep-alive")).isFalse();
		}
		assertThat(output).containsOnlyOnce("The SCM did not start this process");
		assertThat(this.processEnd.hasEnded()).isFalse();
	}

	@Test
	void whenAnotherApplicationRunsInTheProcessThenItIsNotTheService() throws Exception {
		FakeProcess process = this.service.begin();
		application(process, StateRecorder.class).run();
		this.service.awaitState(ServiceState.RUNNING);
		application(process, StateRecorder.class).run().close();
		assertThat(this.service.state()).isEqualTo(ServiceState.RUNNING);
		this.scm.forgive(ScmRule.ONE_DISPATCHER_PER_PROCESS);
		stop();
	}

	private void stop() throws Exception {
		this.service.awaitState(ServiceState.RUNNING);
		this.service.send(ServiceControl.Standard.STOP);
		this.processEnd.awaitCode();
		this.service.awaitState(ServiceState.STOPPED);
	}

	/**
	 * Run an application that fails to start, on a thread that dies of it as main does.
	 */
	private void fail(Class<?> source) throws Exception {
		Thread main = new Thread(() -> assertThatException().isThrownBy(() -> run(source)), "failing main");
		main.start();
		this.processEnd.awaitCode();
	}

	private void assertEndedWith(int exitCode) throws Exception {
		assertThat(this.processEnd.awaitCode()).isEqualTo(exitCode);
		assertThat(this.service.query().status())
			.isEqualTo(ServiceStatus.stopped(new ExitCode.ServiceSpecific(exitCode)));
	}

	@Configuration(proxyBeanMethods = false)
	static class StateRecorder implements DisposableBean {

		private final FakeService service;

		private ServiceState whenRunning;

		private ServiceState whenDestroyed;

		StateRecorder(FakeService service) {
			this.service = service;
		}

		@Bean
		ApplicationRunner runner() {
			return (arguments) -> this.whenRunning = this.service.state();
		}

		@Override
		public void destroy() {
			this.whenDestroyed = this.service.state();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailingBean {

		@Bean
		String stock() {
			throw new IllegalStateException("no stock");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailingWithExitCode {

		@Bean
		String stock() {
			throw new OutOfStockException();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailingOnExitCode {

		@Bean
		String stock() {
			throw new OutOfStockException();
		}

		/**
		 * Is created when the exit code is published, which a failed context cannot do.
		 */
		@Bean
		ApplicationListener<ExitCodeEvent> exitCodeListener() {
			throw new IllegalStateException("The context is closed");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MissingBean {

		@Bean
		Consumer<Object> stock(java.sql.Connection connection) {
			return (order) -> {
			};
		}

	}

	static class OutOfStockException extends RuntimeException implements ExitCodeGenerator {

		@Override
		public int getExitCode() {
			return 42;
		}

	}

}
