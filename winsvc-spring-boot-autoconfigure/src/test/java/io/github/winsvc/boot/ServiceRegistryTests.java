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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.winsvc.registry.RegistryConfiguration;
import io.github.winsvc.registry.RegistryThread;
import io.github.winsvc.reload.ConfigReloader;
import io.github.winsvc.reload.ReloadResult;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.test.TestService;
import io.github.winsvc.test.WinsvcTest;
import io.github.winsvc.test.scm.FakeServiceKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of a service whose key of the registry configures it.
 */
@WinsvcTest(application = ServiceRegistryTests.Orders.class)
@ExtendWith(OutputCaptureExtension.class)
class ServiceRegistryTests {

	private static final String PARAMETERS = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\%s\\Parameters";

	@TempDir
	private Path directory;

	private TestService service;

	private FakeServiceKey key;

	@BeforeEach
	void prepare(TestService service) throws IOException {
		this.service = service;
		this.key = service.registered().key();
		Files.writeString(this.directory.resolve("application.yml"), "orders.threads: 5");
	}

	private void start(String... properties) {
		this.service
			.withProperties("spring.config.location=optional:file:%s/".formatted(this.directory),
					"winsvc.reload.watch=false", "winsvc.reload.quiet-period=50ms")
			.withProperties(properties)
			.start();
		this.service.awaitState(ServiceState.RUNNING);
	}

	private <T> T bean(Class<T> type) {
		return this.service.context().getBean(type);
	}

	private int threads() {
		return bean(Threads.class).getThreads();
	}

	private void awaitThreads(int number) {
		await().until(() -> threads() == number);
	}

	private ReloadResult reload() {
		return bean(ConfigReloader.class).reload("test");
	}

	private String parameters() {
		return PARAMETERS.formatted(this.service.registered().name());
	}

	private List<String> sources() {
		return this.service.context()
			.getEnvironment()
			.getPropertySources()
			.stream()
			.map((source) -> source.getName())
			.toList();
	}

	@Test
	void whenValueIsInTheRegistryThenItTakesPrecedenceOverFiles() {
		this.key.put("Orders\\Threads", "REG_DWORD", List.of("6"));
		start();
		assertThat(threads()).isEqualTo(6);
		assertThat(sources()).containsSubsequence("winsvcStart", "systemProperties", RegistryConfiguration.SOURCE,
				"systemEnvironment", "winsvcServiceDefaults");
		this.service.stop();
		assertThat(this.key.openWatches()).isZero();
	}

	@Test
	void whenValueIsGivenForThisStartThenItTakesPrecedenceOverTheRegistry() {
		this.key.put("orders.threads", "6");
		this.service.withProperties("spring.config.location=optional:file:%s/".formatted(this.directory));
		this.service.start("--orders.threads=7");
		this.service.awaitState(ServiceState.RUNNING);
		assertThat(threads()).isEqualTo(7);
		this.service.stop();
	}

	@Test
	void whenRegistryNamesAProfileThenItsFileIsRead() throws IOException {
		Files.writeString(this.directory.resolve("application-night.yml"), "orders.threads: 9");
		this.key.put("spring.profiles.active", "night");
		start();
		assertThat(threads()).isEqualTo(9);
		this.service.stop();
	}

	@Test
	void whenValueIsWrittenAndDeletedThenTheBeanFollows() {
		start();
		List<String> sources = sources();
		this.key.put("orders.threads", "6");
		awaitThreads(6);
		this.key.put("orders\\threads", "8");
		this.key.put("orders.threads", "7");
		awaitThreads(7);
		this.key.remove("orders.threads");
		awaitThreads(8);
		this.key.remove("orders\\threads");
		awaitThreads(5);
		assertThat(sources()).isEqualTo(sources);
		assertThat(bean(HeardReloads.class).results).hasSize(4)
			.allSatisfy((result) -> assertThat(result.trigger()).isEqualTo("registry"));
		this.service.stop();
	}

	@Test
	void whenValueIsWrongThenTheRejectionNamesItsPlaceAndTheFormerOneStays() {
		this.key.put("orders.threads", "6");
		start();
		this.key.put("orders.threads", "many");
		await().until(() -> !bean(HeardReloads.class).results.isEmpty());
		assertThat(bean(HeardReloads.class).results).singleElement()
			.isInstanceOfSatisfying(ReloadResult.Rejected.class,
					(rejected) -> assertThat(rejected.reasons()).singleElement()
						.asString()
						.contains("orders.threads is many", "(" + parameters() + "\\orders.threads)"));
		assertThat(threads()).isEqualTo(6);
		this.key.put("orders.threads", "6");
		await().during(Duration.ofMillis(300)).until(() -> bean(HeardReloads.class).results.size() == 1);
		this.service.stop();
	}

	@Test
	void whenKeyCannotBeReadThenTheStartWarnsAndAReloadIsRejected(CapturedOutput output) {
		this.key.setRefused(true);
		start();
		String problem = "The registry key %s cannot be read: RegOpenKeyEx failed: 5 ERROR_ACCESS_DENIED"
			.formatted(parameters());
		assertThat(output).containsOnlyOnce(problem + ". The application starts without what is there.");
		assertThat(reload()).isInstanceOfSatisfying(ReloadResult.Rejected.class,
				(rejected) -> assertThat(rejected.reasons()).containsExactly(problem));
		this.key.put("orders.threads", "6");
		this.key.setRefused(false);
		awaitThreads(6);
		this.key.setRefused(true);
		await().until(() -> output.getOut().contains("is rejected (registry)"));
		assertThat(threads()).isEqualTo(6);
		this.service.stop();
	}

