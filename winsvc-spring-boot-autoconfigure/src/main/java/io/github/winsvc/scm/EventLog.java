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

package io.github.winsvc.scm;

/**
 * The door through which an event source writes to the Application log of Windows. Used
 * by one thread at a time.
 *
 * @since 0.1.0
 */
public interface EventLog extends AutoCloseable {

	/** Where there is no event log: whatever is written goes nowhere. */
	EventLog NONE = new EventLog() {

		@Override
		public void write(EventLogEntry entry) {
		}

		@Override
		public void close() {
		}

	};

	/**
	 * Write an entry ({@code ReportEvent}). The source is registered with the first one
	 * ({@code RegisterEventSource}), and anew after a failure.
	 * @param entry the entry
	 * @throws ScmException if Windows does not take it, such as with
	 * {@code ERROR_LOG_FILE_FULL} (1502), {@code RPC_S_SERVER_UNAVAILABLE} (1722) if the
	 * service of the event log does not run, or {@code ERROR_ACCESS_DENIED} (5)
	 */
	void write(EventLogEntry entry);

	/**
	 * Deregister the source ({@code DeregisterEventSource}).
	 */
	@Override
	void close();

}
