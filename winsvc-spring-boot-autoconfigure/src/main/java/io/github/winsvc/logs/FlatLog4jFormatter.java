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

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Map;

import org.apache.logging.log4j.core.LogEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.structured.ContextPairs;
import org.springframework.boot.logging.structured.JsonWriterStructuredLogFormatter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;
import org.springframework.core.env.Environment;

/**
 * Writes an event of Log4j2 as one line of JSON without nesting.
 */
class FlatLog4jFormatter extends JsonWriterStructuredLogFormatter<LogEvent> {

	FlatLog4jFormatter(Environment environment, @Nullable StackTracePrinter stackTracePrinter,
			@Nullable ContextPairs contextPairs, StructuredLoggingJsonMembersCustomizer.Builder<?> customizers) {
		super((members) -> FlatMembers.of(environment).add(members, event(stackTracePrinter), contextPairs),
				customizers.build());
	}

	/**
	 * Spring Boot 4.1 would lose characters outside the basic plane.
	 */
	@Override
	public byte[] formatAsBytes(LogEvent event, Charset charset) {
		return format(event).getBytes(charset);
	}

	private static FlatMembers.Event<LogEvent> event(@Nullable StackTracePrinter printer) {
		return new FlatMembers.Event<>(FlatLog4jFormatter::time, (event) -> event.getLevel().name(),
				LogEvent::getLoggerName, LogEvent::getThreadName, (event) -> event.getMessage().getFormattedMessage(),
				(event) -> exception(event.getThrown(), printer), (event) -> event.getContextData().toMap(),
				(event) -> Map.of());
	}

	private static Instant time(LogEvent event) {
		return Instant.ofEpochSecond(event.getInstant().getEpochSecond(), event.getInstant().getNanoOfSecond());
	}

	private static @Nullable String exception(@Nullable Throwable thrown, @Nullable StackTracePrinter printer) {
		if (thrown == null) {
			return null;
		}
		if (printer != null) {
			return printer.printStackTraceToString(thrown);
		}
		StringWriter text = new StringWriter();
		thrown.printStackTrace(new PrintWriter(text, true));
		return text.toString();
	}

}