	@Test
	void whenValuesAreNoPropertiesThenTheyAreNamedOnceWithoutTheirData(CapturedOutput output) {
		this.key.put("orders.blob", "REG_BINARY", null);
		this.key.put("orders.empty", "REG_NONE", null);
		this.key.put("orders.password", "x7secret");
		start();
		assertThat(reload()).isInstanceOf(ReloadResult.Unchanged.class);
		assertThat(output).containsOnlyOnce("orders.blob (REG_BINARY), orders.empty (REG_NONE)");
		this.key.put("orders.password", "x8secret");
		await().until(() -> bean(HeardReloads.class).results.size() == 1);
		this.service.stop();
		assertThat(output).doesNotContain("x7secret", "x8secret");
	}

	@Test
	void whenWindowsWritesIntoTheKeyThenNothingIsReloaded() {
		start();
		for (int i = 0; i < 10; i++) {
			this.key.touch();
		}
		await().during(Duration.ofMillis(300)).until(() -> bean(HeardReloads.class).results.isEmpty());
		this.service.stop();
	}

	@Test
	void whenWatchIsOffThenAReloadReadsTheRegistryAllTheSame() {
		start("winsvc.reload.registry=false");
		assertThat(this.service.context().getBeanProvider(RegistryThread.class).getIfAvailable()).isNull();
		assertThat(this.key.openWatches()).isZero();
		this.key.put("orders.threads", "6");
		this.service.send(ServiceControl.Standard.PARAMCHANGE);
		awaitThreads(6);
		this.service.stop();
	}

	@Test
	void whenSourceIsOffThenTheKeyCountsForNothing(CapturedOutput output) {
		this.key.put("orders.threads", "6");
		this.key.put("orders.blob", "REG_BINARY", null);
		start("winsvc.registry.enabled=false");
		assertThat(threads()).isEqualTo(5);
		this.key.setRefused(true);
		assertThat(reload()).isInstanceOf(ReloadResult.Unchanged.class);
		assertThat(sources()).doesNotContain(RegistryConfiguration.SOURCE);
		assertThat(output).doesNotContain("orders.blob", "cannot be read");
		this.service.stop();
	}

	@Test
	void whenVariableOfTheServiceChangesThenTheBeanFollows() throws IOException {
		this.key.setVariable("ORDERS_THREADS", "5");
		start();
		this.key.setVariable("ORDERS_THREADS", "6");
		awaitThreads(6);
		assertThat(bean(HeardReloads.class).results).singleElement()
			.isInstanceOfSatisfying(ReloadResult.Applied.class,
					(applied) -> assertThat(applied.keys()).contains("ORDERS_THREADS"));
		this.key.setVariable("ORDERS_THREADS", null);
		awaitThreads(5);
		Files.writeString(this.directory.resolve("application.yml"), "");
		assertThat(reload()).isInstanceOf(ReloadResult.Applied.class);
		assertThat(threads()).isEqualTo(4);
		this.key.setVariable("orders_threads", "7");
		awaitThreads(7);
		this.key.setVariable("ORDERS_MAX_LINES", "3");
		await().until(() -> bean(Threads.class).getMaxLines() == 3);
		this.key.setVariable("ORDERS_MAX_LINES", "many");
		await().until(() -> last() instanceof ReloadResult.Rejected);
		assertThat(((ReloadResult.Rejected) last()).reasons()).singleElement()
			.asString()
			.contains("orders.max-lines is many");
		assertThat(bean(Threads.class).getMaxLines()).isEqualTo(3);
		this.service.stop();
	}

	private ReloadResult last() {
		List<ReloadResult> results = bean(HeardReloads.class).results;
		return results.get(results.size() - 1);
	}

	@Test
	void whenVariableNamesAProfileThenAReloadReadsItsFile() throws IOException {
		Files.writeString(this.directory.resolve("application-night.yml"), "orders.threads: 9");
		start();
		this.key.setVariable("SPRING_PROFILES_ACTIVE", "night");
		awaitThreads(9);
		assertThat(last()).isInstanceOfSatisfying(ReloadResult.Applied.class,
				(applied) -> assertThat(applied.keysForRestart()).contains("SPRING_PROFILES_ACTIVE"));
		this.service.stop();
	}

	@Test
	void whenEnvironmentIsNotFollowedThenVariablesWaitForTheNextStart() {
		start("winsvc.reload.environment=false");
		this.key.setVariable("ORDERS_THREADS", "6");
		await().during(Duration.ofMillis(300)).until(() -> bean(HeardReloads.class).results.isEmpty());
		assertThat(reload()).isInstanceOf(ReloadResult.Unchanged.class);
		this.service.stop();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableConfigurationProperties(Threads.class)
	static class Orders {

		public static void main(String[] args) {
			SpringApplication application = new SpringApplication(Orders.class, HeardReloads.class);
			application.setWebApplicationType(WebApplicationType.NONE);
			application.run(args);
		}

	}

	@ConfigurationProperties("orders")
	public static class Threads {

		private int threads = 4;

		private int maxLines = 10;

		public int getThreads() {
			return this.threads;
		}

		public void setThreads(int threads) {
			this.threads = threads;
		}

		public int getMaxLines() {
			return this.maxLines;
		}

		public void setMaxLines(int maxLines) {
			this.maxLines = maxLines;
		}

	}

}
