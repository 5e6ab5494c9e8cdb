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

package io.github.winsvc.registry;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import io.github.winsvc.scm.ServiceKey;
import io.github.winsvc.scm.ServiceName;
import io.github.winsvc.test.scm.FakeServiceKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class RegistryThreadTests {

	private static final Duration QUIET = Duration.ofMillis(100);

	private final FakeServiceKey key = new FakeServiceKey(new ServiceName("orders"));

	private final RegistryConfiguration configuration = new RegistryConfiguration(this.key);

	private final AtomicInteger reloads = new AtomicInteger();

	private final RegistryThread thread = new RegistryThread(this.configuration, QUIET, this::reload);

	@BeforeEach
	void prepare() {
		StandardEnvironment environment = new StandardEnvironment();
		this.configuration.addTo(environment);
		this.configuration.settle(environment, true, true);
	}

	@AfterEach
	void stop() {
		this.thread.stop();
	}

	private void reload() {
		this.configuration.addTo(new StandardEnvironment());
		this.reloads.incrementAndGet();
	}

	private void start() {
		this.thread.start();
		await().until(() -> this.key.openWatches() == 1);
	}

	private void awaitReloads(int number) {
		await().during(QUIET.multipliedBy(3)).until(() -> this.reloads.get() == number);
	}

	@Test
	void whenNothingHasChangedThenNothingIsReloaded() {
		start();
		this.key.touch();
		awaitReloads(0);
	}

	@Test
	void whenValueIsWrittenBeforeTheWatchBeginsThenItIsReloaded() {
		this.key.put("orders.limit", "5");
		start();
		awaitReloads(1);
	}

	@Test
	void whenManyValuesAreWrittenThenThereIsOneReloadOnceItIsQuiet() {
		start();
		for (int i = 0; i < 20; i++) {
			this.key.put("orders.limit" + i, "5");
		}
		awaitReloads(1);
		this.key.remove("orders.limit0");
		awaitReloads(2);
	}

	@Test
	void whenValueIsTakenBackAtOnceThenNothingIsReloaded() {
		start();
		this.key.put("orders.limit", "5");
		this.key.remove("orders.limit");
		awaitReloads(0);
	}

	@Test
	void whenVariableIsWrittenThenItIsReloaded() {
		start();
		this.key.setVariable("ORDERS_LIMIT", "5");
		awaitReloads(1);
	}

	@Test
	void whenThreadIsStoppedThenNothingStaysOpenAndItCanBeginAgain() {
		start();
		assertThat(this.thread.isRunning()).isTrue();
		this.thread.stop();
		await().until(() -> this.key.openWatches() == 0);
		this.key.put("orders.limit", "5");
		assertThat(this.thread.isRunning()).isFalse();
		start();
		awaitReloads(1);
	}

	@Test
	void whenKeyCannotBeWatchedThenThatIsSaidOnce(CapturedOutput output) {
		this.key.setUnwatchable(true);
		this.thread.start();
		await().until(() -> output.getOut().contains("cannot be watched: RegOpenKeyEx failed: 5 ERROR_ACCESS_DENIED"));
		assertThat(output).contains("HKLM\\SYSTEM\\CurrentControlSet\\Services\\orders")
			.containsOnlyOnce("cannot be watched");
		assertThat(this.key.openWatches()).isZero();
	}

	@Test
	void whenThereIsNoRegistryThenTheThreadEndsAllTheSame() {
		Set<Thread> others = threads();
		RegistryThread idle = new RegistryThread(new RegistryConfiguration(ServiceKey.NONE), QUIET, this::reload);
		idle.start();
		await().until(() -> !others.containsAll(threads()));
		idle.stop();
		await().until(() -> others.containsAll(threads()));
		assertThat(this.reloads).hasValue(0);
	}

	/**
	 * Services of other tests may have died without a stop.
	 */
	private static Set<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("winsvc-registry"))
			.collect(Collectors.toSet());
	}

}
