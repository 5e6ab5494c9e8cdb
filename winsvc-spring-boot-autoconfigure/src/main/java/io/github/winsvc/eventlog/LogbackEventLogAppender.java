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

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LogLevel;

/**
 * Hands lines of Logback to the event log of the service. A service has one anyway, at
 * its root logger; one that a configuration of Logback names takes its place. Without a
 * service, it does nothing.
 *
 * @since 0.1.0
 */
public final class LogbackEventLogAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

	static final String NAME = "WINSVC_EVENT_LOG";

	/** Where a context keeps the event log of the service. */
	static final String LOG = ServiceEventLog.class.getName();

	/** Where a context notes that its configuration has an appender of this kind. */
	private static final String CONFIGURED = LogbackEventLogAppender.class.getName();

	private final boolean automatic;

	private @Nullable Level level;

	private @Nullable Layout<ILoggingEvent> layout;

	/**
	 * Create an appender that a configuration names.
	 */
	public LogbackEventLogAppender() {
		this(false);
	}

	LogbackEventLogAppender(boolean automatic) {
		this.automatic = automatic;
		if (automatic) {
			setName(NAME);
		}
	}

	/**
	 * Set the lowest level of lines to hand over.
	 * @param level the level; default is that of {@code winsvc.event-log.level}
	 */
	public void setLevel(Level level) {
		this.level = level;
	}

	/**
	 * Set how lines are written.
	 * @param layout the layout; default is the message, a short stack trace, logger and
	 * thread
	 */
	public void setLayout(Layout<ILoggingEvent> layout) {
		this.layout = layout;
	}

	@Override
	public void start() {
		if (!this.automatic) {
			getContext().putObject(CONFIGURED, this);
		}
		super.start();
	}

	@Override
	protected void append(ILoggingEvent event) {
		Object log = getContext().getObject(LOG);
		if (log instanceof ServiceEventLog eventLog && event.getLevel().isGreaterOrEqual(threshold(eventLog))
				&& !(this.automatic && getContext().getObject(CONFIGURED) != null)) {
			append(event, eventLog);
		}
	}

	private void append(ILoggingEvent event, ServiceEventLog log) {
		Layout<ILoggingEvent> layout = this.layout;
		log.line(kind(event.getLevel()), event.getLoggerName(), event.getThreadName(),
				() -> (layout != null) ? layout.doLayout(event) : event.getFormattedMessage(),
				(layout != null) ? null : thrown(event.getThrowableProxy()));
	}

	private Level threshold(ServiceEventLog log) {
		Level level = this.level;
		return (level != null) ? level : level(log.level());
	}

	private static Level level(LogLevel level) {
		return (level == LogLevel.FATAL) ? Level.ERROR : Level.toLevel(level.name());
	}

	private static ServiceEvent kind(Level level) {
		if (level.isGreaterOrEqual(Level.ERROR)) {
			return ServiceEvent.LOG_ERROR;
		}
		return level.isGreaterOrEqual(Level.WARN) ? ServiceEvent.LOG_WARNING : ServiceEvent.LOG_INFORMATION;
	}

	private static @Nullable Throwable thrown(@Nullable IThrowableProxy proxy) {
		return (proxy instanceof ThrowableProxy known) ? known.getThrowable() : null;
	}

}
