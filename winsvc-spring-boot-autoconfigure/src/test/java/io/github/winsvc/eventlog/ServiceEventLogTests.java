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
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import io.github.winsvc.scm.EventLog;
import io.github.winsvc.scm.EventLogEntry;
import io.github.winsvc.scm.Win32Error;
import io.github.winsvc.test.scm.FakeEventLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServiceEventLog}, with no logging system attached.
 */
@ExtendWith(OutputCaptureExtension.class)
class ServiceEventLogTests {

	private static final Duration BOUND = Duration.ofSeconds(20);

	private final AtomicLong nanoTime = new AtomicLong();

	private final FakeEventLog machine = new FakeEventLog(InstantSource.system());

	private ServiceEventLog log = log(this.machine.open("orders"));

	private ServiceEventLog log(EventLog door) {
		return new ServiceEventLog(door, (logger) -> logger.equals("told.elsewhere"), this.nanoTime::get);
	}

	private void line(String text) {
		this.log.line(ServiceEvent.LOG_WARNING, "shop.Orders", "main", () -> text, null);
	}

	private static EventLogSettings settings(int queueSize, int rateLimit) {
		return new EventLogSettings(true, LogLevel.WARN, queueSize, rateLimit);
	}

	private List<EventLogEntry> entries() {
		return this.machine.entries("orders");
	}

	@Test
	void whenSomethingIsReportedThenItIsWrittenWithTheNumbersOfItsKind() {
		this.log.report(ServiceEvent.STARTED, "The service 'orders' has started.");
		this.log.report(ServiceEvent.BROKEN, "Broken", new IllegalStateException("no stock"));
		this.log.close(BOUND);
		assertThat(entries()).hasSize(2);
		assertThat(entries().get(0))
			.isEqualTo(new EventLogEntry(ServiceEvent.STARTED.type(), 1, 1, "The service 'orders' has started."));
		assertThat(entries().get(1).category()).isEqualTo(3);
		assertThat(entries().get(1).text())
			.startsWith("Broken\r\n\r\njava.lang.IllegalStateException: no stock\r\n    at ");
		assertThat(this.log.counts()).isEqualTo(new EventLogCounts(2, 0, 0, 0));
	}

	@Test
	void whenALineIsTakenThenLoggerAndThreadFollow() {
		line("Low stock");
		this.log.close(BOUND);
		assertThat(entries()).singleElement().satisfies((entry) -> {
			assertThat(entry.id()).isEqualTo(101);
			assertThat(entry.text()).isEqualTo("Low stock\r\n\r\nLogger: shop.Orders\r\nThread: main");
		});
	}

	@Test
	void whenALineIsToldElsewhereThenItIsNoEntry() {
		this.log.line(ServiceEvent.LOG_ERROR, "told.elsewhere", "main", () -> "Twice", null);
		this.log.line(ServiceEvent.LOG_ERROR, EventLogWriter.class.getName(), "main", () -> "In a circle", null);
		this.log.close(BOUND);
		assertThat(entries()).isEmpty();
	}

	@Test
	void whenEntriesComeTooFastThenThoseBeyondAreCountedAndToldWithinAMinute() {
		this.log.configure(settings(1000, 10));
		for (int i = 0; i < 50; i++) {
			line("line " + i);
		}
		this.log.flush(BOUND);
		assertThat(entries()).hasSize(10);
		assertThat(this.log.counts()).isEqualTo(new EventLogCounts(10, 40, 0, 0));
		this.nanoTime.addAndGet(Duration.ofSeconds(61).toNanos());
		this.log.report(ServiceEvent.PAUSED, "paused");
		this.log.flush(BOUND);
		assertThat(entries()).hasSize(12)
			.filteredOn((entry) -> entry.id() == 30)
			.singleElement()
			.extracting(EventLogEntry::text)
			.asString()
			.startsWith("40 entries were left out of the event log")
			.contains("40 came faster than winsvc.event-log.rate-limit allows\r\n0 found");
		this.log.close(BOUND);
		assertThat(entries()).as("told once").hasSize(12);
	}

	@Test
	void whenEntriesAreOfTheServiceItselfThenTheyAreNotLimited() {
		this.log.configure(settings(10_000, 1));
		for (int i = 0; i < 50; i++) {
			this.log.report(ServiceEvent.PAUSED, "paused");
			this.log.flush(BOUND);
		}
		this.log.close(BOUND);
		assertThat(entries()).hasSize(50);
	}

