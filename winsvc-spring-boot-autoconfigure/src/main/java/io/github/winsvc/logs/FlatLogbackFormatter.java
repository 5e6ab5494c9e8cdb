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

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.structured.ContextPairs;
import org.springframework.boot.logging.structured.JsonWriterStructuredLogFormatter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;
import org.springframework.core.env.Environment;

/**
 * Writes an event of Logback as one line of JSON without nesting.
 */
class FlatLogbackFormatter extends JsonWriterStructuredLogFormatter<ILoggingEvent> {

	FlatLogbackFormatter(Environment environment, @Nullable StackTracePrinter stackTracePrinter,
			@Nullable ContextPairs contextPairs, ThrowableProxyConverter throwableProxyConverter,
			StructuredLoggingJsonMembersCustomizer.Builder<?> customizers) {
		super((members) -> FlatMembers.of(environment)
			.add(members, event(stackTracePrinter, throwableProxyConverter), contextPairs), customizers.build());
	}

	/**
	 * Spring Boot 4.1 would lose characters outside the basic plane.
	 */
	@Override
	public byte[] formatAsBytes(ILoggingEvent event, Charset charset) {
		return format(event).getBytes(charset);
	}

	private static FlatMembers.Event<ILoggingEvent> event(@Nullable StackTracePrinter printer,
			ThrowableProxyConverter converter) {
		return new FlatMembers.Event<>(ILoggingEvent::getInstant, (event) -> event.getLevel().toString(),
				ILoggingEvent::getLoggerName, ILoggingEvent::getThreadName, ILoggingEvent::getFormattedMessage,
				(event) -> exception(event, printer, converter), ILoggingEvent::getMDCPropertyMap,
				FlatLogbackFormatter::keyValues);
	}

	private static Map<String, ?> keyValues(ILoggingEvent event) {
		Map<String, @Nullable Object> all = new LinkedHashMap<>();
		List<KeyValuePair> pairs = event.getKeyValuePairs();
		if (pairs != null) {
			pairs.forEach((pair) -> all.put(pair.key, pair.value));
		}
		return all;
	}

	private static @Nullable String exception(ILoggingEvent event, @Nullable StackTracePrinter printer,
			ThrowableProxyConverter converter) {
		IThrowableProxy proxy = event.getThrowableProxy();
		if (proxy == null) {
			return null;
		}
		return (printer != null && proxy instanceof ThrowableProxy known)
				? printer.printStackTraceToString(known.getThrowable()) : converter.convert(event);
	}

}
