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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import io.github.winsvc.scm.EventLogEntry;
import io.github.winsvc.test.scm.FakeEventLog;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.logging.LogLevel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Log4jEventLogAppender} and {@link Log4jAttachment}, with a context of
 * Log4j beside the Logback that the tests log with.
 */
class Log4jEventLogAppenderTests {

	private static final String PLAIN = "<Configuration><Loggers><Root level=\"INFO\"/></Loggers></Configuration>";

	private static final String CONFIGURED = """
			<Configuration>
				<Appenders>
					<WinsvcEventLog name="events" level="INFO">%s</WinsvcEventLog>
				</Appenders>
				<Loggers>
					<Logger name="shop.audit"><AppenderRef ref="events"/></Logger>
					<Root level="INFO"/>
				</Loggers>
			</Configuration>
			""";

	private final FakeEventLog machine = new FakeEventLog(InstantSource.system());

	private final ServiceEventLog log = new ServiceEventLog(this.machine.open("orders"), (logger) -> false);

	private final LoggerContext context = new LoggerContext("test");

	private final Log4jAttachment attachment = new Log4jAttachment(this.log, this.context);

	@AfterEach
	void stop() {
		this.log.close(Duration.ofSeconds(10));
		this.context.stop();
	}

	private void configure(String configuration) throws IOException {
		this.context.setConfiguration(new XmlConfiguration(this.context,
				new ConfigurationSource(new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)))));
	}

	private void warn(String logger, String text) {
		this.context.getLogger(logger).warn(text);
	}

	private List<String> texts() {
		this.log.flush(Duration.ofSeconds(10));
		return this.machine.entries("orders")
			.stream()
			.map((entry) -> entry.text().lines().findFirst().orElse(""))
			.toList();
	}

	@Test
	void whenAttachedThenWarningsAndErrorsAreTaken() throws IOException {
		configure(PLAIN);
		this.attachment.attach();
		this.attachment.attach();
		this.context.getLogger("shop").info("fine");
		this.context.getLogger("shop").warn("low stock of {}", "tea");
		this.context.getLogger("shop").fatal("no stock", new IllegalStateException("empty"));
		assertThat(texts()).containsExactly("low stock of tea", "no stock");
		assertThat(this.machine.entries("orders")).extracting(EventLogEntry::id).containsExactly(101, 102);
		assertThat(this.machine.entries("orders").get(1).text()).contains("java.lang.IllegalStateException: empty")
			.contains("Logger: shop");
	}

	@Test
	void whenAnotherLevelIsConfiguredThenItCounts() throws IOException {
		configure(PLAIN);
		this.log.configure(new EventLogSettings(true, LogLevel.OFF, 10, 10));
		this.attachment.attach();
		this.context.getLogger("shop").fatal("none");
		this.log.configure(new EventLogSettings(true, LogLevel.INFO, 10, 10));
		this.context.getLogger("shop").info("fine");
		assertThat(texts()).containsExactly("fine");
	}

	@Test
	void whenTheConfigurationChangesThenItStaysAttached() throws IOException {
		configure(PLAIN);
		this.attachment.attach();
		configure(PLAIN);
		warn("shop", "after the change");
		assertThat(texts()).containsExactly("after the change");
	}

	@Test
	void whenTheConfigurationNamesAnAppenderThenThatAloneIsUsed() throws IOException {
		configure(PLAIN);
		this.attachment.attach();
		configure(CONFIGURED.formatted(""));
		warn("shop.Orders", "not for the event log");
		this.context.getLogger("shop.audit").info("sold");
		assertThat(texts()).containsExactly("sold");
	}

	@Test
	void whenTheConfigurationNamesALayoutThenItIsUsed() throws IOException {
		configure(CONFIGURED.formatted("<PatternLayout pattern=\"[%level] %msg\"/>"));
		this.attachment.attach();
		warn("shop.audit", "sold out");
		assertThat(texts()).containsExactly("[WARN] sold out");
	}

	@Test
	void whenThereIsNoServiceThenAConfiguredAppenderDoesNothing() throws IOException {
		configure(CONFIGURED.formatted(""));
		warn("shop.audit", "sold out");
		assertThat(texts()).isEmpty();
	}

	@Test
	void whenDetachedThenNothingIsTaken() throws IOException {
		configure(PLAIN);
		this.attachment.attach();
		this.attachment.detach();
		warn("shop", "after");
		assertThat(texts()).isEmpty();
	}

}