	@Test
	void whenTheLogHangsThenNobodyWaitsAndWhatFindsNoRoomIsToldAtTheEnd() throws Exception {
		GatedEventLog gated = new GatedEventLog(this.machine.open("orders"));
		this.log = log(gated);
		this.log.configure(settings(5, 0));
		line("first");
		gated.awaitVisitor();
		for (int i = 0; i < 100; i++) {
			line("line " + i);
		}
		assertThat(this.log.counts()).isEqualTo(new EventLogCounts(0, 0, 95, 0));
		this.log.report(ServiceEvent.STOPPING, "There is room for this");
		gated.open();
		this.log.close(BOUND);
		assertThat(this.log.counts()).isEqualTo(new EventLogCounts(7, 0, 95, 0));
		assertThat(entries()).hasSize(8)
			.last()
			.extracting(EventLogEntry::text)
			.asString()
			.contains("95 found the queue");
		assertThat(gated.isClosed()).isTrue();
	}

	@Test
	void whenTheLogHangsThenTheEndIsBounded() throws Exception {
		GatedEventLog gated = new GatedEventLog(this.machine.open("orders"));
		this.log = log(gated);
		line("first");
		gated.awaitVisitor();
		long begin = System.nanoTime();
		this.log.flush(Duration.ofMillis(100));
		this.log.close(Duration.ofMillis(100));
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofMillis(190),
				Duration.ofSeconds(10));
		line("after the end");
		assertThat(this.log.counts().dropped()).isEqualTo(1);
		gated.open();
	}

	@Test
	void whenWindowsRefusesThenItIsSaidOnceAndCountedAndGoesOn(CapturedOutput output) {
		this.machine.refuse(new Win32Error(1502));
		for (int i = 0; i < 20; i++) {
			line("line " + i);
		}
		this.log.flush(BOUND);
		assertThat(this.log.counts()).isEqualTo(new EventLogCounts(0, 0, 0, 20));
		assertThat(output)
			.containsOnlyOnce("Cannot write to the event log: ReportEvent failed: 1502 ERROR_LOG_FILE_FULL");
		this.machine.refuse(null);
		line("at last");
		this.log.close(BOUND);
		assertThat(this.log.counts()).isEqualTo(new EventLogCounts(1, 0, 0, 20));
		assertThat(entries()).extracting(EventLogEntry::id).containsExactly(101, 30);
	}

	@Test
	void whenWhatWasThrownCannotBePrintedThenTheNextEntryIsWritten() {
		this.log.report(ServiceEvent.BROKEN, "Broken", new IllegalStateException() {

			@Override
			public String getMessage() {
				throw new IllegalStateException("not even that");
			}

		});
		this.log.report(ServiceEvent.PAUSED, "paused");
		this.log.close(BOUND);
		assertThat(entries()).extracting(EventLogEntry::text).contains("paused");
		assertThat(this.log.counts()).isEqualTo(new EventLogCounts(1, 0, 0, 1));
	}

	@Test
	void whenDisabledOrWithoutAnEventLogThenNoThreadIsThere() {
		Set<Thread> before = threads();
		this.log.configure(new EventLogSettings(false, LogLevel.WARN, 10, 10));
		line("line");
		this.log.report(ServiceEvent.STARTED, "started");
		assertThat(before).containsAll(threads());
		this.log.close(BOUND);
		assertThat(entries()).isEmpty();
		this.log = log(EventLog.NONE);
		this.log.attach();
		this.log.report(ServiceEvent.STARTED, "started");
		assertThat(this.log.counts()).isEqualTo(new EventLogCounts(0, 0, 0, 0));
		assertThat(before).containsAll(threads());
	}

	@Test
	void whenTheFirstEntryComesThenTheThreadIsThereUntilTheEnd() {
		Set<Thread> before = threads();
		line("line");
		assertThat(threads()).filteredOn((thread) -> !before.contains(thread)).hasSize(1);
		this.log.close(BOUND);
		assertThat(before).containsAll(threads());
	}

	private static Set<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.isAlive() && thread.getName().equals(EventLogWriter.THREAD_NAME))
			.collect(Collectors.toSet());
	}

	@Test
	void whenKindsAreListedThenTheirNumbersAreUniqueAndHaveATextInTheMessageFile() {
		assertThat(ServiceEvent.values()).extracting(ServiceEvent::id)
			.doesNotHaveDuplicates()
			.allSatisfy((id) -> assertThat(id).isBetween(1, EventLogEntry.MAX_ID));
	}

}
