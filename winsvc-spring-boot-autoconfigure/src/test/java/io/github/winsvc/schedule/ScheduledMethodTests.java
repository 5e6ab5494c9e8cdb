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

package io.github.winsvc.schedule;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ScheduledMethod}.
 */
class ScheduledMethodTests {

	private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

	private final ScheduledTaskRegistrar registrar = new ScheduledTaskRegistrar();

	private final Ticker ticker = new Ticker();

	@BeforeEach
	void initialize() {
		this.scheduler.initialize();
	}

	@AfterEach
	void shutDown() {
		this.scheduler.shutdown();
	}

	private static ScheduleText rate(String rate) {
		return new ScheduleText(Map.of(ScheduleAttribute.FIXED_RATE, rate), TimeUnit.SECONDS);
	}

	private ScheduledMethod method(String rate) {
		return new ScheduledMethod(this.registrar, this.ticker::tick, rate("${rate}"), rate(rate));
	}

	@Test
	void whenTimingChangesBeforeThereIsSchedulerThenTheNewOneTakesEffectWithIt() throws Exception {
		ScheduledMethod method = method("20ms");
		method.start(false);
		method.follow(rate("1h"));
		this.registrar.setTaskScheduler(this.scheduler);
		this.registrar.afterPropertiesSet();
		this.ticker.awaitTotal(1);
		method.registered();
		this.ticker.assertRests();
		method.follow(rate("20ms"));
		this.ticker.awaitMore(3);
	}

	@Test
	void whenTaskHasBeenReplacedThenItDoesNothing() throws Exception {
		this.registrar.setTaskScheduler(this.scheduler);
		ScheduledMethod method = method("1h");
		method.start(true);
		this.ticker.awaitTotal(1);
		ScheduledTask former = method.task();
		assertThat(former).isNotNull();
		method.follow(rate("2h"));
		former.getTask().getRunnable().run();
		this.ticker.assertRests();
	}

	@Test
	void whenRetiredThenItFollowsNoMore() throws Exception {
		this.registrar.setTaskScheduler(this.scheduler);
		ScheduledMethod method = method("20ms");
		method.start(true);
		this.ticker.awaitMore(2);
		method.retire();
		this.ticker.assertRests();
		method.follow(rate("10ms"));
		this.ticker.assertRests();
		assertThat(method.task()).isNull();
	}

}
