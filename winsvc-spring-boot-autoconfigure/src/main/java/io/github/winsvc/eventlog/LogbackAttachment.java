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
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import org.slf4j.LoggerFactory;

/**
 * The attachment to Logback. It outlives a reset; a stop takes even the listeners of the
 * context, after which the attachment is lost until the next start.
 */
final class LogbackAttachment implements LogAttachment, LoggerContextListener {

	private final ServiceEventLog log;

	private final LoggerContext context;

	private volatile boolean attached;

	LogbackAttachment(ServiceEventLog log) {
		this(log, (LoggerContext) LoggerFactory.getILoggerFactory());
	}

	LogbackAttachment(ServiceEventLog log, LoggerContext context) {
		this.log = log;
		this.context = context;
	}

	static boolean isUsed() {
		return LoggerFactory.getILoggerFactory() instanceof LoggerContext;
	}

	@Override
	public synchronized void attach() {
		if (!this.context.getCopyOfListenerList().contains(this)) {
			this.context.addListener(this);
		}
		append();
	}

	private void append() {
		this.context.putObject(LogbackEventLogAppender.LOG, this.log);
		Logger root = root();
		if (root.getAppender(LogbackEventLogAppender.NAME) == null) {
			LogbackEventLogAppender appender = new LogbackEventLogAppender(true);
			appender.setContext(this.context);
			appender.start();
			root.addAppender(appender);
		}
		this.attached = true;
	}

	@Override
	public boolean isLost() {
		return !this.attached && this.context.isStarted();
	}

	@Override
	public synchronized void detach() {
		this.context.removeListener(this);
		root().detachAppender(LogbackEventLogAppender.NAME);
		this.context.removeObject(LogbackEventLogAppender.LOG);
		this.attached = false;
	}

	private Logger root() {
		return this.context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	@Override
	public boolean isResetResistant() {
		return true;
	}

	@Override
	public void onStart(LoggerContext context) {
		append();
	}

	/**
	 * The context has forgotten everything, and is configured anew after this.
	 */
	@Override
	public void onReset(LoggerContext context) {
		append();
	}

	@Override
	public void onStop(LoggerContext context) {
		this.attached = false;
	}

	@Override
	public void onLevelChange(Logger logger, Level level) {
	}

}
