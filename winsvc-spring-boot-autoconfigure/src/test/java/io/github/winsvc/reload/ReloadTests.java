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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.PostConstruct;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.validation.annotation.Validated;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of reloads of beans that are bound to properties.
 */
class ReloadTests {

	@TempDir
	private Path directory;

	@AutoClose
	private ReloadedApplication application;

	@BeforeEach
	void create() {
		this.application = new ReloadedApplication(this.directory, Orders.class);
	}

	private OrderProperties orders() {
		return this.application.bean(OrderProperties.class);
	}

	private Recorder recorder() {
		return this.application.bean(Recorder.class);
	}

	@Test
	void whenValueChangesThenBeanAndEnvironmentFollow() {
		this.application.write("orders.threads: 5").start();
		OrderProperties orders = orders();
		this.application.write("orders.threads: 6");
		ReloadResult.Applied result = this.application.apply();
		assertThat(result.keys()).containsExactly("orders.threads");
		assertThat(result.keysForRestart()).isEmpty();
		assertThat(result.trigger()).isEqualTo("test");
		assertThat(result.duration()).isPositive();
		assertThat(orders()).isSameAs(orders);
		assertThat(orders.getThreads()).isEqualTo(6);
		assertThat(this.application.property("orders.threads")).isEqualTo("6");
		assertThat(recorder().events).containsExactly(new ConfigReloadedEvent(result));
	}

	@Test
	void whenNothingChangesThenNothingHappens() {
		this.application.write("orders.threads: 5").start();
		Object[] before = this.application.context().getEnvironment().getPropertySources().stream().toArray();
		this.application.write("# comment", "orders:", "  threads: 5");
		assertThat(this.application.reload()).isInstanceOf(ReloadResult.Unchanged.class);
		assertThat(this.application.context().getEnvironment().getPropertySources().stream().toArray())
			.usingElementComparator((a, b) -> (a == b) ? 0 : 1)
			.containsExactly(before);
		assertThat(recorder().events).isEmpty();
		assertThat(this.application.bean(Started.class).starts).isOne();
	}

	@Test
	void whenAnotherBeanChangesThenABeanIsLeftAlone() {
		this.application.write("orders.threads: 5", "started.value: a").start();
		orders().setThreads(7);
		this.application.write("orders.threads: 5", "started.value: b");
		this.application.apply();
		assertThat(orders().getThreads()).isEqualTo(7);
		assertThat(this.application.bean(Started.class).getValue()).isEqualTo("b");
	}

	@Test
	void whenBeanDoesSomethingAfterItsPropertiesAreSetThenItDoesSoAgain() {
		this.application.write("started.value: a").start();
		this.application.write("started.value: b");
		this.application.apply();
		assertThat(this.application.bean(Started.class).startedWith).containsExactly("a", "b");
	}

	@Test
	void whenValueIsRemovedThenBeanHasItsDefault() {
		this.application
			.write("orders:", "  threads: 5", "  countries: [AT, CH]", "  limits: {a: 1, b: 2}", "  pool.size: 3")
			.start();
		OrderProperties.Pool pool = orders().getPool();
		this.application.write("orders:", "  limits: {b: 2}");
		assertThat(this.application.apply().keys()).containsExactly("orders.countries[0]", "orders.countries[1]",
				"orders.limits.a", "orders.pool.size", "orders.threads");
		assertThat(orders().getThreads()).isEqualTo(4);
		assertThat(orders().getCountries()).isEmpty();
		assertThat(orders().getLimits()).containsOnlyKeys("b");
		assertThat(orders().getPool()).isSameAs(pool);
		assertThat(pool.getSize()).isEqualTo(10);
	}

	@Test
	void whenListBecomesShorterThenSoDoesThatOfTheBean() {
		this.application.write("orders.countries: [AT, CH, DE]").start();
		this.application.write("orders.countries: [CH]");
		this.application.apply();
		assertThat(orders().getCountries()).containsExactly("CH");
	}

