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

import java.nio.charset.StandardCharsets;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginConfiguration;
import org.apache.logging.log4j.core.config.plugins.PluginElement;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.jspecify.annotations.Nullable;

/**
 * Hands lines of Log4j 2 to the event log of the service. A service has one anyway, at
 * its root logger; one that a configuration of Log4j names, as {@code WinsvcEventLog},
 * takes its place. Without a service, it does nothing.
 *
 * @since 0.1.0
 */
@Plugin(name = "WinsvcEventLog", category = "Core", elementType = "appender", printObject = true)
public final class Log4jEventLogAppender extends AbstractAppender {

	static final String NAME = "WINSVC_EVENT_LOG";

	/** Where a context keeps the event log of the service. */
	static final String LOG = ServiceEventLog.class.getName();

	private final Configuration configuration;

	private final @Nullable Level level;

	private Log4jEventLogAppender(String name, @Nullable Filter filter, @Nullable Layout<?> layout,
			Configuration configuration, @Nullable Level level) {
		super(name, filter, layout, true, Property.EMPTY_ARRAY);
		this.configuration = configuration;
		this.level = level;
	}

	/**
	 * Create an appender that a configuration names.
	 * @param name its name
	 * @param level the lowest level of lines to hand over; default is that of
	 * {@code winsvc.event-log.level}
	 * @param filter its filter, if any
	 * @param layout how lines are written; default is the message, a short stack trace,
	 * logger and thread
	 * @param configuration the configuration
	 * @return the appender
	 */
	@PluginFactory
	public static Log4jEventLogAppender createAppender(@PluginAttribute("name") String name,
			@PluginAttribute("level") @Nullable Level level, @PluginElement("Filter") @Nullable Filter filter,
			@PluginElement("Layout") @Nullable Layout<?> layout, @PluginConfiguration Configuration configuration) {
		return new Log4jEventLogAppender(name, filter, layout, configuration, level);
	}

	static Log4jEventLogAppender automatic(Configuration configuration) {
		return new Log4jEventLogAppender(NAME, null, null, configuration, null);
	}

	@Override
	public void append(LogEvent event) {
		LoggerContext context = this.configuration.getLoggerContext();
		Object log = (context != null) ? context.getObject(LOG) : null;
		if (log instanceof ServiceEventLog eventLog && event.getLevel().isMoreSpecificThan(threshold(eventLog))) {
			Layout<?> layout = getLayout();
			eventLog.line(kind(event.getLevel()), event.getLoggerName(), event.getThreadName(),
					() -> (layout != null) ? text(layout, event) : event.getMessage().getFormattedMessage(),
					(layout != null) ? null : event.getThrown());
		}
	}

	private static String text(Layout<?> layout, LogEvent event) {
		Object text = layout.toSerializable(event);
		return (text instanceof String string) ? string : new String(layout.toByteArray(event), StandardCharsets.UTF_8);
	}

	private Level threshold(ServiceEventLog log) {
		Level level = this.level;
		return (level != null) ? level : Level.valueOf(log.level().name());
	}

	private static ServiceEvent kind(Level level) {
		if (level.isMoreSpecificThan(Level.ERROR)) {
			return ServiceEvent.LOG_ERROR;
		}
		return level.isMoreSpecificThan(Level.WARN) ? ServiceEvent.LOG_WARNING : ServiceEvent.LOG_INFORMATION;
	}

}
