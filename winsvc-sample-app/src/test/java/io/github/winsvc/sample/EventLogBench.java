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

package io.github.winsvc.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;

import io.github.winsvc.eventlog.EventLogSettings;
import io.github.winsvc.eventlog.LogbackEventLogAppender;
import io.github.winsvc.eventlog.ServiceEventLog;
import io.github.winsvc.scm.EventLog;
import io.github.winsvc.scm.EventLogEntry;

import org.springframework.boot.logging.LogLevel;

/**
 * What a warning costs the thread that logs it: written to a file, handed to the event
 * log, and left out because of its rate limit. The event log itself is none, as its time
 * is not that of the thread.
 */
final class EventLogBench {

	private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %5p --- [%15.15t] %-40.40logger{39} : %m%n%ex";

	private EventLogBench() {
	}

	/**
	 * Log warnings to a file, each of which is flushed, as the file of a service is.
	 * @return how many nanoseconds each took
	 */
	static Figures file(int times) throws IOException {
		Path file = Files.createTempFile("winsvc-bench", ".log");
		LoggerContext context = new LoggerContext();
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setContext(context);
		encoder.setPattern(PATTERN);
		encoder.start();
		FileAppender<ILoggingEvent> appender = new FileAppender<>();
		appender.setFile(file.toString());
		appender.setEncoder(encoder);
		Figures figures = measure(context, appender, times);
		Files.delete(file);
		return figures;
	}

	/**
	 * Hand warnings to the event log.
	 * @param rateLimit how many within a minute, 0 for no limit
	 * @return how many nanoseconds each took
	 */
	static Figures eventLog(int times, int rateLimit) {
		ServiceEventLog log = new ServiceEventLog(new Nowhere(), (logger) -> false);
		log.configure(new EventLogSettings(true, LogLevel.WARN, 2 * times, rateLimit));
		LoggerContext context = new LoggerContext();
		context.putObject(ServiceEventLog.class.getName(), log);
		Figures figures = measure(context, new LogbackEventLogAppender(), times);
		log.close(Duration.ofSeconds(10));
		if (rateLimit == 0 && log.counts().written() != times) {
			throw new IllegalStateException(log.counts().toString());
		}
		return figures;
	}

	private static Figures measure(LoggerContext context, Appender<ILoggingEvent> appender, int times) {
		appender.setContext(context);
		appender.start();
		Logger logger = context.getLogger("shop.Orders");
		logger.addAppender(appender);
		long[] took = new long[times];
		for (int i = 0; i < times; i++) {
			long begin = System.nanoTime();
			logger.warn("Order {} has no stock of {}", i, "tea");
			took[i] = System.nanoTime() - begin;
		}
		context.stop();
		return Figures.of(took);
	}

	/**
	 * An event log that takes everything and keeps nothing.
	 */
	private static final class Nowhere implements EventLog {

		@Override
		public void write(EventLogEntry entry) {
		}

		@Override
		public void close() {
		}

	}

}