	@Test
	void whenApplicationHasSetAValueItselfThenItStays() {
		this.application.write("orders.threads: 5").start();
		orders().setInstance("a-1");
		orders().getPool().setTimeout(Duration.ofSeconds(7));
		this.application.write("orders.threads: 6", "orders.pool.size: 5");
		this.application.apply();
		assertThat(orders().getInstance()).isEqualTo("a-1");
		assertThat(orders().getPool().getTimeout()).isEqualTo(Duration.ofSeconds(7));
		assertThat(orders().getPool().getSize()).isEqualTo(5);
	}

	@Test
	void whenApplicationHasSetWhatMustBeSetThenChangeIsValid() {
		this.application.write("mandatory.other: 1").start();
		this.application.write("mandatory.other: 2");
		this.application.apply();
		assertThat(this.application.bean(Mandatory.class).getOther()).isEqualTo(2);
		assertThat(this.application.bean(Mandatory.class).getId()).isEqualTo("made");
	}

	@Test
	void whenValuesAreInvalidThenAllAreNamedAndNothingIsTouched() {
		this.application.write("orders.threads: 5", "orders.greeting: hello", "started.value: a").start();
		Object[] before = this.application.context().getEnvironment().getPropertySources().stream().toArray();
		this.application.write("orders.threads: 5000", "orders.pool.size: 60", "orders.greeting: bye",
				"started.value: b", "limits.maximum: many");
		ReloadResult.Rejected result = this.application.reject();
		assertThat(result.keys()).contains("orders.threads", "orders.greeting", "started.value");
		assertThat(result.reasons())
			.anySatisfy((reason) -> assertThat(reason)
				.startsWith("orders.threads is 5000: must be less than or equal to 100 (")
				.contains("application.yml"))
			.anySatisfy((reason) -> assertThat(reason).startsWith("orders.pool.size is 60: "))
			.anySatisfy((reason) -> assertThat(reason).startsWith("limits.maximum is many: "))
			.hasSize(3);
		assertThat(orders().getThreads()).isEqualTo(5);
		assertThat(orders().getGreeting()).isEqualTo("hello");
		assertThat(this.application.property("orders.threads")).isEqualTo("5");
		assertThat(this.application.context().getEnvironment().getPropertySources().stream().toArray())
			.containsExactly(before);
		assertThat(this.application.bean(Started.class).starts).isOne();
		assertThat(recorder().events).containsExactly(new ConfigReloadRejectedEvent(result));
	}

	@Test
	void whenRejectedConfigurationIsCorrectedThenItTakesEffect() {
		this.application.write("orders.threads: 5").start();
		this.application.write("orders.threads: x");
		this.application.reject();
		this.application.write("orders.threads: 9");
		this.application.apply();
		assertThat(orders().getThreads()).isEqualTo(9);
	}

	@Test
	void whenFileIsNoYamlThenItIsRejected() {
		this.application.write("orders.threads: 5").start();
		this.application.write("orders: [", "  threads");
		ReloadResult.Rejected result = this.application.reject();
		assertThat(result.keys()).isEmpty();
		assertThat(result.reasons()).singleElement()
			.asString()
			.contains("application.yml cannot be read: while parsing")
			.doesNotContain("\n");
		assertThat(orders().getThreads()).isEqualTo(5);
	}

	@Test
	void whenSecretIsInvalidThenItsValueIsNotTold() {
		this.application.write("secrets.token: 1").start();
		this.application.write("secrets.token: hunter2");
		assertThat(this.application.reject().reasons()).singleElement()
			.satisfies((reason) -> assertThat(reason).contains("secrets.token").doesNotContain("hunter2"));
	}

	@Test
	void whenPlaceholdersReferToEachOtherThenChangeIsRejected() {
		this.application.write("orders.greeting: a").start();
		this.application.write("orders.greeting: ${one}", "one: ${two}", "two: ${one}");
		assertThat(this.application.reject().reasons().toString()).containsIgnoringCase("circular");
		assertThat(orders().getGreeting()).isEqualTo("a");
	}

	@Test
	void whenPlaceholderOfAPropertyChangesThenThePropertyChanges() {
		this.application.write("orders.greeting: hello ${name}", "name: world").start();
		this.application.write("orders.greeting: hello ${name}", "name: moon");
		assertThat(this.application.apply().keys()).containsExactly("name", "orders.greeting");
		assertThat(orders().getGreeting()).isEqualTo("hello moon");
	}

