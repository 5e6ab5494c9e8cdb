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
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.winsvc.scm.EventLog;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LogLevel;
import org.springframework.util.ClassUtils;

/**
 * What the service tells the event log. All methods may be called from any thread; those
 * that report neither wait nor fail.
 *
 * @since 0.1.0
 */
public final class ServiceEventLog {

	private static final String LOGBACK = "ch.qos.logback.classic.LoggerContext";

	private static final String LOG4J = "org.apache.logging.log4j.core.LoggerContext";

	private final Predicate<String> toldElsewhere;

	private final boolean available;

	private final EventLogWriter writer;

	private volatile EventLogSettings settings = EventLogSettings.DEFAULT;

	private volatile @Nullable LogAttachment attachment;

	private boolean closed;

	/**
	 * Create a new event log.
	 * @param log the door to write through
	 * @param toldElsewhere knows the loggers whose lines need no entry, because there is
	 * one already
	 */
	public ServiceEventLog(EventLog log, Predicate<String> toldElsewhere) {
		this(log, toldElsewhere, System::nanoTime);
	}

	ServiceEventLog(EventLog log, Predicate<String> toldElsewhere, LongSupplier nanoTime) {
		this.toldElsewhere = toldElsewhere;
		this.available = log != EventLog.NONE;
		this.writer = new EventLogWriter(log, this::stayAttached, nanoTime);
	}

	/**
	 * Follow the configuration.
	 * @param settings what it says
	 */
	public void configure(EventLogSettings settings) {
		this.settings = settings;
		this.writer.configure(settings);
	}

	/**
	 * Take the lines of the log from now on, unless this is disabled. Does nothing if
	 * they are taken already, so that it can be called whenever logging may have begun
	 * anew.
	 */
	public synchronized void attach() {
		if (isEnabled() && !this.closed) {
			LogAttachment attachment = this.attachment;
			if (attachment == null) {
				attachment = createAttachment();
				this.attachment = attachment;
			}
			attachment.attach();
		}
	}

	private LogAttachment createAttachment() {
		ClassLoader classLoader = ServiceEventLog.class.getClassLoader();
		if (ClassUtils.isPresent(LOGBACK, classLoader) && LogbackAttachment.isUsed()) {
			return new LogbackAttachment(this);
		}
		if (ClassUtils.isPresent(LOG4J, classLoader) && Log4jAttachment.isUsed()) {
			return new Log4jAttachment(this);
		}
		return LogAttachment.NONE;
	}

	private void stayAttached() {
		LogAttachment attachment = this.attachment;
		if (attachment != null && attachment.isLost()) {
			attach();
		}
	}

	/**
	 * Report something of the service itself.
	 * @param event its kind
	 * @param text what to say about it
	 */
	public void report(ServiceEvent event, String text) {
		report(event, text, null);
	}

	/**
	 * Report something of the service itself.
	 * @param event its kind
	 * @param text what to say about it
	 * @param thrown what was thrown, {@code null} if nothing was
	 */
	public void report(ServiceEvent event, String text, @Nullable Throwable thrown) {
		if (isEnabled() && this.writer.admit(event)) {
			this.writer.submit(new PendingEntry.Entry(event, EventText.cut(text, EventText.MAX_LENGTH), null, thrown));
		}
	}

	/**
	 * Take a line of the log.
	 * @param event {@link ServiceEvent#LOG_ERROR} or the like
	 * @param logger the name of its logger
	 * @param thread the name of its thread
	 * @param text composes what it says
	 * @param thrown what was thrown, {@code null} if nothing was
	 */
	void line(ServiceEvent event, String logger, String thread, Supplier<String> text, @Nullable Throwable thrown) {
		if (isEnabled() && !isOwn(logger) && this.writer.admit(event)) {
			this.writer.submit(new PendingEntry.Entry(event, EventText.cut(text.get(), EventText.MAX_LENGTH),
					"Logger: %s%nThread: %s".formatted(logger, thread), thrown));
		}
	}

	private boolean isOwn(String logger) {
		return logger.equals(EventLogWriter.class.getName()) || this.toldElsewhere.test(logger);
	}

	/**
	 * Return the lowest level of lines to take.
	 */
	LogLevel level() {
		return this.settings.level();
	}

	private boolean isEnabled() {
		return this.available && this.settings.enabled();
	}

	/**
	 * Return what has become of the entries so far.
	 * @return the numbers
	 */
	public EventLogCounts counts() {
		return this.writer.counts();
	}

	/**
	 * Wait until all that was reported is written.
	 * @param bound how long at most
	 */
	public void flush(Duration bound) {
		this.writer.flush(bound);
	}

	/**
	 * Take no more, and write what is left.
	 * @param bound how long that may take at most
	 */
	public void close(Duration bound) {
		LogAttachment attachment;
		synchronized (this) {
			this.closed = true;
			attachment = this.attachment;
			this.attachment = null;
		}
		if (attachment != null) {
			attachment.detach();
		}
		this.writer.close(bound);
	}

}
