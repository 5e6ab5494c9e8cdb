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

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;

/**
 * The attachment to Log4j 2, to each configuration that its context gets.
 */
final class Log4jAttachment implements LogAttachment, PropertyChangeListener {

	private final ServiceEventLog log;

	private final LoggerContext context;

	Log4jAttachment(ServiceEventLog log) {
		this(log, (LoggerContext) context());
	}

	Log4jAttachment(ServiceEventLog log, LoggerContext context) {
		this.log = log;
		this.context = context;
	}

	static boolean isUsed() {
		return context() instanceof LoggerContext;
	}

	private static org.apache.logging.log4j.spi.LoggerContext context() {
		return LogManager.getContext(ServiceEventLog.class.getClassLoader(), false);
	}

	@Override
	public synchronized void attach() {
		this.context.removePropertyChangeListener(this);
		this.context.addPropertyChangeListener(this);
		append(this.context.getConfiguration());
	}

	private void append(Configuration configuration) {
		this.context.putObject(Log4jEventLogAppender.LOG, this.log);
		if (configuration.getAppenders().values().stream().noneMatch(Log4jEventLogAppender.class::isInstance)) {
			Log4jEventLogAppender appender = Log4jEventLogAppender.automatic(configuration);
			appender.start();
			configuration.addAppender(appender);
			configuration.getRootLogger().addAppender(appender, null, null);
			this.context.updateLoggers(configuration);
		}
	}

	@Override
	public void propertyChange(PropertyChangeEvent event) {
		if (LoggerContext.PROPERTY_CONFIG.equals(event.getPropertyName())
				&& event.getNewValue() instanceof Configuration configuration) {
			append(configuration);
		}
	}

	@Override
	public boolean isLost() {
		return false;
	}

	@Override
	public synchronized void detach() {
		this.context.removePropertyChangeListener(this);
		this.context.removeObject(Log4jEventLogAppender.LOG);
		this.context.getConfiguration().getRootLogger().removeAppender(Log4jEventLogAppender.NAME);
		this.context.updateLoggers();
	}

}