	@Test
	void whenValueIsRandomThenItDoesNotChange() {
		this.application.write("orders.greeting: ${random.uuid}", "orders.threads: 1").start();
		String greeting = orders().getGreeting();
		assertThat(this.application.reload()).isInstanceOf(ReloadResult.Unchanged.class);
		this.application.write("orders.greeting: ${random.uuid}", "orders.threads: 2");
		assertThat(this.application.apply().keys()).containsExactly("orders.threads");
		assertThat(orders().getGreeting()).isEqualTo(greeting);
	}

	@Test
	void whenCommandLineHasTheValueThenFileDoesNotChangeIt() {
		this.application.with("--orders.threads=3").write("orders.threads: 5").start();
		this.application.write("orders.threads: 6");
		assertThat(this.application.reload()).isInstanceOf(ReloadResult.Unchanged.class);
		assertThat(orders().getThreads()).isEqualTo(3);
	}

	@Test
	void whenProfileIsActivatedThenItsFileCounts() {
		this.application.write("orders.threads: 5").writeFile("application-fast.yml", "orders.threads: 50").start();
		this.application.write("orders.threads: 5", "spring.profiles.active: fast");
		ReloadResult.Applied result = this.application.apply();
		assertThat(orders().getThreads()).isEqualTo(50);
		assertThat(result.keysForRestart()).containsExactly("spring.profiles.active");
		assertThat(this.application.context().getEnvironment().getActiveProfiles()).containsExactly("fast");
		this.application.write("orders.threads: 5");
		this.application.apply();
		assertThat(orders().getThreads()).isEqualTo(5);
		assertThat(this.application.context().getEnvironment().getActiveProfiles()).isEmpty();
	}

	@Test
	void whenFilesComeAndGoThenSourcesAreThoseOfAStart() {
		this.application.write("orders.threads: 5").start();
		List<String> before = this.application.sources();
		this.application.write("orders.threads: 5", "spring.config.import: extra.yml")
			.writeFile("extra.yml", "orders.threads: 8")
			.writeFile("application.properties", "orders.greeting=properties");
		this.application.apply();
		assertThat(orders().getThreads()).isEqualTo(8);
		assertThat(orders().getGreeting()).isEqualTo("properties");
		List<String> reloaded = this.application.sources();
		try (ReloadedApplication fresh = new ReloadedApplication(this.directory, Orders.class).start()) {
			assertThat(reloaded).isEqualTo(fresh.sources());
		}
		this.application.write("orders.threads: 5").delete("extra.yml").delete("application.properties");
		this.application.apply();
		assertThat(this.application.sources()).isEqualTo(before);
		assertThat(orders().getThreads()).isEqualTo(5);
		assertThat(orders().getGreeting()).isEqualTo("none");
		this.application.delete("application.yml");
		this.application.apply();
		assertThat(orders().getThreads()).isEqualTo(4);
	}

	@Test
	void whenMandatoryImportIsGoneThenChangeIsRejected() {
		this.application.write("spring.config.import: extra.yml").writeFile("extra.yml", "orders.threads: 8").start();
		this.application.delete("extra.yml");
		assertThat(this.application.reject().reasons()).singleElement().asString().contains("extra.yml");
		assertThat(orders().getThreads()).isEqualTo(8);
	}

	@Test
	void whenConfigurationIsATreeThenItIsReloaded() {
		this.application.writeFile("tree/orders/greeting", "hello")
			.write("spring.config.import: 'configtree:%s/tree/'".formatted(this.directory))
			.start();
		assertThat(orders().getGreeting()).isEqualTo("hello");
		this.application.writeFile("tree/orders/greeting", "bye");
		this.application.apply();
		assertThat(orders().getGreeting()).isEqualTo("bye");
	}

