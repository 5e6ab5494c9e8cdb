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
import java.util.List;

import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.ServiceStatus;
import io.github.winsvc.test.ServiceExit;
import io.github.winsvc.test.TestService;
import io.github.winsvc.test.WinsvcTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the stop of a service whose beans take their time.
 */
@WinsvcTest(application = ServiceStopTests.SlowMain.class, name = "slow",
		properties = { "spring.main.web-application-type=none", "spring.lifecycle.timeout-per-shutdown-phase=20s" })
@ExtendWith(OutputCaptureExtension.class)
class ServiceStopTests {

	private static List<ServiceStatus> pending(TestService service) {
		return service.reports().stream().filter((report) -> report.state() == ServiceState.STOP_PENDING).toList();
	}

	@Test
	void whenBeansStopOneAfterTheOtherThenCheckpointRisesWithEach(TestService service) {
		service.start();
		service.awaitState(ServiceState.RUNNING);
		assertThat(service.stop()).isEqualTo(new ServiceExit(ExitCode.SUCCESS, 0));
		assertThat(pending(service)).extracting(ServiceStatus::checkpoint).startsWith(1, 2, 3);
	}

	@Test
	void whenBeansStopThenWaitHintIsTheTimeOfThePhaseAndElseWhatIsLeft(TestService service) {
		service.start();
		service.awaitState(ServiceState.RUNNING);
		service.stop();
		List<Duration> hints = pending(service).stream().map(ServiceStatus::waitHint).toList();
		assertThat(hints.get(0)).as("four phases and a margin").isEqualTo(Duration.ofSeconds(90));
		assertThat(hints.get(1)).as("one phase and a margin").isEqualTo(Duration.ofSeconds(30));
		assertThat(hints.get(hints.size() - 1)).as("what is left, and a margin")
			.isBetween(Duration.ofSeconds(80), Duration.ofSeconds(90));
	}

	@Test
	void whenServiceEndsThenThatIsTheLastThatIsLogged(TestService service, CapturedOutput output) {
		service.start();
		service.awaitState(ServiceState.RUNNING);
		service.stop();
		assertThat(output.getOut().strip().lines()).last().asString().contains("The service ends with exit code 0");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(SlowDestruction.class)
	static class SlowMain {

		public static void main(String[] args) {
			SpringApplication.run(SlowMain.class, args);
		}

		@Bean
		SlowLifecycle first() {
			return new SlowLifecycle(100);
		}

		@Bean
		SlowLifecycle second() {
			return new SlowLifecycle(50);
		}

	}

	static class SlowDestruction implements DisposableBean {

		@Override
		public void destroy() {
			takeTime();
		}

	}

	private static void takeTime() {
		try {
			Thread.sleep(700);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static final class SlowLifecycle implements SmartLifecycle {

		private final int phase;

		private volatile boolean running;

		private SlowLifecycle(int phase) {
			this.phase = phase;
		}

		@Override
		public void start() {
			this.running = true;
		}

		@Override
		public void stop() {
			takeTime();
			this.running = false;
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

		@Override
		public int getPhase() {
			return this.phase;
		}

	}

}
