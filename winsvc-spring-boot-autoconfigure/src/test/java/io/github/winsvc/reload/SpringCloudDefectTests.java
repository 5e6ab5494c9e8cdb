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

package io.github.winsvc.reload;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.context.config.annotation.RefreshScope;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.cloud.context.properties.ConfigurationPropertiesRebinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Shows what goes wrong in Spring Cloud's own refresh, and that it does not with winsvc.
 * The first test of each pair fails when Spring Cloud gets better.
 */
class SpringCloudDefectTests {

	@TempDir
	private Path directory;

	private ReloadedApplication application() {
		return new ReloadedApplication(this.directory, Orders.class);
	}

	private ReloadedApplication plain(String... lines) {
		return application().write(lines).startPlain();
	}

	private ReloadedApplication winsvc(String... lines) {
		return application().write(lines).start();
	}

	private static OrderProperties orders(ReloadedApplication application) {
		return application.bean(OrderProperties.class);
	}

	@Test
	void whenValueIsInvalidThenSpringCloudLeavesItInPlaceAndTheApplicationDown() {
		try (ReloadedApplication application = plain("orders.threads: 5")) {
			application.write("orders.threads: 5000");
			assertThatException().isThrownBy(application::refresh);
			assertThat(orders(application).getThreads()).isEqualTo(5000);
			assertThat(application.property("orders.threads")).isEqualTo("5000");
			assertThat(errors(application)).isNotEmpty();
		}
	}

	@Test
	void whenValueIsInvalidThenWinsvcKeepsTheFormerOneAndTheApplicationUp() {
		try (ReloadedApplication application = winsvc("orders.threads: 5")) {
			application.write("orders.threads: 5000");
			assertThatExceptionOfType(ReloadRefusedException.class).isThrownBy(application::refresh)
				.withMessageContaining("orders.threads is 5000");
			assertThat(orders(application).getThreads()).isEqualTo(5);
			assertThat(application.property("orders.threads")).isEqualTo("5");
			assertThat(errors(application)).isEmpty();
		}
	}

	/**
	 * What has Spring Cloud's health indicator say that the application is down.
	 */
	private static Set<String> errors(ReloadedApplication application) {
		Set<String> errors = new HashSet<>(
				application.bean(ConfigurationPropertiesRebinder.class).getErrors().keySet());
		errors.addAll(application.bean(org.springframework.cloud.context.scope.refresh.RefreshScope.class)
			.getErrors()
			.keySet());
		return errors;
	}

	@Test
	void whenValueIsOfAnotherTypeThenSpringCloudLeavesTheBeanOnItsDefaults() {
		try (ReloadedApplication application = plain("orders.threads: 5", "orders.greeting: hello")) {
			application.write("orders.threads: many", "orders.greeting: bye");
			assertThatException().isThrownBy(application::refresh);
			assertThat(orders(application).getThreads()).isEqualTo(4);
		}
	}

	@Test
	void whenValueIsOfAnotherTypeThenWinsvcLeavesTheBeanAsItWas() {
		try (ReloadedApplication application = winsvc("orders.threads: 5", "orders.greeting: hello")) {
			application.write("orders.threads: many", "orders.greeting: bye");
			application.reject();
			assertThat(orders(application).getThreads()).isEqualTo(5);
			assertThat(orders(application).getGreeting()).isEqualTo("hello");
		}
	}

	@Test
	void whenNothingHasChangedThenSpringCloudForgetsWhatTheApplicationHasSetAndDestroysScopedBeans() {
		try (ReloadedApplication application = plain("orders.threads: 5")) {
			orders(application).setInstance("a-1");
			int made = Scoped.MADE.get();
			application.bean(Scoped.class).greeting();
			application.refresh();
			application.bean(Scoped.class).greeting();
			assertThat(orders(application).getInstance()).isEqualTo("unset");
			assertThat(Scoped.MADE.get()).isGreaterThan(made);
			assertThat(application.bean(Listener.class).events).hasValue(1);
		}
	}

	@Test
	void whenNothingHasChangedThenWinsvcDoesNothing() {
		try (ReloadedApplication application = winsvc("orders.threads: 5")) {
			orders(application).setInstance("a-1");
			application.bean(Scoped.class).greeting();
			int made = Scoped.MADE.get();
			application.refresh();
			application.bean(Scoped.class).greeting();
			assertThat(orders(application).getInstance()).isEqualTo("a-1");
			assertThat(Scoped.MADE).hasValue(made);
			assertThat(application.bean(Listener.class).events).hasValue(0);
		}
	}

	@Test
	void whenFileIsDeletedThenSpringCloudKeepsItsValues() {
		try (ReloadedApplication application = application().writeFile("application.properties", "orders.threads=5")
			.startPlain()) {
			application.delete("application.properties");
			application.refresh();
			assertThat(application.property("orders.threads")).isEqualTo("5");
		}
	}

