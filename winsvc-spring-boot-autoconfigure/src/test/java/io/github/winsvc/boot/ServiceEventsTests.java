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
import java.util.concurrent.CountDownLatch;

import ch.qos.logback.classic.LoggerContext;
import io.github.winsvc.eventlog.EventLogCounts;
import io.github.winsvc.eventlog.ServiceEventLog;
import io.github.winsvc.scm.EventLogEntry;
import io.github.winsvc.scm.ServiceControl.Custom;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.TestService;
import io.github.winsvc.test.WinsvcTest;
import org.apache.commons.logging.LogFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the event log is told of a service.
 */
@WinsvcTest(application = ServiceEventsTests.ShopMain.class, name = "shop",
		properties = "spring.main.web-application-type=none")
class ServiceEventsTests {

	private static List<Integer> ids(TestService service) {
		return service.registered().events().stream().map(EventLogEntry::id).toList();
	}

	/**
	 * Return what is told beside the lines of the log, some of which depend on how the
	 * tests are run.
	 */
	private static List<Integer> own(TestService service) {
		return ids(service).stream().filter((id) -> id < 100).toList();
	}

	private static String text(TestService service, int id) {
		return service.registered()
			.events()
			.stream()
			.filter((entry) -> entry.id() == id)
			.map(EventLogEntry::text)
			.reduce((first, second) -> {
				throw new AssertionError("Twice: " + first + " and " + second);
			})
			.orElseThrow();
	}

	private static void warn(String text) {
		LogFactory.getLog("shop.Orders").warn(text);
	}

	private static void run(TestService service, String... properties) {
		service.withProperties(properties).start();
		service.awaitState(ServiceState.RUNNING);
	}

	@Test
	void whenServiceLivesThenItsStatesAreTold(TestService service) {
		run(service);
		service.pause();
		service.resume();
		service.send(new Custom(255));
		service.stop();
		assertThat(own(service)).containsExactly(1, 3, 4, 6, 7, 2);
		assertThat(text(service, 1)).startsWith("The service 'shop' has started. Process ");
		assertThat(text(service, 6)).contains("was sent the control 255");
		assertThat(text(service, 2)).isEqualTo("The service 'shop' has stopped.");
	}

	@Test
	void whenApplicationWarnsThenThatIsTold(TestService service) {
		run(service, "warn=while starting");
		warn("while running");
		LogFactory.getLog("shop.Orders").info("fine");
		service.stop();
		assertThat(service.registered().events()).filteredOn((entry) -> entry.id() == 101)
			.extracting((entry) -> entry.text().lines().findFirst().orElse(""))
			.contains("while starting", "while running")
			.doesNotContain("fine");
	}

	@Test
	void whenDisabledThenNothingIsTold(TestService service) {
		run(service, "winsvc.event-log.enabled=false");
		warn("while running");
		service.stop();
		assertThat(service.registered().events()).isEmpty();
	}

	@Test
	void whenLevelIsErrorThenWarningsAreNotTold(TestService service) {
		run(service, "winsvc.event-log.level=error");
		warn("low stock");
		LogFactory.getLog("shop.Orders").error("no stock");
		service.stop();
		assertThat(ids(service)).doesNotContain(101).containsOnlyOnce(102);
	}

	@Test
	void whenRateLimitIsConfiguredThenItCounts(TestService service) {
		run(service, "winsvc.event-log.rate-limit=2");
		for (int i = 0; i < 10; i++) {
			warn("low stock");
		}
		EventLogCounts counts = service.context().getBean(ServiceEventLog.class).counts();
		assertThat(counts.suppressed()).isBetween(7L, 9L);
		service.stop();
		assertThat(ids(service)).contains(30);
	}

	@Test
	void whenSettingIsNoneThenStartFailsAndSaysSo(TestService service) {
		service.withProperties("winsvc.event-log.queue-size=0").start();
		service.awaitExit();
		assertThat(own(service)).containsExactly(5);
		assertThat(text(service, 5)).contains("winsvc.event-log", "on field 'queueSize': rejected value [0]",
				"it can be 1 or more");
		assertThat(ids(service)).doesNotContain(102);
	}

