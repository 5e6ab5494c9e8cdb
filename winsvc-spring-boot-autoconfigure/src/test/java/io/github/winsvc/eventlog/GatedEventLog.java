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

import java.util.concurrent.CountDownLatch;

import io.github.winsvc.scm.EventLog;
import io.github.winsvc.scm.EventLogEntry;

/**
 * An event log that takes nothing until it is opened, as one that hangs.
 */
final class GatedEventLog implements EventLog {

	private final CountDownLatch gate = new CountDownLatch(1);

	private final CountDownLatch reached = new CountDownLatch(1);

	private final EventLog log;

	private volatile boolean closed;

	GatedEventLog(EventLog log) {
		this.log = log;
	}

	void open() {
		this.gate.countDown();
	}

	/**
	 * Wait until someone stands before the gate.
	 */
	void awaitVisitor() throws InterruptedException {
		this.reached.await();
	}

	boolean isClosed() {
		return this.closed;
	}

	@Override
	public void write(EventLogEntry entry) {
		this.reached.countDown();
		try {
			this.gate.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.log.write(entry);
	}

	@Override
	public void close() {
		this.closed = true;
	}

}
