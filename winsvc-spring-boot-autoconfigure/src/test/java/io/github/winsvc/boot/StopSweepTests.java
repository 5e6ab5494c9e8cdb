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

import io.github.winsvc.scm.ExitCode;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.ServiceControl.Standard;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.ServiceExit;
import io.github.winsvc.test.TestService;
import io.github.winsvc.test.WinsvcTest;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a stop that comes at any moment of a start. The system property
 * {@code winsvc.sweep.step} sets the milliseconds between the moments.
 */
@WinsvcTest(application = StopSweepTests.SweepMain.class, name = "sweep",
		properties = { "spring.main.web-application-type=none", "spring.main.banner-mode=off" })
class StopSweepTests {

	private static final int STEP = Integer.getInteger("winsvc.sweep.step", 20);

	@Test
	void whenStopIsForcedAtAnyMomentThenServiceEndsWell(TestService service) throws InterruptedException {
		long whole = millisecondsOfStart(service);
		for (long moment = 0; moment < whole; moment += STEP) {
			service.start();
			Thread.sleep(moment);
			service.registered().force(Standard.STOP);
			assertThat(service.awaitExit()).as("stopped after %d ms", moment)
				.isEqualTo(new ServiceExit(ExitCode.SUCCESS, 0));
		}
	}

	@Test
	void whenStopIsTriedFromAnyMomentThenItIsTakenAsSoonAsServiceRuns(TestService service) throws InterruptedException {
		long whole = millisecondsOfStart(service);
		for (long moment = 0; moment < whole; moment += 5L * STEP) {
			service.start();
			Thread.sleep(moment);
			stopAsSoonAsPossible(service);
			assertThat(service.awaitExit()).isEqualTo(new ServiceExit(ExitCode.SUCCESS, 0));
			assertThat(service.states()).containsExactly(ServiceState.START_PENDING, ServiceState.RUNNING,
					ServiceState.STOP_PENDING, ServiceState.STOPPED);
		}
	}

	private static long millisecondsOfStart(TestService service) {
		startAndStop(service);
		return startAndStop(service);
	}

	private static long startAndStop(TestService service) {
		long begin = System.nanoTime();
		service.start();
		service.awaitState(ServiceState.RUNNING);
		long whole = Duration.ofNanos(System.nanoTime() - begin).toMillis();
		service.stop();
		return whole;
	}

	private static void stopAsSoonAsPossible(TestService service) throws InterruptedException {
		while (true) {
			try {
				service.send(Standard.STOP);
				return;
			}
			catch (ScmException ex) {
				assertThat(ex.error()).isEqualTo(Win32Error.SERVICE_CANNOT_ACCEPT_CTRL);
				Thread.sleep(1);
			}
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class SweepMain {

		public static void main(String[] args) {
			SpringApplication.run(SweepMain.class, args);
		}

	}

}
