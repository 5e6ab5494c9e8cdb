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

package io.github.winsvc.logs;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.recovery.ResilientOutputStreamBase;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import org.springframework.core.log.LogMessage;

/**
 * Hears from Logback itself whether files can be written.
 */
class LogbackWriteWatch implements StatusListener {

	private final AtomicReference<@Nullable Instant> failingSince = new AtomicReference<>();

	static void install() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context && context.getStatusManager()
			.getCopyOfStatusListenerList()
			.stream()
			.noneMatch(LogbackWriteWatch.class::isInstance)) {
			context.getStatusManager().add(new LogbackWriteWatch());
		}
	}

	@Override
	public boolean isResetResistant() {
		return true;
	}

	@Override
	public void addStatusEvent(Status status) {
		if (!(status.getOrigin() instanceof ResilientOutputStreamBase)) {
			return;
		}
		if (status.getLevel() == Status.ERROR) {
			if (this.failingSince.compareAndSet(null, Instant.now())) {
				String what = status.getMessage() + ", " + status.getThrowable();
				tell(() -> LogFactory.getLog(LogbackWriteWatch.class)
					.error(LogMessage.format("The log cannot be written. What is logged from now on does not reach "
							+ "the file until it can: %s", what)));
			}
		}
		else if (status.getMessage().startsWith("Recovered")) {
			Instant since = this.failingSince.getAndSet(null);
			if (since != null) {
				tell(() -> LogFactory.getLog(LogbackWriteWatch.class)
					.warn(LogMessage.format("The log can be written again. What was logged since %s is missing",
							since)));
			}
		}
	}

	/**
	 * Logback holds the lock of the file meanwhile, which another log must not wait for.
	 */
	private static void tell(Runnable news) {
		Thread thread = new Thread(news, "winsvc-log-watch");
		thread.setDaemon(true);
		thread.start();
	}

}
