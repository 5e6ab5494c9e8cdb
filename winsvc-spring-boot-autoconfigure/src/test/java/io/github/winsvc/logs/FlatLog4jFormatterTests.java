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

import java.io.IOException;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.time.MutableInstant;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.SortedArrayStringMap;
import org.junit.jupiter.api.Test;

import org.springframework.boot.logging.structured.StructuredLogFormatter;
import org.springframework.boot.logging.structured.StructuredLogFormatterFactory;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FlatLog4jFormatter}, made as Spring Boot makes it.
 */
class FlatLog4jFormatterTests {

	@Test
	void whenAnEventIsWrittenThenItIsOneLineWithAllFields() {
		MockEnvironment environment = new MockEnvironment().withProperty("spring.application.name", "orders")
			.withProperty("winsvc.service", "orders-2");
		StructuredLogFormatter<LogEvent> formatter = new StructuredLogFormatterFactory<>(LogEvent.class, environment,
				null, (formatters) -> {
				})
			.get(FlatLog4jFormatter.class.getName());
		MutableInstant time = new MutableInstant();
		time.initFromEpochMilli(1_700_000_000_120L, 0);
		SortedArrayStringMap context = new SortedArrayStringMap();
		context.putValue("customer", "17");
		String line = formatter.format(Log4jLogEvent.newBuilder()
			.setInstant(time)
			.setLevel(Level.WARN)
			.setLoggerName("shop.Orders")
			.setThreadName("main")
			.setMessage(new SimpleMessage("Gr\u00fc\u00dfe\nund \"mehr\""))
			.setThrown(new IOException("broken"))
			.setContextData(context)
			.build());
		assertThat(line).endsWith("\n").containsOnlyOnce("\n");
		Map<String, Object> fields = JsonPath.read(line, "$");
		assertThat(fields).containsEntry("timestamp", "2023-11-14T22:13:20.120Z")
			.containsEntry("level", "WARN")
			.containsEntry("service_name", "orders")
			.containsEntry("instance", "orders-2")
			.containsEntry("logger", "shop.Orders")
			.containsEntry("thread", "main")
			.containsEntry("message", "Gr\u00fc\u00dfe\nund \"mehr\"")
			.containsEntry("mdc_customer", "17");
		assertThat(fields.get("exception")).asString().startsWith("java.io.IOException: broken").contains("\tat ");
	}

}