	@Test
	void whenBeanIsARecordThenItIsCheckedAndNeedsARestart() {
		this.application.write("limits.maximum: 5").start();
		this.application.write("limits.maximum: 500");
		assertThat(this.application.reject().reasons()).singleElement().asString().startsWith("limits.maximum is 500");
		this.application.write("limits.maximum: 6", "server.port: 9090");
		assertThat(this.application.apply().keysForRestart()).containsExactly("limits.maximum", "server.port");
		assertThat(this.application.bean(Limits.class).maximum()).isEqualTo(5);
	}

	@Test
	void whenSingletonWasGivenTheValueThenItNeedsARestart() {
		this.application.write("given: 1").start();
		this.application.write("given: 2", "orders.threads: 2");
		assertThat(this.application.apply().keysForRestart()).containsExactly("given");
	}

	@Test
	void whenThirdPartyClassIsBoundByAMethodThenItFollows() {
		this.application.write("client.url: a").start();
		this.application.write("client.url: b", "client.retries: 3");
		this.application.apply();
		assertThat(this.application.bean(Client.class).getUrl()).isEqualTo("b");
		assertThat(this.application.bean(Client.class).retries).isEqualTo(3);
		this.application.write("client.url: b");
		this.application.apply();
		assertThat(this.application.bean(Client.class).retries).isEqualTo(1);
		this.application.write("client.retries: many");
		this.application.reject();
		assertThat(this.application.bean(Client.class).getUrl()).isEqualTo("b");
	}

	@Test
	void whenBeanCannotBeCopiedThenItIsBoundAllTheSame() {
		this.application.write("injected.value: 1", "orders.threads: 1").start();
		this.application.write("injected.value: 2", "orders.threads: 1");
		this.application.apply();
		assertThat(this.application.bean(Injected.class).getValue()).isEqualTo(2);
		this.application.write("injected.value: none", "injected.numbers: [1]", "injected.names.a: b",
				"injected.pool.size: 3", "orders.threads: 3");
		this.application.reject();
		assertThat(this.application.bean(Injected.class).getNumbers()).isEmpty();
		assertThat(this.application.bean(Injected.class).getNames()).isEmpty();
		assertThat(this.application.bean(Injected.class).getPool().getSize()).isEqualTo(10);
		assertThat(this.application.bean(Injected.class).getValue()).isEqualTo(2);
		assertThat(orders().getThreads()).isEqualTo(1);
		assertThat(this.application.property("orders.threads")).isEqualTo("1");
		this.application.write("orders.threads: 1");
		assertThat(this.application.apply().keysForRestart()).containsExactly("injected.value");
	}

	@Test
	void whenApplicationRefusesThenItsReasonIsTold() {
		this.application.write("orders.threads: 5").start();
		this.application.write("orders.threads: 13");
		assertThat(this.application.reject().reasons()).containsExactly("13 threads bring bad luck");
		assertThat(orders().getThreads()).isEqualTo(5);
	}

	@Test
	void whenBeanFailsOnItsNewValuesThenAllBeansHaveTheFormerOnes() {
		this.application.write("orders.threads: 5", "started.value: a").start();
		orders().setInstance("a-1");
		this.application.write("orders.threads: 6", "orders.limits.a: 1", "started.value: fail");
		assertThat(this.application.reject().reasons()).containsExactly("cannot start with fail");
		assertThat(orders().getThreads()).isEqualTo(5);
		assertThat(orders().getLimits()).isEmpty();
		assertThat(orders().getInstance()).isEqualTo("a-1");
		assertThat(this.application.property("orders.threads")).isEqualTo("5");
		assertThat(this.application.bean(Started.class).getValue()).isEqualTo("a");
		assertThat(this.application.bean(Started.class).startedWith).containsExactly("a", "a");
	}

	@Test
	void whenParticipantFailsThenOthersTakeBackWhatTheyDid() {
		this.application.write("orders.threads: 5").start();
		this.application.write("orders.threads: 6", "failing: true");
		assertThat(this.application.reject().reasons()).containsExactly("participant fails");
		assertThat(orders().getThreads()).isEqualTo(5);
		assertThat(this.application.property("failing")).isNull();
	}

