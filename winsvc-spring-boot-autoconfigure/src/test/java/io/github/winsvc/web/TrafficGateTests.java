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

package io.github.winsvc.web;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TrafficGate}.
 */
class TrafficGateTests {

	private final AtomicInteger emptied = new AtomicInteger();

	private final TrafficGate gate = new TrafficGate();

	private void close() {
		this.gate.stop(this.emptied::incrementAndGet);
	}

	@Test
	void whenNotYetStartedThenGateIsOpen() {
		assertThat(this.gate.isRunning()).isTrue();
		assertThat(this.gate.enter()).isTrue();
	}

	@Test
	void whenNobodyIsInsideThenClosingIsOverAtOnce() {
		close();
		assertThat(this.emptied).hasValue(1);
		assertThat(this.gate.isRunning()).isFalse();
	}

	@Test
	void whenGateIsClosedThenNobodyEnters() {
		close();
		assertThat(this.gate.enter()).isFalse();
	}

	@Test
	void whenSomebodyIsInsideThenClosingIsOverWhenTheLastOneHasLeft() {
		this.gate.enter();
		this.gate.enter();
		close();
		this.gate.leave();
		assertThat(this.emptied).hasValue(0);
		this.gate.leave();
		assertThat(this.emptied).hasValue(1);
	}

	@Test
	void whenGateIsOpenedAgainThenTheFormerWaitIsForgotten() {
		this.gate.enter();
		close();
		this.gate.start();
		this.gate.leave();
		assertThat(this.emptied).hasValue(0);
		assertThat(this.gate.enter()).isTrue();
		this.gate.leave();
		close();
		assertThat(this.emptied).hasValue(1);
	}

	@Test
	void whenItsContextIsClosedThenGateStaysAsItIs() {
		try (StaticApplicationContext context = new StaticApplicationContext()) {
			this.gate.setApplicationContext(context);
			this.gate.enter();
			this.gate.onApplicationEvent(new ContextClosedEvent(context));
			close();
			assertThat(this.emptied).hasValue(1);
			assertThat(this.gate.enter()).isTrue();
		}
	}

	@Test
	void whenAnotherContextIsClosedThenGateCanStillClose() {
		try (StaticApplicationContext context = new StaticApplicationContext();
				StaticApplicationContext child = new StaticApplicationContext()) {
			this.gate.setApplicationContext(context);
			this.gate.onApplicationEvent(new ContextClosedEvent(child));
			close();
			assertThat(this.gate.enter()).isFalse();
		}
	}

	@Test
	void whenManyEnterWhileGateClosesThenClosingIsOverOnceAndNobodyIsInside() throws InterruptedException {
		AtomicInteger inside = new AtomicInteger();
		AtomicBoolean over = new AtomicBoolean();
		ExecutorService clients = Executors.newFixedThreadPool(4);
		for (int i = 0; i < 4; i++) {
			clients.execute(() -> {
				while (!over.get()) {
					if (this.gate.enter()) {
						inside.incrementAndGet();
						inside.decrementAndGet();
						this.gate.leave();
					}
				}
			});
		}
		for (int round = 0; round < 2000; round++) {
			CountDownLatch closed = new CountDownLatch(1);
			AtomicInteger left = new AtomicInteger(-1);
			this.gate.stop(() -> {
				left.set(inside.get());
				closed.countDown();
			});
			assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
			assertThat(left).hasValue(0);
			this.gate.start();
		}
		over.set(true);
		clients.shutdown();
		assertThat(clients.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
	}

}
