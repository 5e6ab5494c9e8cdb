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

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.github.winsvc.reload.ReloadedApplication;
import io.github.winsvc.schedule.ScheduledBeans.Asking;
import io.github.winsvc.schedule.ScheduledBeans.Async;
import io.github.winsvc.schedule.ScheduledBeans.AsyncRate;
import io.github.winsvc.schedule.ScheduledBeans.Configurer;
import io.github.winsvc.schedule.ScheduledBeans.Cron;
import io.github.winsvc.schedule.ScheduledBeans.Delay;
import io.github.winsvc.schedule.ScheduledBeans.Fixed;
import io.github.winsvc.schedule.ScheduledBeans.Kinds;
import io.github.winsvc.schedule.ScheduledBeans.Nested;
import io.github.winsvc.schedule.ScheduledBeans.Once;
import io.github.winsvc.schedule.ScheduledBeans.OwnProcessor;
import io.github.winsvc.schedule.ScheduledBeans.Participants;
import io.github.winsvc.schedule.ScheduledBeans.Pool;
import io.github.winsvc.schedule.ScheduledBeans.Prototypes;
import io.github.winsvc.schedule.ScheduledBeans.Rate;
import io.github.winsvc.schedule.ScheduledBeans.Slow;
import io.github.winsvc.schedule.ScheduledBeans.Token;
import io.github.winsvc.schedule.ScheduledBeans.Two;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of scheduled methods that follow the configuration, with real schedulers.
 */
class ScheduleReloadTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	@TempDir
	private Path directory;

	@AutoClose
	private ReloadedApplication application;

	private ReloadedApplication start(Class<?> source, String... lines) {
		this.application = new ReloadedApplication(this.directory, source, Participants.class);
		return this.application.with("--spring.task.scheduling.pool.size=4").write(lines).start();
	}

	private Set<ScheduledTask> tasks() {
		return this.application.bean(ScheduledTaskHolder.class).getScheduledTasks();
	}

	@Test
	void whenRateIsShortenedThenMethodRunsByTheNewOne() {
		start(Rate.class, "orders.tick: 1h");
		Rate rate = this.application.bean(Rate.class);
		rate.awaitTotal(1);
		this.application.write("orders.tick: 20ms");
		assertThat(this.application.apply().keysForRestart()).isEmpty();
		rate.awaitMore(3);
	}

	@Test
	void whenRateIsLengthenedThenMethodRests() throws Exception {
		start(Rate.class, "orders.tick: 20");
		Rate rate = this.application.bean(Rate.class);
		rate.awaitMore(3);
		this.application.write("orders.tick: 3600000");
		this.application.apply();
		rate.assertRests();
	}

	@Test
	void whenAnotherPropertyChangesThenTaskIsNotTouched() {
		start(Rate.class, "orders.tick: 1h");
		this.application.bean(Rate.class).awaitTotal(1);
		Set<ScheduledTask> before = tasks();
		this.application.write("orders.tick: 60m", "other: 1");
		this.application.apply();
		assertThat(tasks()).isEqualTo(before);
		assertThat(this.application.bean(Rate.class).ticks()).isOne();
	}

	@Test
	void whenOneMethodOfBeanFollowsThenTheOthersAreNotTouched() {
		start(Two.class, "a: 1h", "b: 1h");
		Two two = this.application.bean(Two.class);
		two.a.awaitTotal(1);
		two.b.awaitTotal(1);
		this.application.write("a: 20ms", "b: 1h");
		this.application.apply();
		two.a.awaitMore(3);
		assertThat(two.b.ticks()).isOne();
		assertThat(two.fixed.ticks()).isLessThanOrEqualTo(1);
	}

	@Test
	void whenDelayFollowsThenItCountsFromTheEndOfTheLastRun() throws Exception {
		start(Delay.class, "orders.delay: 1h");
		Delay delay = this.application.bean(Delay.class);
		delay.awaitTotal(1);
		this.application.write("orders.delay: 20ms");
		this.application.apply();
		delay.awaitMore(3);
		this.application.write("orders.delay: 1h");
		this.application.apply();
		delay.assertRests();
	}

	@ParameterizedTest
	@ValueSource(classes = { Pool.class, Async.class })
	void whenMethodRunsMeanwhileThenThatRunEndsBeforeTheNext(Class<?> scheduler) throws Exception {
		this.application = new ReloadedApplication(this.directory, Slow.class, scheduler);
		this.application.with("--spring.task.scheduling.pool.size=4").write("slow: 1h").start();
		Slow slow = this.application.bean(Slow.class);
		assertThat(slow.inside.await(30, TimeUnit.SECONDS)).isTrue();
		this.application.write("slow: 10ms");
		this.application.apply();
		Thread.sleep(200);
		assertThat(slow.ticks()).isOne();
		assertThat(slow.interrupted).isFalse();
		slow.leave.countDown();
		slow.awaitMore(3);
		if (scheduler == Pool.class) {
			// The other begins a run even if the one before has not ended
			assertThat(slow.most).hasValue(1);
		}
	}

	@Test
	void whenSchedulerHasThreadsOfItsOwnForEachRunThenMethodsFollow() throws Exception {
		start(AsyncRate.class, "orders.tick: 1h");
		Rate rate = this.application.bean(Rate.class);
		rate.awaitTotal(1);
		this.application.write("orders.tick: 20ms");
		this.application.apply();
		rate.awaitMore(3);
		this.application.write("orders.tick: 1h");
		this.application.apply();
		rate.assertRests();
	}

	@Test
	void whenCronIsSwitchedOnAndOffThenMethodFollows() throws Exception {
		start(Cron.class, "orders.cron: '-'");
		Cron cron = this.application.bean(Cron.class);
		assertThat(tasks()).isEmpty();
		this.application.write("orders.cron: '* * * * * *'");
		this.application.apply();
		assertThat(tasks()).hasSize(1);
		cron.awaitMore(2);
		this.application.write("orders.cron: '-'");
		this.application.apply();
		assertThat(tasks()).isEmpty();
		cron.assertRests(1500);
	}

	@Test
	void whenKindOfTimingChangesThenMethodFollows() throws Exception {
		start(Kinds.class, "orders.cron: '0 0 0 1 1 *'");
		Kinds kinds = this.application.bean(Kinds.class);
		this.application.write("orders.rate: 20ms");
		this.application.apply();
		kinds.awaitMore(3);
		assertThat(tasks()).singleElement()
			.satisfies((task) -> assertThat(task.getTask()).isInstanceOf(FixedRateTask.class));
		this.application.write("orders.cron: '0 0 0 1 1 *'");
		this.application.apply();
		kinds.assertRests();
	}

	@ParameterizedTest
	@CsvSource({ "orders.fast.tick: 20ms", "base: 20ms", "ordersFastTick: 20ms" })
	void whenKeyIsNestedOrSpeltOtherwiseThenMethodFollows(String line) {
		start(Nested.class, "kind: fast", "base: 1h", "orders.fast.tick: ${base}", "orders-fast-tick: 1h");
		Nested nested = this.application.bean(Nested.class);
		nested.nested.awaitTotal(1);
		nested.relaxed.awaitTotal(1);
		String rest = line.startsWith("base") ? "orders.fast.tick: ${base}" : "base: 1h";
		this.application.write("kind: fast", line, rest, line.startsWith("orders.") ? "" : "x: y",
				line.startsWith("ordersF") ? "orders.fast.tick: ${base}" : "orders-fast-tick: 1h");
		this.application.apply();
		(line.startsWith("ordersF") ? nested.relaxed : nested.nested).awaitMore(3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					orders.tick: soon | orders.tick is soon: must be a duration above 0 such as 500ms, 10s or 1h, or a number of milliseconds (for
					orders.tick: 0    | orders.tick is 0: must be a duration above 0
					orders.tick: -5s  | orders.tick is -5s: must be a duration above 0
					x: y              | orders.tick is not set: Could not resolve placeholder 'orders.tick'
					""")
	void whenIntervalIsInvalidThenChangeIsRejectedAndNothingIsTouched(String line, String reason) {
		start(Rate.class, "orders.tick: 1h");
		this.application.bean(Rate.class).awaitTotal(1);
		Set<ScheduledTask> before = tasks();
		this.application.write(line);
		assertThat(this.application.reject().reasons()).singleElement().asString().startsWith(reason);
		assertThat(tasks()).isEqualTo(before);
		assertThat(this.application.property("orders.tick")).isEqualTo("1h");
		assertThat(this.application.bean(Rate.class).ticks()).isOne();
	}

	@Test
	void whenReasonIsToldThenItNamesMethodAndPlace() {
		start(Rate.class, "orders.tick: 1h");
		this.application.write("orders.tick: soon");
		assertThat(this.application.reject().reasons()).singleElement()
			.asString()
			.contains("Rate.run")
			.contains("application.yml")
			.endsWith("1:14)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			orders.cron: hourly             | orders.cron is hourly: must be a cron expression such as
			orders.zone: Mars               | orders.zone is Mars: must be a time zone such as
			orders.rate: 5s                 | orders.rate is 5s: only one of cron, fixed delay and fixed rate can be
			""")
	void whenCronIsInvalidThenChangeIsRejected(String line, String reason) {
		start(Kinds.class, "orders.cron: '0 0 0 1 1 *'");
		Set<ScheduledTask> before = tasks();
		this.application.write(line.startsWith("orders.cron") ? "x: y" : "orders.cron: '0 0 0 1 1 *'", line);
		assertThat(this.application.reject().reasons()).singleElement().asString().startsWith(reason);
		assertThat(tasks()).isEqualTo(before);
	}

	@Test
	void whenNameIsThatOfSecretThenReasonDoesNotTellItsValue() {
		start(Token.class, "orders.token: 1h");
		this.application.write("orders.token: s3cr3t");
		assertThat(this.application.reject().reasons()).singleElement()
			.asString()
			.startsWith("orders.token has a value that it cannot have")
			.doesNotContain("s3cr3t");
	}

	@Test
	void whenLaterPartFailsThenMethodRunsByTheFormerTiming() throws Exception {
		start(Two.class, "a: 1h", "b: 20ms");
		Two two = this.application.bean(Two.class);
		two.a.awaitTotal(1);
		this.application.write("a: 20ms", "b: 1h", "fail: true");
		assertThat(this.application.reject().reasons()).containsExactly("fails on purpose");
		two.a.assertRests();
		two.b.awaitMore(3);
		this.application.write("a: 20ms", "b: 1h");
		this.application.apply();
		two.a.awaitMore(3);
		two.b.assertRests();
	}

	@Test
	void whenServiceIsPausedThenReloadDoesNotWakeIt() throws Exception {
		start(Rate.class, "orders.tick: 1h");
		Rate rate = this.application.bean(Rate.class);
		rate.awaitTotal(1);
		this.application.context().pause();
		this.application.write("orders.tick: 20ms");
		this.application.apply();
		rate.assertRests();
		this.application.context().restart();
		rate.awaitMore(3);
	}

	@Test
	void whenTaskIsThatOfConfigurerThenItIsLeftAlone() {
		start(Configurer.class, "orders.tick: 1h");
		Configurer configurer = this.application.bean(Configurer.class);
		configurer.awaitTotal(1);
		this.application.bean(Rate.class).awaitTotal(1);
		this.application.write("orders.tick: 20ms");
		this.application.apply();
		this.application.bean(Rate.class).awaitMore(3);
		assertThat(configurer.ticks()).isOne();
	}

	@Test
	void whenMethodCannotFollowThenItsKeysNeedRestart() {
		start(Fixed.class, "reactive: 1h", "seconds: 3600", "started: 1h");
		Fixed fixed = this.application.bean(Fixed.class);
		fixed.reactive.awaitTotal(1);
		fixed.expression.awaitTotal(1);
		fixed.delayed.awaitTotal(1);
		this.application.write("reactive: 20ms", "seconds: 1", "started: 2h");
		assertThat(this.application.apply().keysForRestart()).containsExactly("reactive", "seconds");
		this.application.write("reactive: 20ms", "seconds: 1", "started: 2h", "initial: 5m");
		assertThat(this.application.apply().keysForRestart()).containsExactly("initial");
		assertThat(fixed.reactive.ticks()).isOne();
		assertThat(fixed.expression.ticks()).isOne();
		assertThat(fixed.delayed.ticks()).isOne();
	}

	@Test
	void whenMethodAsksBeanThenItsKeyNeedsRestart() {
		start(Asking.class, "shop.tick-rate: 1h", "shop.other: 1");
		Asking asking = this.application.bean(Asking.class);
		asking.awaitTotal(1);
		this.application.write("shop.tick-rate: 20ms", "shop.other: 2");
		assertThat(this.application.apply().keysForRestart()).containsExactly("shop.tick-rate");
		assertThat(asking.ticks()).isOne();
	}

	@Test
	void whenApplicationBringsProcessorThenItRemainsAndKeysNeedRestart() {
		start(OwnProcessor.class, "orders.tick: 1h");
		Rate rate = this.application.bean(Rate.class);
		rate.awaitTotal(1);
		this.application.write("orders.tick: 20ms");
		assertThat(this.application.apply().keysForRestart()).containsExactly("orders.tick");
		assertThat(this.application.bean(ScheduledAnnotationBeanPostProcessor.class))
			.isNotInstanceOf(FollowingProcessor.class);
		assertThat(rate.ticks()).isOne();
	}

	@Test
	void whenFirstRunIsAwaitedThenItsDelayFollows() {
		start(Once.class, "orders.first: 1h");
		Once once = this.application.bean(Once.class);
		assertThat(once.ticks()).isZero();
		this.application.write("orders.first: 10ms");
		this.application.apply();
		once.awaitTotal(1);
		this.application.write("orders.first: 20ms");
		assertThat(this.application.apply().keysForRestart()).containsExactly("orders.first");
		assertThat(once.ticks()).isOne();
	}

	@Test
	void whenBeanIsDestroyedThenItsMethodsRunNoMore() throws Exception {
		start(Prototypes.class, "orders.tick: 1h");
		Rate rate = this.application.bean(Rate.class);
		rate.awaitTotal(1);
		this.application.write("orders.tick: 20ms");
		this.application.apply();
		rate.awaitMore(3);
		this.application.context().getBeanFactory().destroyBean(rate);
		await().atMost(LONG).until(() -> tasks().isEmpty());
		rate.assertRests();
		this.application.write("orders.tick: 10ms");
		this.application.apply();
		rate.assertRests();
	}

	@Test
	void whenSingletonIsDestroyedThenItsMethodsRunNoMore() throws Exception {
		start(Rate.class, "orders.tick: 1h");
		Rate rate = this.application.bean(Rate.class);
		this.application.write("orders.tick: 20ms");
		this.application.apply();
		rate.awaitMore(3);
		((DefaultListableBeanFactory) this.application.context().getBeanFactory())
			.destroySingleton(this.application.context().getBeanNamesForType(Rate.class)[0]);
		rate.assertRests();
		assertThat(tasks()).isEmpty();
	}

	@Test
	void whenMethodHasFollowedOftenThenThereIsOneTask() {
		start(Rate.class, "orders.tick: 1h");
		for (int i = 1; i <= 30; i++) {
			this.application.write("orders.tick: " + i + "h");
			this.application.reload();
		}
		assertThat(tasks()).singleElement()
			.satisfies((task) -> assertThat(((IntervalTask) task.getTask()).getIntervalDuration())
				.isEqualTo(Duration.ofHours(30)));
		assertThat(this.application.bean(Rate.class).ticks()).isLessThanOrEqualTo(1);
	}

}
