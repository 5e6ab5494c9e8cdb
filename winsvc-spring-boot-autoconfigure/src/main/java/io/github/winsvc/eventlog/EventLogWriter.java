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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

import io.github.winsvc.eventlog.PendingEntry.Entry;
import io.github.winsvc.eventlog.PendingEntry.Mark;
import io.github.winsvc.scm.EventLog;
import io.github.winsvc.scm.EventLogEntry;
import io.github.winsvc.scm.ScmException;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

/**
 * Writes entries to the event log on a thread of its own, which is there from the first
 * entry on. Whoever hands one over neither waits nor hears of a failure: what is left out
 * is counted, and told in an entry of its own within a minute.
 */
final class EventLogWriter {

	static final String THREAD_NAME = "winsvc-eventlog";

	/**
	 * How many entries about the service itself may wait beyond the size of the queue.
	 */
	private static final int RESERVE = 64;

	private static final long TELL_INTERVAL = Duration.ofMinutes(1).toNanos();

	/** How often the thread looks up when it has nothing to write. */
	private static final Duration TICK = Duration.ofSeconds(1);

	private final LinkedBlockingQueue<PendingEntry> queue = new LinkedBlockingQueue<>();

	private final AtomicLong written = new AtomicLong();

	private final LongAdder suppressed = new LongAdder();

	private final LongAdder dropped = new LongAdder();

	private final AtomicLong failed = new AtomicLong();

	private final EventLog log;

	private final Runnable tick;

	private final LongSupplier nanoTime;

	private volatile RateLimit rateLimit;

	private volatile int queueSize = EventLogSettings.DEFAULT.queueSize();

	private volatile boolean closing;

	private volatile @Nullable Thread thread;

	private EventLogCounts told = new EventLogCounts(0, 0, 0, 0);

	private long toldAt;

	private boolean failureSaid;

	/**
	 * Create a new writer.
	 * @param log the door to write through
	 * @param tick done by the writing thread from time to time
	 * @param nanoTime tells the time in nanoseconds
	 */
	EventLogWriter(EventLog log, Runnable tick, LongSupplier nanoTime) {
		this.log = log;
		this.tick = tick;
		this.nanoTime = nanoTime;
		this.rateLimit = new RateLimit(EventLogSettings.DEFAULT.rateLimit(), nanoTime);
		this.toldAt = nanoTime.getAsLong();
	}

	void configure(EventLogSettings settings) {
		this.queueSize = settings.queueSize();
		this.rateLimit = new RateLimit(settings.rateLimit(), this.nanoTime);
	}

	EventLogCounts counts() {
		return new EventLogCounts(this.written.get(), this.suppressed.sum(), this.dropped.sum(), this.failed.get());
	}

	/**
	 * Whether an entry of a kind may be written now. If not, it is counted, and need not
	 * be composed.
	 */
	boolean admit(ServiceEvent event) {
		if (event.isLimited() && !this.rateLimit.tryPass()) {
			this.suppressed.increment();
			wake();
			return false;
		}
		if (this.closing || this.queue.size() >= this.queueSize + (event.isLimited() ? 0 : RESERVE)) {
			this.dropped.increment();
			wake();
			return false;
		}
		return true;
	}

	/**
	 * Hand over an entry that was admitted.
	 */
	void submit(Entry entry) {
		this.queue.add(entry);
		wake();
	}

	private void wake() {
		if (this.thread == null) {
			start();
		}
	}

	private synchronized void start() {
		if (this.thread == null && !this.closing) {
			Thread thread = new Thread(this::run, THREAD_NAME);
			thread.setDaemon(true);
			this.thread = thread;
			thread.start();
		}
	}

	/**
	 * Wait until all entries that were handed over are written.
	 * @param bound how long at most
	 */
	void flush(Duration bound) {
		CountDownLatch reached = new CountDownLatch(1);
		if (this.thread != null) {
			this.queue.add(new Mark(reached));
			await(() -> reached.await(bound.toMillis(), TimeUnit.MILLISECONDS));
		}
	}

	/**
	 * Write what is left, then write no more.
	 * @param bound how long that may take at most
	 */
	void close(Duration bound) {
		Thread thread;
		synchronized (this) {
			this.closing = true;
			thread = this.thread;
		}
		if (thread != null) {
			this.queue.add(new Mark(new CountDownLatch(1)));
			await(() -> thread.join(bound.toMillis()));
		}
	}

	private static void await(Wait wait) {
		try {
			wait.run();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void run() {
		try {
			while (!this.closing || !this.queue.isEmpty()) {
				step();
			}
			tellLeftOut();
		}
		finally {
			this.queue.stream().filter(Entry.class::isInstance).forEach((entry) -> this.dropped.increment());
			this.log.close();
		}
	}

	/**
	 * Nothing ends this thread before its time, not even a lack of memory.
	 */
	private void step() {
		try {
			PendingEntry next = this.queue.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
			if (next instanceof Entry entry) {
				write(entry);
			}
			else if (next instanceof Mark mark) {
				mark.reached().countDown();
			}
			if (this.nanoTime.getAsLong() - this.toldAt >= TELL_INTERVAL) {
				tellLeftOut();
			}
			if (next == null) {
				this.tick.run();
			}
		}
		catch (InterruptedException ex) {
			this.closing = true;
		}
		catch (OutOfMemoryError ex) {
			// Told by others. An entry that it cost is counted
		}
	}

	private void write(Entry entry) {
		try {
			for (String part : entry.parts()) {
				this.log
					.write(new EventLogEntry(entry.event().type(), entry.event().category(), entry.event().id(), part));
			}
			this.written.incrementAndGet();
		}
		catch (RuntimeException | Error ex) {
			// Even a stack may overflow: what was thrown is told with code of the
			// application
			this.failed.incrementAndGet();
			sayOnce(ex);
		}
	}

	private void sayOnce(Throwable failure) {
		if (!this.failureSaid) {
			this.failureSaid = true;
			LogFactory.getLog(EventLogWriter.class)
				.warn(LogMessage.format("Cannot write to the event log: %s. Entries that are left out are counted",
						failure.getMessage()));
		}
	}

	private void tellLeftOut() {
		EventLogCounts now = counts();
		long count = now.leftOut() - this.told.leftOut();
		this.toldAt = this.nanoTime.getAsLong();
		if (count > 0) {
			ServiceEvent event = ServiceEvent.LEFT_OUT;
			try {
				this.log.write(new EventLogEntry(event.type(), event.category(), event.id(), text(now, count)));
				this.told = now;
			}
			catch (ScmException | LinkageError ex) {
				sayOnce(ex);
			}
		}
	}

	private String text(EventLogCounts now, long count) {
		return """
				%d entries were left out of the event log; the log file of the service has them:\r
				%d came faster than winsvc.event-log.rate-limit allows\r
				%d found the queue of winsvc.event-log.queue-size full\r
				%d were refused by Windows""".formatted(count, now.suppressed() - this.told.suppressed(),
				now.dropped() - this.told.dropped(), now.failed() - this.told.failed());
	}

	private interface Wait {

		void run() throws InterruptedException;

	}

}