	@Test
	void whenFileIsDeletedThenWinsvcForgetsItsValues() {
		try (ReloadedApplication application = application().writeFile("application.properties", "orders.threads=5")
			.start()) {
			application.delete("application.properties");
			application.refresh();
			assertThat(application.property("orders.threads")).isNull();
			assertThat(orders(application).getThreads()).isEqualTo(4);
		}
	}

	@Test
	void whenLogLevelIsRemovedThenSpringCloudKeepsIt() {
		try (ReloadedApplication application = plain("logging.level.cloud.defect: trace")) {
			application.write("a: b");
			application.refresh();
			assertThat(LoggerFactory.getLogger("cloud.defect").isTraceEnabled()).isTrue();
		}
	}

	@Test
	void whenLogLevelIsRemovedThenWinsvcTakesItBack() {
		try (ReloadedApplication application = winsvc("logging.level.winsvc.defect: trace")) {
			application.write("a: b");
			application.refresh();
			assertThat(LoggerFactory.getLogger("winsvc.defect").isTraceEnabled()).isFalse();
		}
	}

	@Test
	void whenRecordIsNotInTheScopeThenSpringCloudKeepsItSilently() {
		try (ReloadedApplication application = plain("fixed.size: 5")) {
			application.write("fixed.size: 6");
			assertThatNoException().isThrownBy(application::refresh);
			assertThat(application.bean(Fixed.class).size()).isEqualTo(5);
		}
	}

	@Test
	void whenRecordIsNotInTheScopeThenWinsvcSaysThatItNeedsARestart() {
		try (ReloadedApplication application = winsvc("fixed.size: 5")) {
			application.write("fixed.size: 6");
			assertThat(application.apply().keysForRestart()).containsExactly("fixed.size");
		}
	}

	@Test
	void whenAnotherPropertyChangesThenSpringCloudDestroysAScopedBeanThatIsInUse() {
		try (ReloadedApplication application = plain("orders.threads: 5")) {
			Scoped scoped = application.bean(Scoped.class);
			int instance = scoped.instance();
			application.write("orders.threads: 6");
			application.refresh();
			assertThat(scoped.instance()).isNotEqualTo(instance);
		}
	}

	@Test
	void whenAnotherPropertyChangesThenWinsvcLeavesAScopedBeanAlone() {
		try (ReloadedApplication application = winsvc("orders.threads: 5")) {
			Scoped scoped = application.bean(Scoped.class);
			int instance = scoped.instance();
			application.write("orders.threads: 6");
			application.refresh();
			assertThat(scoped.instance()).isEqualTo(instance);
		}
	}

	@Test
	void whenScopedBeanCannotBeMadeThenSpringCloudFailsItsNextCaller() {
		try (ReloadedApplication application = plain("scoped.greeting: hello")) {
			Scoped scoped = application.bean(Scoped.class);
			application.write("scoped.greeting: fail");
			assertThatNoException().isThrownBy(application::refresh);
			assertThatException().isThrownBy(scoped::greeting);
		}
	}

	@Test
	void whenScopedBeanCannotBeMadeThenWinsvcKeepsTheFormerOne() {
		try (ReloadedApplication application = winsvc("scoped.greeting: hello")) {
			Scoped scoped = application.bean(Scoped.class);
			int instance = scoped.instance();
			application.write("scoped.greeting: fail");
			assertThat(application.reject().reasons()).containsExactly("fails");
			assertThat(scoped.greeting()).isEqualTo("hello");
			assertThat(scoped.instance()).isEqualTo(instance);
			assertThat(errors(application)).isEmpty();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties({ OrderProperties.class, Fixed.class, ScopedProperties.class })
	static class Orders {

		@Bean
		@RefreshScope
		Scoped scoped(ScopedProperties properties) {
			return new Scoped(properties.getGreeting());
		}

		@Bean
		Listener listener() {
			return new Listener();
		}

	}

	@ConfigurationProperties("fixed")
	record Fixed(int size) {

	}

	@ConfigurationProperties("scoped")
	public static class ScopedProperties {

		private String greeting = "none";

		public String getGreeting() {
			return this.greeting;
		}

		public void setGreeting(String greeting) {
			this.greeting = greeting;
		}

	}

	static class Scoped {

		static final AtomicInteger MADE = new AtomicInteger();

		private final String greeting;

		private final int instance;

		Scoped() {
			this("proxy");
		}

		Scoped(String greeting) {
			if (greeting.equals("fail")) {
				throw new IllegalStateException("fails");
			}
			this.greeting = greeting;
			this.instance = MADE.incrementAndGet();
		}

		String greeting() {
			return this.greeting;
		}

		int instance() {
			return this.instance;
		}

	}

	static class Listener {

		private final AtomicInteger events = new AtomicInteger();

		@EventListener
		void changed(EnvironmentChangeEvent event) {
			this.events.incrementAndGet();
		}

	}

}
