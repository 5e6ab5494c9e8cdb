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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.context.config.annotation.RefreshScope;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.cloud.context.refresh.ContextRefresher;
import org.springframework.cloud.endpoint.event.RefreshEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of reloads with Spring Cloud's refresh scope and events.
 */
class RefreshScopeTests {

	@TempDir
	private Path directory;

	@AutoClose
	private ReloadedApplication application;

	@BeforeEach
	void create() {
		this.application = new ReloadedApplication(this.directory, Beans.class);
	}

	private ValueBean values() {
		return this.application.bean(ValueBean.class);
	}

	@Test
	void whenValueChangesThenBeanThatWasGivenItIsMadeAnewAtOnce() {
		this.application.write("a: 1", "b: 1").start();
		int instance = values().instance();
		this.application.write("a: 2", "b: 1");
		assertThat(this.application.apply().keysForRestart()).isEmpty();
		assertThat(Counted.LAST.get()).isGreaterThan(instance);
		int made = Counted.LAST.get();
		assertThat(values().value()).isEqualTo("2");
		assertThat(Counted.LAST).hasValue(made);
	}

	@Test
	void whenBeanAsksTheEnvironmentThenAnyChangeMakesItAnew() {
		this.application.write("a: 1").start();
		AskingBean asking = this.application.bean(AskingBean.class);
		int instance = asking.instance();
		int other = values().instance();
		this.application.write("a: 1", "unrelated: 1");
		this.application.apply();
		assertThat(asking.instance()).isNotEqualTo(instance);
		assertThat(values().instance()).isEqualTo(other);
	}

	@Test
	void whenScopedPropertiesChangeThenTheyAreCheckedAndMadeAnew() {
		this.application.write("scoped.size: 1").start();
		ScopedProperties properties = this.application.bean(ScopedProperties.class);
		this.application.write("scoped.size: x");
		assertThat(this.application.reject().reasons()).singleElement().asString().startsWith("scoped.size is x");
		assertThat(properties.getSize()).isOne();
		this.application.write("scoped.size: 2");
		this.application.apply();
		assertThat(properties.getSize()).isEqualTo(2);
	}

	@Test
	void whenLaterBeanFailsThenEarlierOnesAreTheFormerInstancesAndTheNewOnesAreDestroyed() {
		this.application.write("a: 1").start();
		int instance = values().instance();
		int asking = this.application.bean(AskingBean.class).instance();
		List<Integer> destroyed = this.application.bean(Destroyed.class).instances;
		this.application.write("a: fail");
		assertThat(this.application.reject().reasons()).containsExactly("a is fail");
		assertThat(values().instance()).isEqualTo(instance);
		assertThat(this.application.bean(AskingBean.class).instance()).isEqualTo(asking);
		assertThat(destroyed).doesNotContain(instance, asking);
	}

	@Test
	void whenCallIsUnderWayThenItsInstanceIsDestroyedAfterIt() throws Exception {
		this.application.write("a: 1").start();
		ValueBean values = values();
		int instance = values.instance();
		List<Integer> destroyed = this.application.bean(Destroyed.class).instances;
		CountDownLatch inside = new CountDownLatch(1);
		CountDownLatch leave = new CountDownLatch(1);
		Thread caller = new Thread(() -> values.hold(inside, leave));
		caller.start();
		assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
		this.application.write("a: 2");
		Thread reloader = new Thread(this.application::apply);
		reloader.start();
		await().until(() -> reloader.getState() == Thread.State.WAITING);
		assertThat(destroyed).doesNotContain(instance);
		leave.countDown();
		reloader.join(10_000);
		assertThat(destroyed).contains(instance);
		assertThat(values.value()).isEqualTo("2");
	}

	@Test
	void whenReloadsRunThenNoCallFails() throws Exception {
		this.application.write("a: 0", "orders.threads: 1").start();
		ValueBean values = values();
		AtomicBoolean end = new AtomicBoolean();
		List<Throwable> failures = new ArrayList<>();
		AtomicInteger calls = new AtomicInteger();
		Thread caller = new Thread(() -> {
			while (!end.get()) {
				try {
					Integer.parseInt(values.value());
					calls.incrementAndGet();
				}
				catch (RuntimeException ex) {
					failures.add(ex);
				}
			}
		});
		caller.start();
		for (int i = 1; i <= 50; i++) {
			this.application.write("a: " + ((i % 2 == 0) ? i : "fail"));
			this.application.reload();
		}
		end.set(true);
		caller.join(10_000);
		assertThat(failures).isEmpty();
		assertThat(calls.get()).isPositive();
		assertThat(values.value()).isEqualTo("50");
	}