	@Test
	void whenSourcesWereAddedAfterTheStartThenTheyKeepTheirPlaces() {
		this.application.write("orders.threads: 5").start();
		List<String> before = this.application.sources();
		assertThat(before).endsWith("applicationInfo", "defaultProperties");
		this.application.write("orders.threads: 6");
		this.application.apply();
		assertThat(this.application.sources()).isEqualTo(before);
		assertThat(this.application.property("origin")).isEqualTo("defaults");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties({ OrderProperties.class, Limits.class, Started.class, Secrets.class })
	static class Orders {

		@Bean
		Recorder recorder() {
			return new Recorder();
		}

		@Bean
		Mandatory mandatory() {
			Mandatory mandatory = new Mandatory();
			mandatory.setId("made");
			return mandatory;
		}

		@Bean
		Given given() {
			return new Given();
		}

		@Bean
		Injected injected(Recorder recorder) {
			return new Injected(recorder);
		}

		@Bean
		@ConfigurationProperties("client")
		Client client() {
			return new Client();
		}

		@Bean
		ConfigReloadCheck superstition() {
			return (change) -> {
				if (change.candidate().getProperty("orders.threads", "").equals("13")) {
					throw new IllegalArgumentException("13 threads bring bad luck");
				}
			};
		}

		@Bean
		ReloadParticipant failingParticipant(Environment environment) {
			return (change) -> change.affects("failing") ? new ReloadStep() {

				@Override
				public void apply() {
					assertThat(environment.getProperty("failing")).isEqualTo("true");
					throw new IllegalStateException("participant fails");
				}

				@Override
				public void undo() {
				}

			} : ReloadStep.NONE;
		}

	}

	static class Recorder {

		private final List<Object> events = new ArrayList<>();

		@EventListener({ ConfigReloadedEvent.class, ConfigReloadRejectedEvent.class })
		void reloaded(Object event) {
			this.events.add(event);
		}

	}

	static class Given {

		@Value("${given:0}")
		private int value;

	}

	@Validated
	@ConfigurationProperties("limits")
	record Limits(@Max(100) int maximum) {

	}

	@Validated
	@ConfigurationProperties("mandatory")
	public static class Mandatory {

		@NotNull
		private String id;

		private int other;

		public String getId() {
			return this.id;
		}

		public void setId(String id) {
			this.id = id;
		}

		public int getOther() {
			return this.other;
		}

		public void setOther(int other) {
			this.other = other;
		}

	}

	@ConfigurationProperties("secrets")
	public static class Secrets {

		private int token;

		public void setToken(int token) {
			this.token = token;
		}

		@Override
		public String toString() {
			return String.valueOf(this.token);
		}

	}

	@ConfigurationProperties("started")
	public static class Started {

		private final List<String> startedWith = new ArrayList<>();

		private String value = "";

		private int starts;

		@PostConstruct
		void start() {
			if (this.value.equals("fail")) {
				throw new IllegalStateException("cannot start with fail");
			}
			this.startedWith.add(this.value);
			this.starts++;
		}

		public String getValue() {
			return this.value;
		}

		public void setValue(String value) {
			this.value = value;
		}

	}

	@ConfigurationProperties("injected")
	public static class Injected {

		private final Recorder recorder;

		private final List<Integer> numbers = new ArrayList<>();

		private final Map<String, String> names = new HashMap<>();

		private final OrderProperties.Pool pool = new OrderProperties.Pool();

		private int value;

		Injected(Recorder recorder) {
			this.recorder = recorder;
		}

		public Recorder recorder() {
			return this.recorder;
		}

		public List<Integer> getNumbers() {
			return this.numbers;
		}

		public Map<String, String> getNames() {
			return this.names;
		}

		public OrderProperties.Pool getPool() {
			return this.pool;
		}

		public int getValue() {
			return this.value;
		}

		public void setValue(int value) {
			this.value = value;
		}

	}

	/**
	 * Knows nothing of Spring, and has a setter without a getter.
	 */
	public static class Client {

		private String url;

		private int retries = 1;

		public String getUrl() {
			return this.url;
		}

		public void setUrl(String url) {
			this.url = url;
		}

		public void setRetries(int retries) {
			this.retries = retries;
		}

	}

}
