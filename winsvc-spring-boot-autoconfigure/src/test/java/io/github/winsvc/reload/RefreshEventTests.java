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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.endpoint.event.RefreshEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests of reloads that somebody asks Spring Cloud for with a {@link RefreshEvent}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RefreshEventTests {

	private static final int PUBLISHERS = 20;

	@TempDir
	private Path directory;

	@AutoClose
	private ReloadedApplication application;

	@BeforeEach
	void start() {
		this.application = new ReloadedApplication(this.directory, Beans.class)
			.with("--logging.level.io.github.winsvc.reload=debug")
			.write("orders.threads: 5")
			.start();
	}

	private void publish() {
		this.application.context().publishEvent(new RefreshEvent(this, null, "test"));
	}

	private List<ReloadResult> results() {
		return this.application.bean(Gate.class).results;
	}

	@Test
	void whenManyPublishWhileOneReloadsThenTheyShareTheNextReload(CapturedOutput output) throws InterruptedException {
		Gate gate = this.application.bean(Gate.class);
		this.application.write("orders.threads: 6");
		Thread first = new Thread(this::publish);
		first.start();
		assertThat(gate.reached.await(10, TimeUnit.SECONDS)).isTrue();
		this.application.write("orders.threads: 7");
		List<Thread> publishers = new ArrayList<>();
		for (int i = 0; i < PUBLISHERS; i++) {
			Thread publisher = new Thread(this::publish);
			publisher.start();
			publishers.add(publisher);
		}
		await().until(() -> publishers.stream().allMatch((each) -> each.getState() == Thread.State.WAITING));
		gate.open.countDown();
		first.join(10_000);
		for (Thread publisher : publishers) {
			publisher.join(10_000);
		}
		assertThat(this.application.bean(OrderProperties.class).getThreads()).isEqualTo(7);
		assertThat(results()).hasSize(2).hasOnlyElementsOfType(ReloadResult.Applied.class);
		assertThat(output).doesNotContain("The configuration is as before");
		publish();
		assertThat(output).containsOnlyOnce("The configuration is as before (refresh)");
	}

	@Test
	void whenChangeIsInvalidThenPublisherIsToldAndNothingIsDone() {
		this.application.bean(Gate.class).open.countDown();
		this.application.write("orders.threads: 5000");
		assertThatExceptionOfType(ReloadRefusedException.class).isThrownBy(this::publish)
			.withMessageContaining("orders.threads is 5000");
		assertThat(this.application.bean(OrderProperties.class).getThreads()).isEqualTo(5);
		assertThat(results()).singleElement().isInstanceOf(ReloadResult.Rejected.class);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(OrderProperties.class)
	static class Beans {

		@Bean
		Gate gate() {
			return new Gate();
		}

	}

	/**
	 * Holds up a change until it is opened.
	 */
	static class Gate implements ConfigReloadCheck {

		private final CountDownLatch reached = new CountDownLatch(1);

		private final CountDownLatch open = new CountDownLatch(1);

		private final List<ReloadResult> results = new CopyOnWriteArrayList<>();

		@Override
		public void check(ConfigChange change) {
			this.reached.countDown();
			try {
				this.open.await(10, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		@EventListener
		void reloaded(ConfigReloadedEvent event) {
			this.results.add(event.result());
		}

		@EventListener
		void rejected(ConfigReloadRejectedEvent event) {
			this.results.add(event.result());
		}

	}

}
