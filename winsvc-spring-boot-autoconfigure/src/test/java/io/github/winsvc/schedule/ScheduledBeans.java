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

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.winsvc.reload.FailingParticipant;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Beans with scheduled methods, and their schedulers.
 */
final class ScheduledBeans {

	private ScheduledBeans() {
	}

	@Configuration(proxyBeanMethods = false)
	static class Participants {

		@Bean
		FailingParticipant failingParticipant() {
			return new FailingParticipant();
		}

	}

	@EnableScheduling
	static class Rate extends Ticker {

		@Scheduled(fixedRateString = "${orders.tick}")
		void run() {
			tick();
		}

	}

	@EnableScheduling
	static class Token extends Ticker {

		@Scheduled(fixedRateString = "${orders.token}")
		void run() {
			tick();
		}

	}

	@EnableScheduling
	static class Delay extends Ticker {

		@Scheduled(fixedDelayString = "${orders.delay}")
		void run() {
			tick();
		}

	}

	@EnableScheduling
	static class Cron extends Ticker {

		@Scheduled(cron = "${orders.cron}", zone = "${orders.zone:UTC}")
		void run() {
			tick();
		}

	}

	@EnableScheduling
	static class Kinds extends Ticker {

		@Scheduled(cron = "${orders.cron:}", fixedRateString = "${orders.rate:}", zone = "${orders.zone:}")
		void run() {
			tick();
		}

	}

	@EnableScheduling
	static class Two {

		final Ticker a = new Ticker();

		final Ticker b = new Ticker();

		final Ticker fixed = new Ticker();

		@Scheduled(fixedRateString = "${a}")
		void a() {
			this.a.tick();
		}

		@Scheduled(fixedRateString = "${b}")
		void b() {
			this.b.tick();
		}

		@Scheduled(fixedRate = 1, timeUnit = TimeUnit.HOURS)
		void fixed() {
			this.fixed.tick();
		}

	}

	@EnableScheduling
	static class Nested {

		final Ticker nested = new Ticker();

		final Ticker relaxed = new Ticker();

		@Scheduled(fixedRateString = "${orders.${kind}.tick}")
		void nested() {
			this.nested.tick();
		}

		@Scheduled(fixedRateString = "${missing:${orders-fast-tick}}")
		void relaxed() {
			this.relaxed.tick();
		}

	}

	@EnableScheduling
	static class Slow extends Ticker {

		final CountDownLatch inside = new CountDownLatch(1);

		final CountDownLatch leave = new CountDownLatch(1);

		final AtomicInteger now = new AtomicInteger();

		final AtomicInteger most = new AtomicInteger();

		volatile boolean interrupted;

		@Scheduled(fixedRateString = "${slow}")
		void run() {
			tick();
			this.most.accumulateAndGet(this.now.incrementAndGet(), Math::max);
			this.inside.countDown();
			try {
				this.leave.await();
			}
			catch (InterruptedException ex) {
				this.interrupted = true;
			}
			this.now.decrementAndGet();
		}

	}

	static class Pool {

	}

	@Configuration(proxyBeanMethods = false)
	static class Async {

		@Bean
		SimpleAsyncTaskScheduler taskScheduler() {
			return new SimpleAsyncTaskScheduler();
		}

	}

	static class AsyncRate extends Rate {

		@Bean
		static SimpleAsyncTaskScheduler taskScheduler() {
			return new SimpleAsyncTaskScheduler();
		}

	}

	@EnableScheduling
	static class Configurer extends Ticker implements SchedulingConfigurer {

		@Override
		public void configureTasks(ScheduledTaskRegistrar registrar) {
			registrar.addFixedRateTask(this::tick, Duration.ofHours(1));
		}

		@Bean
		static Rate rate() {
			return new Rate();
		}

	}

	@EnableScheduling
	static class Fixed {

		final Ticker reactive = new Ticker();

		final Ticker expression = new Ticker();

		final Ticker delayed = new Ticker();

		@Scheduled(fixedRateString = "${reactive}")
		Mono<Void> reactive() {
			return Mono.fromRunnable(this.reactive::tick);
		}

		@Scheduled(fixedRateString = "#{${seconds} * 1000}")
		void expression() {
			this.expression.tick();
		}

		@Scheduled(fixedRateString = "${started}", initialDelayString = "${initial:0}")
		void delayed() {
			this.delayed.tick();
		}

	}

	@EnableScheduling
	static class Asking extends Ticker {

		@Bean
		static Shop shop() {
			return new Shop();
		}

		@Scheduled(fixedRateString = "#{@shop.tickRate.toMillis()}")
		void run() {
			tick();
		}

	}

	@ConfigurationProperties("shop")
	public static class Shop {

		private Duration tickRate = Duration.ofHours(1);

		private int other;

		public Duration getTickRate() {
			return this.tickRate;
		}

		public void setTickRate(Duration tickRate) {
			this.tickRate = tickRate;
		}

		public int getOther() {
			return this.other;
		}

		public void setOther(int other) {
			this.other = other;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnProcessor {

		@Bean
		static ScheduledAnnotationBeanPostProcessor processor() {
			return new ScheduledAnnotationBeanPostProcessor();
		}

		@Bean
		Rate rate() {
			return new Unenabled();
		}

	}

	static class Unenabled extends Rate {

	}

	@EnableScheduling
	static class Once extends Ticker {

		@Scheduled(initialDelayString = "${orders.first}")
		void run() {
			tick();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Prototypes {

		@Bean
		@Scope(BeanDefinition.SCOPE_PROTOTYPE)
		Rate rate() {
			return new Rate();
		}

	}

}