	@Test
	void whenStartFailsThenTheReasonIsTheOneEntry(TestService service) {
		service.withProperties("fail=true").start();
		service.awaitExit();
		assertThat(own(service)).containsExactly(5);
		assertThat(ids(service)).doesNotContain(102);
		assertThat(text(service, 5)).startsWith("The service 'shop' failed to start. Exit code ")
			.contains("Caused by: java.lang.IllegalStateException: no stock");
	}

	@Test
	void whenConfigurationCannotBeReadThenThatIsTold(TestService service) {
		service.withProperties("spring.config.import=file:/nowhere.yml").start();
		service.awaitExit();
		assertThat(own(service)).containsExactly(5);
		assertThat(ids(service)).doesNotContain(102);
		assertThat(text(service, 5)).contains("nowhere.yml");
	}

	@Test
	void whenApplicationIsBrokenThenThatIsTold(TestService service) {
		run(service, "winsvc.liveness.grace=0s");
		AvailabilityChangeEvent.publish(service.context(), LivenessState.BROKEN);
		service.awaitExit();
		assertThat(own(service)).containsExactly(1, 7, 20, 8);
		assertThat(text(service, 20)).startsWith("The application was broken for longer than winsvc.liveness.grace.");
	}

	@Test
	void whenStopTakesTooLongThenThatIsTold(TestService service) {
		run(service, "hang=true", "winsvc.stop.timeout=1s");
		service.stop();
		assertThat(own(service)).containsExactly(1, 7, 9, 2);
		assertThat(text(service, 9)).startsWith("The stop took longer than winsvc.stop.timeout.");
	}

	@Test
	void whenMemoryRunsOutThenThatIsTold(TestService service) {
		run(service);
		new Thread(() -> {
			throw new OutOfMemoryError("Java heap space");
		}).start();
		service.awaitExit();
		assertThat(own(service)).startsWith(1).contains(21).endsWith(8);
		assertThat(text(service, 21)).startsWith("The JVM has run out of memory");
	}

	@Test
	void whenWindowsRefusesEntriesThenServiceLivesOn(TestService service) {
		service.scm().eventLog().refuse(new Win32Error(1502));
		run(service);
		ServiceEventLog log = service.context().getBean(ServiceEventLog.class);
		service.stop();
		assertThat(service.registered().events()).isEmpty();
		assertThat(log.counts().failed()).isPositive();
		assertThat(log.counts().written()).isZero();
	}

	@Test
	void whenLoggingBeginsAnewThenWarningsAreStillTold(TestService service) {
		run(service);
		Environment environment = service.context().getEnvironment();
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		logging.cleanUp();
		logging.beforeInitialize();
		logging.initialize(new LoggingInitializationContext((ConfigurableEnvironment) environment), null,
				LogFile.get(environment));
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
			warn("after the new begin");
			return ids(service).contains(101);
		});
		service.stop();
	}

	@Test
	void whenApplicationUsesBootstrapModeThenWarningsAreTold(TestService service) {
		run(service, "spring.cloud.bootstrap.enabled=true");
		warn("while running");
		service.stop();
		assertThat(service.registered().events()).extracting(EventLogEntry::text)
			.anyMatch((text) -> text.startsWith("while running"));
	}

	@Test
	void whenServiceHasEndedThenLogbackIsAsBefore(TestService service) {
		run(service);
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		assertThat(context.getLogger("ROOT").getAppender("WINSVC_EVENT_LOG")).isNotNull();
		service.stop();
		assertThat(context.getLogger("ROOT").getAppender("WINSVC_EVENT_LOG")).isNull();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ShopMain {

		ShopMain(Environment environment) {
			if (environment.containsProperty("warn")) {
				warn(environment.getProperty("warn"));
			}
		}

		public static void main(String[] args) {
			SpringApplication.run(ShopMain.class, args);
		}

		@Bean
		String stock(Environment environment) {
			if (environment.containsProperty("fail")) {
				throw new IllegalStateException("no stock");
			}
			return "tea";
		}

		@Bean
		DisposableBean shelves(Environment environment) {
			return () -> {
				if (environment.containsProperty("hang")) {
					new CountDownLatch(1).await();
				}
			};
		}

	}

}
