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
import java.time.Instant;
import java.util.List;

import io.github.winsvc.launch.ReloadRecord;
import io.github.winsvc.launch.RunRecord;
import io.github.winsvc.launch.ServiceCommandLine;
import io.github.winsvc.reload.ConfigReloader;
import io.github.winsvc.reload.ReloadResult;
import io.github.winsvc.scm.AcceptedControl;
import io.github.winsvc.scm.EventLogEntry;
import io.github.winsvc.scm.EventType;
import io.github.winsvc.scm.ServiceControl;
import io.github.winsvc.scm.ServiceState;
import io.github.winsvc.test.TestService;
import io.github.winsvc.test.WinsvcTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of reloads of an application that runs as a service.
 */
@WinsvcTest(application = ServiceReloadTests.Orders.class)
class ServiceReloadTests {

	@TempDir
	private Path directory;

	private TestService service;

	@BeforeEach
	void prepare(TestService service) throws IOException {
		this.service = service;
		write("orders.threads: 5");
	}

	private void write(String text) throws IOException {
		Files.writeString(this.directory.resolve("application.yml"), text);
	}

	private void start(String... properties) {
		this.service.withProperties("spring.config.location=optional:file:%s/".formatted(this.directory))
			.withProperties(properties)
			.start();
		this.service.awaitState(ServiceState.RUNNING);
	}

	private <T> T bean(Class<T> type) {
		return this.service.context().getBean(type);
	}

	@Test
	void whenFileChangesThenBeanFollows() throws IOException {
		start("winsvc.reload.interval=50ms", "winsvc.reload.quiet-period=50ms");
		write("orders.threads: 6");
		await().until(() -> bean(Threads.class).getThreads() == 6);
		write("orders.threads: many");
		await().until(() -> bean(HeardReloads.class).results.size() == 2);
		assertThat(bean(HeardReloads.class).results.get(1)).isInstanceOf(ReloadResult.Rejected.class)
			.extracting(ReloadResult::trigger)
			.isEqualTo("file");
		assertThat(bean(Threads.class).getThreads()).isEqualTo(6);
		Files.delete(this.directory.resolve("application.yml"));
		await().until(() -> bean(Threads.class).getThreads() == 4);
		this.service.stop();
	}

	@Test
	void whenOperatorSaysThatConfigurationHasChangedThenItIsReloaded() throws IOException {
		start("winsvc.reload.watch=false");
		write("orders.threads: 6");
		this.service.send(ServiceControl.Standard.PARAMCHANGE);
		await().until(() -> bean(Threads.class).getThreads() == 6);
		assertThat(bean(HeardReloads.class).results).singleElement()
			.extracting(ReloadResult::trigger)
			.isEqualTo("PARAMCHANGE");
		this.service.stop();
	}

	@Test
	void whenConfigurationIsReloadedThenEventLogIsToldOnce() throws IOException {
		start("winsvc.reload.watch=false");
		write("orders.threads: 6\nserver.port: 9090");
		bean(ConfigReloader.class).reload("test");
		bean(ConfigReloader.class).reload("test");
		write("orders.threads: many");
		bean(ConfigReloader.class).reload("test");
		this.service.stop();
		List<EventLogEntry> entries = this.service.registered()
			.events()
			.stream()
			.filter((entry) -> entry.text().contains("orders.threads"))
			.toList();
		assertThat(entries).extracting(EventLogEntry::id).containsExactly(11, 12);
		assertThat(entries).extracting(EventLogEntry::type).containsExactly(EventType.INFORMATION, EventType.ERROR);
		assertThat(entries.get(0).text()).contains("(test, ", "orders.threads, server.port",
				"Restart the application to have these take effect: server.port");
		assertThat(entries.get(1).text()).contains("is rejected (test)", "orders.threads is many");
	}

	@Test
	void whenServiceHasAHomeThenOperatorsFindTheResultThere(@TempDir Path home) throws IOException {
		Files.createDirectories(home.resolve("logs"));
		System.setProperty(ServiceCommandLine.HOME, home.toString());
		try {
			start("winsvc.reload.watch=false");
			Path file = home.resolve("logs/last-reload.properties");
			Instant run = RunRecord.read(home.resolve("logs/last-run.properties")).orElseThrow().run().started();
			assertThat(ReloadRecord.read(file))
				.contains(new ReloadRecord(ProcessHandle.current().pid(), run, null, null, List.of()));
			Instant before = Instant.now();
			write("orders.threads: 6\nserver.port: 9090");
			this.service.send(ServiceControl.Standard.PARAMCHANGE);
			await().until(() -> ReloadRecord.read(file).orElseThrow().latest() != null);
			ReloadRecord record = ReloadRecord.read(file).orElseThrow();
			assertThat(record.run()).isEqualTo(run);
			assertThat(record.latest()).isEqualTo(record.applied());
			assertThat(record.latest().begun()).isAfterOrEqualTo(before);
			assertThat(record.latest().trigger()).isEqualTo("PARAMCHANGE");
			assertThat(record.keysForRestart()).containsExactly("server.port");
			this.service.stop();
		}
		finally {
			System.clearProperty(ServiceCommandLine.HOME);
		}
	}

	@Test
	void whenReloadIsOffThenControlIsNotAccepted() {
		start("winsvc.reload.enabled=false");
		assertThat(this.service.registered().query().status().accepted()).doesNotContain(AcceptedControl.PARAMCHANGE);
		this.service.stop();
	}

	@Test
	void whenServiceIsReloadedThenWhatTheStartHasToldStays() throws IOException {
		this.service.withProperties("spring.config.location=optional:file:%s/".formatted(this.directory),
				"winsvc.reload.watch=false");
		this.service.start("--orders.other=given");
		this.service.awaitState(ServiceState.RUNNING);
		List<String> sources = sources();
		write("orders.threads: 6");
		assertThat(bean(ConfigReloader.class).reload("test")).isInstanceOf(ReloadResult.Applied.class);
		assertThat(sources()).isEqualTo(sources);
		assertThat(this.service.context().getEnvironment().getProperty("orders.other")).isEqualTo("given");
		assertThat(this.service.context().getEnvironment().getProperty("winsvc.start.reason")).isEqualTo("demand");
		assertThat(this.service.context().getEnvironment().getProperty("spring.main.keep-alive")).isEqualTo("true");
		this.service.stop();
	}

	private List<String> sources() {
		return this.service.context()
			.getEnvironment()
			.getPropertySources()
			.stream()
			.map((source) -> source.getName())
			.toList();
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

		public int getThreads() {
			return this.threads;
		}

		public void setThreads(int threads) {
			this.threads = threads;
		}

	}

}
