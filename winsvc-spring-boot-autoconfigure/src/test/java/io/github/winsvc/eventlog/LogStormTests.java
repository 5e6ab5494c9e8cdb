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

package io.github.winsvc.eventlog;

import java.time.Duration;
import java.time.InstantSource;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.github.winsvc.scm.EventLog;
import io.github.winsvc.scm.EventLogEntry;
import io.github.winsvc.test.scm.FakeEventLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.logging.LogLevel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A storm of lines: each ends in one of the numbers, and none is kept.
 */
class LogStormTests {

	private static final int LINES = 1_000_000;

	/** A small part of what the lines of a storm would take. */
	private static final long BOUND = 64 * 1024 * 1024;

	private final FakeEventLog machine = new FakeEventLog(InstantSource.system());

	private final LoggerContext context = new LoggerContext();

	private final Logger logger = this.context.getLogger("shop.Orders");

	private ServiceEventLog log(EventLog door, int rateLimit) {
		ServiceEventLog log = new ServiceEventLog(door, (logger) -> false);
		log.configure(new EventLogSettings(true, LogLevel.WARN, 256, rateLimit));
		new LogbackAttachment(log, this.context).attach();
		this.context.start();
		return log;
	}

	@AfterEach
	void stop() {
		this.context.stop();
	}

	private void storm() {
		for (int i = 0; i < LINES; i++) {
			this.logger.warn("Order {} has no stock, although there was some {} before", i, "a minute");
		}
	}

	private static long usedMemory() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	private static void assertAllAreCounted(EventLogCounts counts) {
		assertThat(counts.written() + counts.leftOut()).isEqualTo(LINES);
	}

	@Test
	void whenThereIsALimitThenItIsWrittenAndTheOthersAreTold() {
		ServiceEventLog log = log(this.machine.open("orders"), 100);
		long before = usedMemory();
		storm();
		assertThat(usedMemory() - before).isLessThan(BOUND);
		log.close(Duration.ofSeconds(20));
		EventLogCounts counts = log.counts();
		assertAllAreCounted(counts);
		assertThat(counts.written()).isBetween(100L, 300L);
		assertThat(counts.suppressed()).isEqualTo(LINES - counts.written());
		assertThat(this.machine.entries("orders")).filteredOn((entry) -> entry.id() == 30)
			.hasSizeBetween(1, 3)
			.last()
			.extracting(EventLogEntry::text)
			.asString()
			.contains("entries were left out");
	}

	@Test
	void whenTheLogHangsAndThereIsNoLimitThenMemoryIsFlatAllTheSame() throws Exception {
		GatedEventLog gated = new GatedEventLog(this.machine.open("orders"));
		ServiceEventLog log = log(gated, 0);
		long before = usedMemory();
		storm();
		assertThat(usedMemory() - before).isLessThan(BOUND);
		gated.open();
		log.close(Duration.ofSeconds(20));
		EventLogCounts counts = log.counts();
		assertAllAreCounted(counts);
		assertThat(counts.dropped()).isEqualTo(LINES - counts.written()).isGreaterThan(LINES - 300);
	}

}