	@Test
	void whenRefreshIsAskedForThenItIsAReload() {
		this.application.write("a: 1").start();
		this.application.write("a: 2");
		assertThat(this.application.bean(ContextRefresher.class).refresh()).containsExactly("a");
		assertThat(values().value()).isEqualTo("2");
		this.application.write("a: 3");
		this.application.context().publishEvent(new RefreshEvent(this, null, "test"));
		assertThat(values().value()).isEqualTo("3");
		assertThat(this.application.bean(Heard.class).reloads).hasValue(2);
	}

	@Test
	void whenConfigurationChangesThenListenersHearOfTheKeys() {
		this.application.write("a: 1").start();
		this.application.write("a: 2");
		this.application.apply();
		assertThat(this.application.bean(Heard.class).keys).containsExactly("a");
		assertThat(this.application.bean(Heard.class).values).containsExactly("2");
	}

	@Test
	void whenListenerFailsThenChangeIsRejectedAndListenersHearOfTheWayBack() {
		this.application.write("a: 1").start();
		int instance = values().instance();
		this.application.write("a: refuse");
		assertThat(this.application.reject().reasons()).containsExactly("refused");
		assertThat(this.application.bean(Heard.class).values).containsExactly("refuse", "1");
		assertThat(values().instance()).isEqualTo(instance);
	}

	@Test
	void whenSomebodyElseSaysThatPropertiesHaveChangedThenOnlyTheirBeansAreBound() {
		this.application.write("orders.threads: 5").start();
		OrderProperties orders = this.application.bean(OrderProperties.class);
		orders.setInstance("a-1");
		this.application.context()
			.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("manager", Map.of("other.size", "7")));
		this.application.context()
			.publishEvent(new EnvironmentChangeEvent(this.application.context(), Set.of("other.size")));
		assertThat(this.application.bean(OtherProperties.class).getSize()).isEqualTo(7);
		assertThat(orders.getInstance()).isEqualTo("a-1");
		this.application.write("orders.threads: 6");
		this.application.apply();
		assertThat(this.application.sources()).startsWith("configurationProperties", "manager");
		assertThat(this.application.bean(OtherProperties.class).getSize()).isEqualTo(7);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties({ OrderProperties.class, OtherProperties.class, ScopedProperties.class })
	static class Beans {

		@Bean
		Destroyed destroyed() {
			return new Destroyed();
		}

		@Bean
		Heard heard(Environment environment) {
			return new Heard(environment);
		}

		@Bean
		@RefreshScope
		AskingBean askingBean(Environment environment, Destroyed destroyed) {
			return new AskingBean(environment.getProperty("a"), destroyed);
		}

		@Bean
		@RefreshScope
		ValueBean valueBean(@Value("${a:0}") String value, Destroyed destroyed) {
			return new ValueBean(value, destroyed);
		}

	}

	static class Destroyed {

		private final List<Integer> instances = new ArrayList<>();

	}

	static class Heard {

		private final List<String> keys = new ArrayList<>();

		private final List<String> values = new ArrayList<>();

		private final AtomicInteger reloads = new AtomicInteger();

		private final Environment environment;

		Heard(Environment environment) {
			this.environment = environment;
		}

		@EventListener
		void changed(EnvironmentChangeEvent event) {
			this.keys.addAll(event.getKeys());
			String value = this.environment.getProperty("a", "");
			this.values.add(value);
			if (value.equals("refuse")) {
				throw new IllegalStateException("refused");
			}
		}

		@EventListener
		void reloaded(ConfigReloadedEvent event) {
			this.reloads.incrementAndGet();
		}

	}

	abstract static class Counted implements DisposableBean {

		static final AtomicInteger LAST = new AtomicInteger();

		private final Destroyed destroyed;

		private final int instance;

		Counted(Destroyed destroyed) {
			this.destroyed = destroyed;
			this.instance = LAST.incrementAndGet();
		}

		int instance() {
			return this.instance;
		}

		@Override
		public void destroy() {
			this.destroyed.instances.add(this.instance);
		}

	}

	static class AskingBean extends Counted {

		AskingBean(String value, Destroyed destroyed) {
			super(destroyed);
		}

	}

	static class ValueBean extends Counted {

		private final String value;

		ValueBean(String value, Destroyed destroyed) {
			super(destroyed);
			if (value.equals("fail")) {
				throw new IllegalStateException("a is fail");
			}
			this.value = value;
		}

		String value() {
			return this.value;
		}

		void hold(CountDownLatch inside, CountDownLatch leave) {
			inside.countDown();
			try {
				leave.await(30, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

	@RefreshScope
	@ConfigurationProperties("scoped")
	public static class ScopedProperties {

		private int size;

		public int getSize() {
			return this.size;
		}

		public void setSize(int size) {
			this.size = size;
		}

	}

	@ConfigurationProperties("other")
	public static class OtherProperties {

		private int size;

		public int getSize() {
			return this.size;
		}

		public void setSize(int size) {
			this.size = size;
		}

	}

}
