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

package io.github.winsvc.test.scm;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.winsvc.scm.EventLog;
import io.github.winsvc.scm.EventLogEntry;
import io.github.winsvc.scm.EventLogReader;
import io.github.winsvc.scm.EventRecord;
import io.github.winsvc.scm.ScmException;
import io.github.winsvc.scm.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * An Application log in memory.
 *
 * @since 0.1.0
 */
public final class FakeEventLog implements EventLogReader {

	private final InstantSource clock;

	private final List<Written> written = new ArrayList<>();

	private volatile @Nullable Win32Error refusal;

	/**
	 * Create an empty log.
	 * @param clock tells the time of entries
	 */
	public FakeEventLog(InstantSource clock) {
		this.clock = clock;
	}

	/**
	 * Return the door of a source.
	 * @param source the name of the source
	 * @return the door, through which but one thread may go at a time
	 */
	public EventLog open(String source) {
		return new Door(source);
	}

	/**
	 * Refuse whatever is written or read from now on.
	 * @param refusal the error, {@code null} to refuse nothing
	 */
	public void refuse(@Nullable Win32Error refusal) {
		this.refusal = refusal;
	}

	/**
	 * Return what a source has written.
	 * @param source the name of the source
	 * @return the entries, oldest first
	 */
	public synchronized List<EventLogEntry> entries(String source) {
		return this.written.stream()
			.filter((entry) -> entry.source().equalsIgnoreCase(source))
			.map(Written::entry)
			.toList();
	}

	@Override
	public synchronized List<EventRecord> last(String source, int count) {
		throwIfRefused("ReadEventLog");
		List<EventRecord> all = this.written.stream()
			.filter((entry) -> entry.source().equalsIgnoreCase(source))
			.map(Written::read)
			.toList();
		return all.subList(Math.max(0, all.size() - count), all.size());
	}

	private synchronized void write(String source, EventLogEntry entry) {
		throwIfRefused("ReportEvent");
		EventRecord read = new EventRecord(this.clock.instant().truncatedTo(ChronoUnit.SECONDS), entry.type(),
				entry.category(), entry.id(), entry.text());
		this.written.add(new Written(source, entry, read));
	}

	private void throwIfRefused(String call) {
		Win32Error error = this.refusal;
		if (error != null) {
			throw new ScmException(call, error);
		}
	}

	private record Written(String source, EventLogEntry entry, EventRecord read) {

	}

	private final class Door implements EventLog {

		private final AtomicBoolean inUse = new AtomicBoolean();

		private final String source;

		private Door(String source) {
			this.source = source;
		}

		@Override
		public void write(EventLogEntry entry) {
			if (!this.inUse.compareAndSet(false, true)) {
				throw new AssertionError("Two threads write at once");
			}
			try {
				FakeEventLog.this.write(this.source, entry);
			}
			finally {
				this.inUse.set(false);
			}
		}

		@Override
		public void close() {
		}

	}

}
