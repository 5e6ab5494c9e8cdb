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

package io.github.winsvc.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

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
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;

import org.springframework.boot.logging.LogLevel;

/**
 * What a warning costs the thread that logs it: written to a file and flushed, as in the
 * file of a service, handed to the event log, and left out because of its rate limit. The
 * event log itself is none, as its time is not that of the thread.
 */
@NullUnmarked
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, batchSize = EventLogBenchmark.WARNINGS)
@Measurement(iterations = 20, batchSize = EventLogBenchmark.WARNINGS)
@Fork(2)
public class EventLogBenchmark {

	static final int WARNINGS = 20_000;

	private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %5p --- [%15.15t] %-40.40logger{39} : %m%n%ex";

	@Param
	private Destination destination;

	private LoggerContext context;

	private Logger logger;

	private AutoCloseable resource;

	private int orders;

	/**
	 * Print what one warning takes.
	 */
	static void print(Collection<RunResult> results) {
		double file = time(results, Destination.FILE);
		for (Destination destination : Destination.values()) {
			double time = time(results, destination);
			System.out.printf("a warning, %s: %.0f ns, ratio %.2f%n", destination, time, time / file);
		}
	}

	private static double time(Collection<RunResult> results, Destination destination) {
		RunResult result = results.stream()
			.filter((candidate) -> destination.name().equals(candidate.getParams().getParam("destination")))
			.findFirst()
			.orElseThrow();
		return result.getPrimaryResult().getStatistics().getPercentile(50) * 1000 / WARNINGS;
	}

	@Setup(Level.Iteration)
	public void begin() throws IOException {
		this.context = new LoggerContext();
		Appender<ILoggingEvent> appender = switch (this.destination) {
			case FILE -> file();
			case EVENT_LOG -> eventLog(0);
			case EVENT_LOG_BEYOND_LIMIT -> eventLog(100);
		};
		appender.setContext(this.context);
		appender.start();
		this.logger = this.context.getLogger("shop.Orders");
		this.logger.addAppender(appender);
	}

	@TearDown(Level.Iteration)
	public void end() throws Exception {
		this.context.stop();
		this.resource.close();
	}

	@Benchmark
	public void warn() {
		this.logger.warn("Order {} has no stock of {}", this.orders++, "tea");
	}

	private Appender<ILoggingEvent> file() throws IOException {
		Path file = Files.createTempFile("winsvc-bench", ".log");
		this.resource = () -> Files.delete(file);
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setContext(this.context);
		encoder.setPattern(PATTERN);
		encoder.start();
		FileAppender<ILoggingEvent> appender = new FileAppender<>();
		appender.setFile(file.toString());
		appender.setEncoder(encoder);
		return appender;
	}

	/**
	 * The queue has room for all, so that none is dropped.
	 */
	private Appender<ILoggingEvent> eventLog(int rateLimit) {
		ServiceEventLog log = new ServiceEventLog(new Nowhere(), (logger) -> false);
		log.configure(new EventLogSettings(true, LogLevel.WARN, 2 * WARNINGS, rateLimit));
		this.context.putObject(ServiceEventLog.class.getName(), log);
		this.resource = () -> {
			log.close(Duration.ofSeconds(10));
			if (rateLimit == 0 && log.counts().written() != WARNINGS) {
				throw new IllegalStateException(log.counts().toString());
			}
		};
		return new LogbackEventLogAppender();
	}

	/**
	 * Where a warning goes.
	 */
	public enum Destination {

		/** To a file. */
		FILE,

		/** To the event log. */
		EVENT_LOG,

		/** To the event log, which takes no more of the kind for now. */
		EVENT_LOG_BEYOND_LIMIT

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
